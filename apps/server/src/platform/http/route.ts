import type { AnswerOf, Endpoint, InputOf, Upload } from '@egide/contract/endpoint';
import type { FastifyReply, FastifyRequest } from 'fastify';
import type { Cx } from '../cx.ts';
import type { Spooled } from './spool.ts';

/** What surrounds one HTTP call and belongs to no use case: cookies, address, the file sent. */
export interface Http {
  readonly address: string;
  readonly agent: string;
  /** HTTPS, here or at the proxy. */
  readonly secure: boolean;
  readonly upload: Upload | null;
  readonly reply: FastifyReply;
  readonly request: FastifyRequest;
  /** Sends this once the transaction of the use case has closed. */
  readonly sendLater: (answer: Spooled) => void;
  /** Asks again at the door with what the caller showed, in a transaction of its own: for what goes on after this one. */
  readonly anew: <T>(work: (cx: Cx) => Promise<T>) => Promise<T>;
}

/** Where calls wait that hold a connection for long. */
export type LaneName = 'passwords' | 'exports' | 'uploads';

export interface Route {
  readonly endpoint: Endpoint;
  /** Waits there before it takes a connection. */
  readonly lane?: LaneName;
  /** Refuses who may not do this at all, before they wait and before their file is read. */
  readonly admits?: (cx: Cx) => void;
  /** Runs inside the caller's transaction and answers what the contract says. */
  readonly run: (cx: Cx, input: unknown, http: Http) => Promise<unknown>;
}

type Answer<E> = AnswerOf<E> extends undefined ? void : AnswerOf<E>;
type UseCase<E, R> = (cx: Cx, input: InputOf<E>, http: Http) => Promise<R>;

/** Binds a call of the contract to its use case; `view` turns what the use case hands out into what travels. */
export function route<E extends Endpoint>(endpoint: E, useCase: UseCase<E, Answer<E>>): Route;
export function route<E extends Endpoint, R>(
  endpoint: E,
  useCase: UseCase<E, R>,
  view: (record: R, cx: Cx) => Answer<E>,
): Route;
export function route<E extends Endpoint, R>(
  endpoint: E,
  useCase: UseCase<E, R>,
  view?: (record: R, cx: Cx) => Answer<E>,
): Route {
  return {
    endpoint,
    ...(endpoint.upload ? { lane: 'uploads' as const } : {}),
    // Safe: the server has parsed the input by this endpoint's own schemas.
    run: async (cx, input, http) => {
      const record = await useCase(cx, input as InputOf<E>, http);
      return view ? view(record, cx) : record;
    },
  };
}
