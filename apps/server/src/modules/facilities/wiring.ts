import type { Module } from '../../platform/module.ts';
import { facilitiesJobs } from './batches/jobs.ts';
import { facilitiesRoutes } from './routes.ts';

export const facilities: Module = { name: 'facilities', routes: () => facilitiesRoutes, jobs: () => facilitiesJobs };
