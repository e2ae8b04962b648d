import type { AnswerOf, Endpoint } from '@egide/contract/endpoint';
import { getLocale } from '../paraglide/runtime.js';
import { addressOf, type Sent } from './call.ts';
import { ApiProblem, NoAnswer, Problem } from './problem.ts';

export interface UploadOptions {
  file: Blob;
  onSent: (octets: number) => void;
  signal: AbortSignal;
}

const readJson = (text: string): unknown => {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
};

/** Sends one file raw and says how much has left: `fetch` cannot, so this one call goes by XMLHttpRequest. */
export function upload<E extends Endpoint>(
  endpoint: E,
  sent: Sent<E>,
  { file, onSent, signal }: UploadOptions,
): Promise<AnswerOf<E>> {
  return new Promise((resolve, reject) => {
    const request = new XMLHttpRequest();
    // Safe: Sent<E> is made of exactly these parts.
    request.open(endpoint.method, addressOf(endpoint, sent as Parameters<typeof addressOf>[1]));
    for (const [name, value] of [
      ['Accept', 'application/json, application/problem+json'],
      ['Accept-Language', getLocale()],
      ['X-Egide-Request', '1'],
      ['Content-Type', 'application/octet-stream'],
    ] as const)
      request.setRequestHeader(name, value);
    request.upload.onprogress = (event) => onSent(event.loaded);
    request.onerror = () => reject(new NoAnswer('upload'));
    request.onabort = () => reject(new DOMException('stopped', 'AbortError'));
    request.onload = () => {
      const body = readJson(request.responseText);
      const problem = Problem.safeParse(body);
      if (request.status >= 400)
        return reject(problem.success ? new ApiProblem(problem.data) : new NoAnswer(`HTTP ${request.status}`));
      const answer = endpoint.answers.safeParse(body);
      // Safe: the schema that checks is the one AnswerOf is inferred from.
      return answer.success ? resolve(answer.data as AnswerOf<E>) : reject(answer.error);
    };
    signal.addEventListener('abort', () => request.abort(), { once: true });
    request.send(file);
  });
}
/** Someone stopped it: nothing to complain about. */
export const wasStopped = (error: unknown): boolean => error instanceof DOMException && error.name === 'AbortError';
