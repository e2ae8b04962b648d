import type { Module } from '../platform/module.ts';
import { playHistory } from './history-job.ts';
import { HISTORY } from './marks.ts';
import { demoRoutes } from './routes.ts';

/** The fictional territory: above every module, entered only by their doors. */
export const demo: Module = { name: 'demo', routes: demoRoutes, jobs: () => ({ [HISTORY]: playHistory }) };
