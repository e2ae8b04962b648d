import { z } from 'zod';

/** RFC 9457 problem document as this server sends it; the words are already in the reader's language. */
export const Problem = z
  .object({
    code: z.string(),
    status: z.number(),
    title: z.string(),
    detail: z.string().optional(),
    /** Number to quote when asking for help. */
    requestId: z.string().optional(),
    /** What was wrong, place by place: a JSON pointer or a line. */
    errors: z.array(z.object({ at: z.string(), code: z.string(), message: z.string() })).optional(),
  })
  .loose();
export type Problem = z.infer<typeof Problem>;

/** A call that was refused, with what happened and what to do. */
export class ApiProblem extends Error {
  readonly problem: Problem;
  constructor(problem: Problem) {
    super(problem.title);
    this.name = 'ApiProblem';
    this.problem = problem;
  }
  get code(): string {
    return this.problem.code;
  }
}

/** The server could not be reached, or what answered was not this server. The screen says so in its own words. */
export class NoAnswer extends Error {
  constructor(cause: unknown) {
    super('no-answer', { cause });
    this.name = 'NoAnswer';
  }
}

export const isProblem = (error: unknown, ...codes: string[]): error is ApiProblem =>
  error instanceof ApiProblem && (codes.length === 0 || codes.includes(error.code));
