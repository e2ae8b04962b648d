import type { Module } from '../../platform/module.ts';
import { evidenceRoutes } from './routes.ts';

export const evidence: Module = { name: 'evidence', routes: () => evidenceRoutes };
