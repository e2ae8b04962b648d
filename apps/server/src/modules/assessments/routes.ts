import * as contract from '@egide/contract/assessments';
import { route, type Route } from '../../platform/http/route.ts';
import { annotateAnswer } from './annotate-answer.ts';
import { answer } from './answer.ts';
import { describeAssessment, toLine } from './describe-assessment.ts';
import { describeIndicator } from './describe-indicator.ts';
import { submit } from './submit.ts';
import { takeBackAnswer } from './take-back-answer.ts';

export const assessmentRoutes: readonly Route[] = [
  route(contract.readAssessment, describeAssessment),
  route(contract.readIndicator, describeIndicator),
  route(contract.answerIndicator, async (cx, input) => {
    await answer(cx, input);
    return describeIndicator(cx, input);
  }),
  route(contract.annotateAnswer, async (cx, input) => {
    await annotateAnswer(cx, input);
    return describeIndicator(cx, input);
  }),
  route(contract.takeBackAnswer, async (cx, input) => {
    await takeBackAnswer(cx, input);
    return describeIndicator(cx, input);
  }),
  route(contract.submit, submit, toLine),
];
