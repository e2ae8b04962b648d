import type { FastifyRequest } from 'fastify';
import type { Cx } from '../cx.ts';
import { Refusal } from '../refusal.ts';
import { wordsOf } from './problem.ts';

/** What somebody who is signed in tried and may not do, or what is not there for them. */
export interface Attempt {
  readonly code: string;
  /** Method and address called, as the log may keep them. */
  readonly object: string;
}

/** The address of a request as a log may keep it: the tokens of an invitation and of the set-up are secrets. */
export const loggedUrl = (url: string): string =>
  url.replace(/(\/invitations\/)[^/?]+/, '$1…').replace(/([?&](?:jeton|token)=)[^&]+/g, '$1…');

export const attemptOf = (refusal: Refusal, { method, url }: FastifyRequest): Attempt => ({
  code: refusal.code,
  object: `${method} ${loggedUrl(url).slice(0, 200)}`,
});

/** Refusals that tell of an attempt, whatever their code: what may not be done, and what does not exist for this reader. */
const isAttempt = ({ code }: Refusal): boolean => [403, 404].includes(wordsOf('en', code).status);

/**
 * Runs `work`; when it refuses, what the refusal leaves behind is written in a transaction of its own, opened by `reopen`: a refused
 * attempt leaves its trace although what it tried is undone.
 */
export async function remembering<T>(
  request: FastifyRequest,
  work: () => Promise<T>,
  { reopen, refused }: { reopen: (write: (cx: Cx) => Promise<void>) => Promise<void>; refused: Refused },
): Promise<T> {
  try {
    return await work();
  } catch (error) {
    if (error instanceof Refusal && (error.aftermath !== null || isAttempt(error)))
      await reopen(async (cx) => {
        if (error.aftermath) return error.aftermath(cx);
        if (cx.actor.kind !== 'anonymous') await refused(cx, attemptOf(error, request));
      }).catch((failed: unknown) => request.log.error({ err: failed }, 'a refusal could not be recorded'));
    throw error;
  }
}
type Refused = (cx: Cx, attempt: Attempt) => Promise<void>;
