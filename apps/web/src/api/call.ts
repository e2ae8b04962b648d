import type { AnswerOf, Endpoint, SentOf } from '@egide/contract/endpoint';
import { getLocale } from '../paraglide/runtime.js';
import { ApiProblem, NoAnswer, Problem } from './problem.ts';

const BASE = '/api/v1';

type Needed<T> = { [K in keyof T as Record<string, never> extends T[K] ? never : K]: T[K] } & {
  [K in keyof T as Record<string, never> extends T[K] ? K : never]?: T[K];
};
/** What one call needs: only the parts that its contract names. */
export type Sent<E> = Needed<SentOf<E>>;
export interface CallOptions {
  signal?: AbortSignal;
  /** Version that this change was made from; a lost update is then refused. */
  ifMatch?: string;
  /** The same key sent twice creates once. */
  idempotencyKey?: string;
  /** The one file that an upload sends. */
  file?: Blob;
}
type Parts = { params?: Record<string, unknown>; query?: Record<string, unknown>; body?: unknown };

/** The address of a call: parameters put in their braces, absent query parts left out. */
export function addressOf(endpoint: Pick<Endpoint, 'path'>, { params = {}, query = {} }: Parts): string {
  const path = endpoint.path.replace(/\{(\w+)\}/g, (_, name: string) => encodeURIComponent(String(params[name])));
  const search = new URLSearchParams(
    Object.entries(query)
      .filter(([, value]) => value !== undefined && value !== '')
      .map(([name, value]) => [name, String(value)]),
  );
  return `${BASE}${path}${search.size > 0 ? `?${search}` : ''}`;
}

function requestOf(endpoint: Endpoint, parts: Parts, options: CallOptions): RequestInit {
  const headers: Record<string, string> = {
    Accept: 'application/json, application/problem+json',
    'Accept-Language': getLocale(),
  };
  // Forms of other sites cannot set this header: the server refuses a change made by cookie without it.
  if (endpoint.method !== 'GET') headers['X-Egide-Request'] = '1';
  if (options.ifMatch !== undefined) headers['If-Match'] = options.ifMatch;
  if (options.idempotencyKey !== undefined) headers['Idempotency-Key'] = options.idempotencyKey;
  if (options.file) headers['Content-Type'] = 'application/octet-stream';
  else if (parts.body !== undefined) headers['Content-Type'] = 'application/json';
  const body = options.file ?? (parts.body === undefined ? null : JSON.stringify(parts.body));
  return { method: endpoint.method, headers, body, credentials: 'same-origin', signal: options.signal ?? null };
}

async function reach(address: string, request: RequestInit): Promise<Response> {
  try {
    return await fetch(address, request);
  } catch (error) {
    if (error instanceof DOMException && error.name === 'AbortError') throw error;
    throw new NoAnswer(error);
  }
}

async function refusalOf(response: Response): Promise<Error> {
  const read = Problem.safeParse(await response.json().catch(() => null));
  return read.success ? new ApiProblem(read.data) : new NoAnswer(`HTTP ${response.status}`);
}

/** One call of the contract; what comes back is checked against it, so that a screen never meets a shape it does not know. */
export async function call<E extends Endpoint>(
  endpoint: E,
  sent: Sent<E>,
  options: CallOptions = {},
): Promise<AnswerOf<E>> {
  // Safe: Sent<E> is made of exactly these three parts.
  const parts = sent as Parts;
  const response = await reach(addressOf(endpoint, parts), requestOf(endpoint, parts, options));
  if (!response.ok) throw await refusalOf(response);
  const body: unknown =
    response.status === 204
      ? undefined
      : await response.json().catch((error: unknown) => {
          throw new NoAnswer(error);
        });
  // Safe: the schema that checks is the one AnswerOf is inferred from.
  return endpoint.answers.parse(body) as AnswerOf<E>;
}
