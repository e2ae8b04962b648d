import type { Module } from '../../platform/module.ts';
import { assessmentRoutes } from './routes.ts';

export const assessments: Module = { name: 'assessments', routes: () => assessmentRoutes };
