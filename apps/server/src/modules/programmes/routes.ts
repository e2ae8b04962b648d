import * as contract from '@egide/contract/programmes';
import { route, type Route } from '../../platform/http/route.ts';
import { judgeObjectives } from './judge-objectives.ts';

export const programmeRoutes: readonly Route[] = [route(contract.listProgrammes, judgeObjectives)];
