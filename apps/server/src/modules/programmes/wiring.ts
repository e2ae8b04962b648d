import type { Module } from '../../platform/module.ts';
import { programmeRoutes } from './routes.ts';

export const programmes: Module = { name: 'programmes', routes: () => programmeRoutes };
