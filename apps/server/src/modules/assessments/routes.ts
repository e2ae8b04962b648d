import * as contract from '@egide/contract/assessments';
import { route, type Route } from '../../platform/http/route.ts';
import { answer } from './answer.ts';
import { describeAssessment, toLine } from './describe-assessment.ts';
import { describeIndicator } from './describe-indicator.ts';
import { submit } from './submit.ts';

export const assessmentRoutes: readonly Route[] = [
  route(contract.readAssessment, describeAssessment),
  route(contract.readIndicator, describeIndicator),
  route(contract.answerIndicator, async (cx, input) => {
    await answer(cx, input);
    return describeIndicator(cx, input);
  }),
  route(contract.submit, submit, toLine),
];
