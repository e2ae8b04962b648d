import { z } from 'zod';

export type Method = 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE';

/** `open`: anyone; `session`: a signed-in person or a service account, whose rights the use case then decides. */
export type Door = 'open' | 'session';

type Shape = z.ZodObject;
const NOTHING = z.object({});

export interface Endpoint<
  P extends Shape = Shape,
  Q extends Shape = Shape,
  B extends Shape = Shape,
  A extends z.ZodType = z.ZodType,
> {
  readonly method: Method;
  /** Below `/api/v1`, parameters in braces: `/organisations/{finess}/submissions`. */
  readonly path: string;
  readonly summary: string;
  readonly door: Door;
  readonly params: P;
  readonly query: Q;
  readonly body: B;
  /** The body is one file, sent raw as `application/octet-stream`; its name comes in the query as `name`. */
  readonly upload: boolean;
  readonly answers: A;
  /** Media type of the answer when it is not JSON: `text/csv`, `text/event-stream`. */
  readonly media: string | null;
  readonly status: number;
  /** Codes of the problem documents that this call may answer, besides those every call may answer. */
  readonly refuses: readonly string[];
}

interface Said<P extends Shape, Q extends Shape, B extends Shape, A extends z.ZodType> {
  method: Method;
  path: string;
  summary: string;
  door?: Door;
  params?: P;
  query?: Q;
  body?: B;
  upload?: boolean;
  answers?: A;
  media?: string;
  status?: number;
  refuses?: readonly string[];
}

/** Declares one call of the HTTP contract; what is not said is: session required, nothing sent, nothing answered (204). */
export function endpoint<
  P extends Shape = typeof NOTHING,
  Q extends Shape = typeof NOTHING,
  B extends Shape = typeof NOTHING,
  A extends z.ZodType = z.ZodUndefined,
>(said: Said<P, Q, B, A>): Endpoint<P, Q, B, A> {
  const answered = said.answers !== undefined || said.media !== undefined;
  return {
    method: said.method,
    path: said.path,
    summary: said.summary,
    door: said.door ?? 'session',
    // Safe: the defaults of the type parameters are the types of these fallbacks.
    params: said.params ?? (NOTHING as unknown as P),
    query: said.query ?? (NOTHING as unknown as Q),
    body: said.body ?? (NOTHING as unknown as B),
    upload: said.upload ?? false,
    answers: said.answers ?? (z.undefined() as unknown as A),
    media: said.media ?? null,
    status: said.status ?? (answered ? 200 : 204),
    refuses: said.refuses ?? [],
  };
}

export interface Upload {
  readonly name: string;
  readonly bytes: AsyncIterable<Uint8Array>;
}

/** Nothing declared adds nothing. */
type Read<S extends Shape> = keyof S['shape'] extends never ? unknown : z.output<S>;
/** What a use case receives: parameters, query and body in one object, already checked. */
export type InputOf<E> = E extends Endpoint<infer P, infer Q, infer B, z.ZodType> ? Read<P> & Read<Q> & Read<B> : never;
/** What a client sends, before defaults are filled in. */
export type SentOf<E> =
  E extends Endpoint<infer P, infer Q, infer B, z.ZodType>
    ? { params: z.input<P>; query: z.input<Q>; body: z.input<B> }
    : never;
export type AnswerOf<E> = E extends Endpoint<Shape, Shape, Shape, infer A> ? z.output<A> : never;
