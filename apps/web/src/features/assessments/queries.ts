import { readAssessment, readIndicator } from '@egide/contract/assessments';
import { ask } from '../../api/ask.ts';

/** The framework of this first edition; the address will name it when there are two. */
export const FRAMEWORK = 'maturinh';
/** The key under which what people answer by hand to an indicator is recorded. */
export const answerKey = (indicator: string): string => `${FRAMEWORK}.${indicator}`;
export const assessmentQuery = (finess: string) => ask(readAssessment, { params: { finess, framework: FRAMEWORK } });
export const indicatorQuery = (finess: string, indicator: string) =>
  ask(readIndicator, { params: { finess, framework: FRAMEWORK, indicator } });
