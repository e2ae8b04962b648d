import { isUtf8 } from 'node:buffer';
import { createWriteStream, readFileSync } from 'node:fs';
import { promisify } from 'node:util';
import type { Endpoint } from '@egide/contract/endpoint';
import compress from '@fastify/compress';
import cookie from '@fastify/cookie';
import helmet from '@fastify/helmet';
import type { Locale } from '@egide/kernel/locale';
import Fastify, { LogController, type FastifyInstance, type FastifyReply, type FastifyRequest } from 'fastify';
import { actorAccount, type Actor } from '../actor.ts';
import type { Clock } from '../clock.ts';
import type { Config } from '../config.ts';
import { newId } from '../crypto.ts';
import type { Cx } from '../cx.ts';
import { inTransaction, type Pool, waitedTooLong } from '../db/transaction.ts';
import { makeCx } from '../make-cx.ts';
import { Refusal, refuse } from '../refusal.ts';
import { type InputReader, inputReader } from './input.ts';
import { makeLanes, makeShare } from './lane.ts';
import { patiently } from './patience.ts';
import { problemOf } from './problem.ts';
import { type Attempt, loggedUrl, remembering } from './remember.ts';
import type { Http, Route } from './route.ts';
import { type Spooled, sendSpooled } from './spool.ts';
import { cookieName } from './session-cookie.ts';

/** How a module turns what a caller shows at the door into a scope and an actor. */
export interface Doorkeeper {
  /** SQL that opens the scope: literals already validated. */
  opening(shown: { session: string | null; key: string | null; body: unknown }, now: Date): string;
  actor(opened: unknown): Actor;
  /** Keeps what somebody who is signed in tried in vain. */
  refused(cx: Cx, attempt: Attempt): Promise<void>;
}

export interface HttpOptions {
  readonly config: Pick<Config, 'tls' | 'publicUrl' | 'logLevel'>;
  readonly pool: Pool;
  readonly clock: Clock;
  readonly routes: readonly Route[];
  readonly doorkeeper: Doorkeeper;
  readonly policiesOff?: boolean;
  /** Milliseconds that an ordinary body may take to come in. */
  readonly bodyMs?: number;
  /** Milliseconds after which a reader who takes nothing of an export is cut. */
  readonly stallMs?: number;
  /** Structured log, one JSON object a line; none in tests. */
  readonly logFile?: string;
}

/** A JSON body past this is refused; files travel as streams and have their own bounds. */
const BODY_LIMIT = 1_048_576;
/** One that has not come in by then never will: half-sent bodies of strangers must not pile up. Files have a patience of their own. */
const BODY_MS = 30_000;
const STALL_MS = 60_000;
/** Exports of one account on their way out. */
const SENT_AT_ONCE = 2;

export async function createHttp(options: HttpOptions): Promise<FastifyInstance> {
  const { config } = options;
  const secure = config.tls !== null || config.publicUrl?.protocol === 'https:';
  const app = Fastify({
    logger:
      options.logFile === undefined
        ? false
        : { level: config.logLevel, stream: createWriteStream(options.logFile, { flags: 'a', mode: 0o600 }) },
    // One line a request, once it is answered: see below.
    logController: new LogController({ disableRequestLogging: true }),
    genReqId: newId,
    bodyLimit: BODY_LIMIT,
    // Pages that watch a job must not hold back the stop.
    forceCloseConnections: true,
    // The proxy in front, and only it: what stands before it in X-Forwarded-For is said by the caller.
    trustProxy: config.publicUrl === null ? false : (_address: string, hop: number) => hop === 0,
    // Absent, `https` makes a plain server; the two have the same interface for us.
    ...(config.tls ? { https: { cert: readFileSync(config.tls.cert), key: readFileSync(config.tls.key) } } : {}),
  });
  await app.register(helmet, {
    contentSecurityPolicy: { directives: policy(secure) },
    strictTransportSecurity: secure,
    crossOriginEmbedderPolicy: false,
  });
  await app.register(compress);
  await app.register(cookie);
  app.addContentTypeParser(UPLOAD_TYPE, (_request, payload, done) => done(null, payload));
  app.addContentTypeParser('application/json', { parseAs: 'buffer' }, readJson(app));
  app.setErrorHandler((error, request, reply) => answerError(error, request, reply));
  app.addHook('onResponse', async (request, reply) => request.log.info(answered(request, reply), 'answered'));
  app.addHook('onRequest', async (request, reply) => {
    // Whatever is answered is for this reader and this moment.
    if (request.url.startsWith('/api/v1')) reply.header('cache-control', 'no-store');
  });
  cutSlowBodies(app, options.bodyMs ?? BODY_MS);
  const lanes = makeLanes();
  const sending = makeShare(SENT_AT_ONCE);
  for (const route of options.routes) addRoute(app, route, { ...options, secure, lanes, sending });
  return app;
}

/** A body that does not come in time is answered and its connection closed; an upload is read elsewhere, at its own pace. */
function cutSlowBodies(app: FastifyInstance, ms: number): void {
  const waiting = new WeakMap<FastifyRequest, NodeJS.Timeout>();
  const enough = async (request: FastifyRequest): Promise<void> => clearTimeout(waiting.get(request));
  app.addHook('onRequest', async (request, reply) => {
    if (request.headers['content-type'] === UPLOAD_TYPE) return;
    waiting.set(
      request,
      setTimeout(() => answerError(refuse('sender-too-slow'), request, reply), ms),
    );
  });
  app.addHook('preValidation', enough);
  app.addHook('onResponse', enough);
  app.addHook('onRequestAbort', enough);
  // Whatever else they send is not read.
  app.addHook('onSend', async (request, reply) => {
    if (request.raw.complete === false) reply.header('connection', 'close');
  });
}

/** JSON in UTF-8 that is UTF-8: a byte that is no letter must not become another text in silence. */
function readJson(app: FastifyInstance): (request: FastifyRequest, body: Buffer) => Promise<unknown> {
  const parse = promisify(app.getDefaultJsonParser('error', 'error'));
  return async (request, body) => {
    if (!isUtf8(body)) throw refuse('unreadable-body');
    return parse(request, body.toString('utf8'));
  };
}

const policy = (secure: boolean) => ({
  defaultSrc: ["'self'"],
  scriptSrc: ["'self'"],
  styleSrc: ["'self'", "'unsafe-inline'"],
  imgSrc: ["'self'", 'data:'],
  fontSrc: ["'self'"],
  objectSrc: ["'none'"],
  frameAncestors: ["'none'"],
  baseUri: ["'none'"],
  formAction: ["'self'"],
  // On a plain-HTTP LAN this would break every request.
  upgradeInsecureRequests: secure ? [] : null,
});

const UPLOAD_TYPE = 'application/octet-stream';
const CHANGES = new Set(['POST', 'PUT', 'PATCH', 'DELETE']);

/** The CSRF defence that the OpenAPI text describes. */
function checkOrigin(request: FastifyRequest, secure: boolean): void {
  if (!CHANGES.has(request.method)) return;
  const origin = request.headers.origin;
  // A browser says `null` for a page that hides where it comes from: not ours.
  if (origin !== undefined && (!URL.canParse(origin) || new URL(origin).host !== request.host))
    throw refuse('foreign-origin');
  if (
    request.cookies?.[cookieName(secure)] &&
    request.headers['x-egide-request'] !== '1' &&
    !(request.method === 'POST' && request.url === '/api/v1/sessions')
  )
    throw refuse('csrf');
}

/** A request as the log keeps it: no cookie, no body. */
const answered = (request: FastifyRequest, reply: FastifyReply) => ({
  method: request.method,
  url: loggedUrl(request.url),
  address: request.ip,
  status: reply.statusCode,
  ms: Math.round(reply.elapsedTime),
});

export const localeOf = (request: FastifyRequest): Locale =>
  /^\s*en\b/i.test(request.headers['accept-language'] ?? '') ? 'en' : 'fr';

function answerError(error: unknown, request: FastifyRequest, reply: FastifyReply): void {
  const refusal = error instanceof Refusal ? error : fromFastify(error);
  if (refusal.code === 'internal') request.log.error({ err: error }, 'unexpected');
  const problem = problemOf(refusal, localeOf(request), request.id);
  if (problem.status === 429 && refusal.params.seconds !== undefined)
    reply.header('retry-after', String(refusal.params.seconds));
  reply.status(problem.status).type('application/problem+json').send(problem);
}

function fromFastify(error: unknown): Refusal {
  if (waitedTooLong(error)) return refuse('too-busy', { seconds: 30 });
  const status = typeof error === 'object' && error !== null && 'statusCode' in error ? error.statusCode : 500;
  if (status === 413) return refuse('too-large', { megabytes: BODY_LIMIT / 1_048_576 });
  if (status === 415) return refuse('unsupported-media');
  return status === 400 ? refuse('unreadable-body') : refuse('internal');
}

type Served = HttpOptions & {
  readonly secure: boolean;
  readonly lanes: ReturnType<typeof makeLanes>;
  readonly sending: ReturnType<typeof makeShare>;
};

function addRoute(app: FastifyInstance, route: Route, options: Served): void {
  const { endpoint } = route;
  const readInput = inputReader(endpoint);
  app.route({
    method: endpoint.method,
    url: `/api/v1${endpoint.path.replace(/\{(\w+)\}/g, ':$1')}`,
    onRequest: (request) => asAttempt({ endpoint, request }, options, async () => checkOrigin(request, options.secure)),
    handler: async (request, reply) => {
      const exchange: Exchange = { endpoint, request, reply };
      const run = () => runRoute({ ...route, readInput }, exchange, options);
      const answer = await inItsLane(route, exchange, { ...options, run });
      if (exchange.later) return sendSpooled(reply, exchange.later, options.stallMs ?? STALL_MS);
      // A stream of events is on its way.
      if (reply.sent || endpoint.media === 'text/event-stream') return reply;
      reply.status(endpoint.status);
      if (endpoint.media) return reply.type(endpoint.media).send(answer);
      return endpoint.status === 204 ? reply.send() : reply.send(endpoint.answers.parse(answer));
    },
  });
}

const once = (work: () => void): (() => void) => {
  let done = false;
  return () => {
    if (!done) work();
    done = true;
  };
};

/** Calls that take long wait for their turn; who they are, and whether they may at all, is asked before. */
async function inItsLane(
  { lane, admits }: Route,
  exchange: Exchange,
  { run, ...options }: Served & { run: () => Promise<unknown> },
): Promise<unknown> {
  if (!lane) return run();
  if (exchange.endpoint.door === 'open') return options.lanes[lane](run);
  const who = await asAttempt(exchange, options, () =>
    opened(exchange, options, async (cx) => {
      if (cx.actor.kind === 'anonymous') throw refuse('session-required');
      admits?.(cx);
      return actorAccount(cx.actor);
    }),
  );
  if (lane === 'exports') {
    // What is being sent counts too: it lies on our disk until its reader has taken it.
    const leave = once(options.sending(who));
    exchange.reply.raw.on('finish', leave).on('close', leave);
  }
  return options.lanes[lane](run, who);
}

/** One call as it came in, and the answer being made. */
interface Exchange {
  readonly endpoint: Endpoint;
  readonly request: FastifyRequest;
  readonly reply: FastifyReply;
  /** What is sent once the use case is done. */
  later?: Spooled;
}

type Called = Pick<Exchange, 'endpoint' | 'request'>;

/** What the door is told of a caller. */
function openingOf({ endpoint, request }: Called, options: Served): string {
  const { clock, doorkeeper, secure } = options;
  const shown = { session: request.cookies[cookieName(secure)] ?? null, key: bearer(request), body: request.body };
  return doorkeeper.opening(endpoint.door === 'open' ? shown : { ...shown, body: null }, clock.now());
}

const aroundOf = ({ request }: Called, { clock, policiesOff }: Served) => ({
  locale: localeOf(request),
  requestId: request.id,
  clock,
  policiesOff: policiesOff ?? false,
});

/** Opens a transaction in the name of whoever calls. */
const opened = <T>(exchange: Called, options: Served, work: (cx: Cx) => Promise<T>): Promise<T> =>
  inTransaction(options.pool, openingOf(exchange, options), (tx, scope) =>
    work(makeCx(tx, { ...aroundOf(exchange, options), actor: options.doorkeeper.actor(scope) })),
  );

/** Does this for a caller; what is refused leaves its trace. */
const asAttempt = <T>(exchange: Called, options: Served, work: () => Promise<T>): Promise<T> =>
  remembering(exchange.request, work, {
    refused: options.doorkeeper.refused,
    reopen: (write) => opened(exchange, options, write),
  });

function runRoute(
  { run, readInput }: Route & { readInput: InputReader },
  exchange: Exchange,
  options: Served,
): Promise<unknown> {
  const { endpoint, request } = exchange;
  return asAttempt(exchange, options, () =>
    opened(exchange, options, async (cx) => {
      if (endpoint.door === 'session' && cx.actor.kind === 'anonymous') throw refuse('session-required');
      return run(cx, readInput(request, cx.locale), httpOf(exchange, options));
    }),
  );
}

function bearer(request: FastifyRequest): string | null {
  return /^Bearer (\S{20,200})$/.exec(request.headers.authorization ?? '')?.[1] ?? null;
}

function httpOf(exchange: Exchange, options: Served): Http {
  const { endpoint, request, reply } = exchange;
  const name =
    typeof request.query === 'object' && request.query !== null && 'name' in request.query
      ? String(request.query.name)
      : 'file';
  return {
    address: request.ip,
    agent: (request.headers['user-agent'] ?? '').slice(0, 200),
    secure: options.secure,
    reply,
    request,
    sendLater: (answer) => {
      exchange.later = answer;
      // Sent or not: when its transaction could not be closed, nobody reads it. Closed twice is closed.
      reply.raw.once('close', () => void answer.file.close().catch(() => undefined));
    },
    anew: (work) => opened(exchange, options, work),
    // Safe: the parser of application/octet-stream hands over the raw stream.
    upload:
      endpoint.upload && request.body ? { name, bytes: patiently(request.body as AsyncIterable<Uint8Array>) } : null,
  };
}
