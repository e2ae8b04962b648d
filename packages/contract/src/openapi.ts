import { z } from 'zod';
import type { Endpoint } from './endpoint.ts';
import { endpoints } from './index.ts';

/** RFC 9457 problem document, the one form in which a call is refused. */
export const Problem = z.object({
  type: z.string(),
  title: z.string(),
  status: z.number().int(),
  detail: z.string(),
  code: z.string(),
  requestId: z.string(),
  errors: z.array(z.object({ at: z.string(), code: z.string(), message: z.string() })).optional(),
});
export type Problem = z.infer<typeof Problem>;

const INTRODUCTION = `Every fact about the security of a health facility, and what frameworks, grants and regions answer from it.

**Signing in.** POST /sessions sets a session cookie (\`__Host-egide\` over HTTPS, \`egide\` over plain HTTP).

**CSRF defence.** A call that changes something and carries the session cookie must also carry the header \`X-Egide-Request: 1\`, which another site cannot add; \`POST /sessions\` and other calls without a session need none. The cookie is SameSite=Lax, and an \`Origin\` header that is not this server's is refused.

**Refusals** are RFC 9457 problem documents with a stable \`code\`; what a reader may not see answers 404, as what does not exist.

**Files** are sent raw as \`application/octet-stream\`, their name in the query.`;

const schema = (type: z.ZodType, io: 'input' | 'output') => {
  // Safe: a JSON schema is an object.
  const { $schema: _, ...rest } = z.toJSONSchema(type, {
    target: 'draft-2020-12',
    io,
    unrepresentable: 'any',
  }) as Record<string, unknown>;
  return rest;
};

function parameters(e: Endpoint) {
  const of = (where: 'path' | 'query', shape: z.ZodObject) => {
    // Safe: the schema of an object has these members.
    const json = schema(shape, 'input') as { properties?: Record<string, object>; required?: string[] };
    return Object.entries(json.properties ?? {}).map(([name, s]) => ({
      name,
      in: where,
      required: where === 'path' || (json.required ?? []).includes(name),
      schema: s,
    }));
  };
  return [...of('path', e.params), ...of('query', e.query)];
}

function requestBody(e: Endpoint) {
  if (e.upload)
    return {
      requestBody: {
        required: true,
        content: { 'application/octet-stream': { schema: { type: 'string', format: 'binary' } } },
      },
    };
  return Object.keys(e.body.shape).length > 0
    ? { requestBody: { required: true, content: { 'application/json': { schema: schema(e.body, 'input') } } } }
    : {};
}

function operation(name: string, e: Endpoint) {
  const content = e.media
    ? { [e.media]: { schema: { type: 'string' } } }
    : e.status === 204
      ? undefined
      : { 'application/json': { schema: schema(e.answers, 'output') } };
  return {
    operationId: name,
    summary: e.summary,
    tags: [name.split('.')[0]],
    ...(e.door === 'open' ? { security: [] } : {}),
    ...(parameters(e).length > 0 ? { parameters: parameters(e) } : {}),
    ...requestBody(e),
    responses: {
      [String(e.status)]: { description: 'Done', ...(content ? { content } : {}) },
      default: {
        description: `Refused${e.refuses.length > 0 ? `: ${e.refuses.join(', ')}` : ''}`,
        content: { 'application/problem+json': { schema: { $ref: '#/components/schemas/Problem' } } },
      },
    },
  };
}

/** The OpenAPI 3.1 document of the whole contract. */
export function openapi(version: string) {
  const paths: Record<string, Record<string, unknown>> = {};
  for (const [name, e] of endpoints) (paths[`/api/v1${e.path}`] ??= {})[e.method.toLowerCase()] = operation(name, e);
  return {
    openapi: '3.1.0',
    info: {
      title: 'Égide',
      version,
      description: INTRODUCTION,
      license: { name: 'Apache-2.0', identifier: 'Apache-2.0' },
    },
    security: [{ session: [] }, { service: [] }],
    paths,
    components: {
      schemas: { Problem: schema(Problem, 'output') },
      securitySchemes: {
        session: { type: 'apiKey', in: 'cookie', name: '__Host-egide' },
        service: { type: 'http', scheme: 'bearer' },
      },
    },
  };
}
