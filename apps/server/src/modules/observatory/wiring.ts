import type { Module } from '../../platform/module.ts';
import { observatoryRoutes } from './routes.ts';

export const observatory: Module = { name: 'observatory', routes: () => observatoryRoutes };
