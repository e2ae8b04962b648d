import { demo } from './demo/wiring.ts';
import { access } from './modules/access/wiring.ts';
import { assessments } from './modules/assessments/wiring.ts';
import { evidence } from './modules/evidence/wiring.ts';
import { facilities } from './modules/facilities/wiring.ts';
import { observatory } from './modules/observatory/wiring.ts';
import { programmes } from './modules/programmes/wiring.ts';
import type { Module } from './platform/module.ts';

/** The only list of modules, in the order of the ladder; last the fictional territory, which uses them all by their doors. */
export const MODULES: readonly Module[] = [facilities, access, evidence, assessments, programmes, observatory, demo];
