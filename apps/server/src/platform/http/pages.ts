import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { openapi } from '@egide/contract/openapi';
import fastifyStatic from '@fastify/static';
import type { FastifyInstance } from 'fastify';
import { problemOf } from './problem.ts';
import { refuse } from '../refusal.ts';
import { REFERENCE_CSS, referencePage } from './reference.ts';
import { localeOf } from './server.ts';

const WEB = join(import.meta.dirname, '../../../../web/dist');

/** What is served beside the calls of the contract: health, OpenAPI, the web app. */
export async function addPages(
  app: FastifyInstance,
  { version, ready }: { version: string; ready: () => Promise<boolean> },
): Promise<void> {
  app.get('/health', () => ({ status: 'ok', version }));
  app.get('/health/ready', async (_request, reply) =>
    (await ready()) ? { status: 'ready' } : reply.status(503).send({ status: 'starting' }),
  );
  const document = openapi(version);
  app.get('/api/v1/openapi.json', () => document);
  app.get('/api', (_request, reply) => reply.type('text/html').send(referencePage(document)));
  app.get('/reference.css', (_request, reply) => reply.type('text/css').send(REFERENCE_CSS));
  const built = existsSync(join(WEB, 'index.html'));
  if (built)
    await app.register(fastifyStatic, {
      root: WEB,
      wildcard: false,
      index: ['index.html'],
      setHeaders: (reply, path) => {
        reply.header(
          'cache-control',
          /[\\/]assets[\\/]/.test(path) ? 'public, max-age=31536000, immutable' : 'no-cache',
        );
      },
    });
  app.setNotFoundHandler((request, reply) => {
    const page =
      built &&
      request.method === 'GET' &&
      !request.url.startsWith('/api/v1/') &&
      (request.headers.accept ?? '').includes('text/html');
    if (page) return reply.header('cache-control', 'no-cache').sendFile('index.html');
    const problem = problemOf(refuse('not-found'), localeOf(request), request.id);
    return reply.status(404).type('application/problem+json').send(problem);
  });
}
