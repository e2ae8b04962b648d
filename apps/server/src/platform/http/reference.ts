import type { openapi } from '@egide/contract/openapi';

type Document = ReturnType<typeof openapi>;
interface Operation {
  readonly operationId: string;
  readonly summary: string;
  readonly security?: readonly unknown[];
  readonly parameters?: readonly {
    name: string;
    in: string;
    required: boolean;
    schema: { description?: string; type?: string };
  }[];
  readonly requestBody?: { content: Readonly<Record<string, { schema: object }>> };
  readonly responses: Readonly<
    Record<string, { description: string; content?: Readonly<Record<string, { schema: object }>> }>
  >;
}

const escape = (text: string): string =>
  text.replace(/[&<>"]/g, (c) => ({ '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' })[c] ?? c);
const code = (text: string): string => `<code>${escape(text)}</code>`;
/** The few signs of Markdown that our introduction uses. */
const prose = (text: string): string =>
  text
    .split('\n\n')
    .map(
      (p) =>
        `<p>${escape(p)
          .replace(/\*\*(.+?)\*\*/g, '<strong>$1</strong>')
          .replace(/`(.+?)`/g, '<code>$1</code>')}</p>`,
    )
    .join('');

/** The reference of the HTTP interface as one page: no script, readable without a session. */
export function referencePage(document: Document): string {
  const operations = Object.entries(document.paths).flatMap(([path, methods]) =>
    // Safe: these are the operations that `openapi` builds.
    Object.entries(methods).map(([method, operation]) => ({
      path,
      method: method.toUpperCase(),
      operation: operation as Operation,
      tag: (operation as Operation).operationId.split('.')[0] ?? '',
    })),
  );
  const tags = [...new Set(operations.map((o) => o.tag))];
  const sections = tags
    .map(
      (tag) =>
        `<section><h2 id="${tag}">${tag}</h2>${operations
          .filter((o) => o.tag === tag)
          .map(article)
          .join('')}</section>`,
    )
    .join('');
  return `<!doctype html><html lang="en"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1"><title>Égide: HTTP interface ${escape(document.info.version)}</title><link rel="stylesheet" href="/reference.css"></head>
<body><main><h1>Égide: HTTP interface</h1><p>Version ${escape(document.info.version)}. The same as a machine reads it: <a href="/api/v1/openapi.json">OpenAPI 3.1</a>. <a href="/">Back to the application</a>.</p>
${prose(document.info.description)}<nav aria-label="Modules"><ul>${tags.map((t) => `<li><a href="#${t}">${t}</a></li>`).join('')}</ul></nav>${sections}</main></body></html>`;
}

function article({ path, method, operation }: { path: string; method: string; operation: Operation }): string {
  const sent = Object.entries(operation.requestBody?.content ?? {}).map(([media, { schema }]) =>
    schemaBlock(`Sent, ${media}`, schema),
  );
  const answers = Object.entries(operation.responses).map(([status, { description, content }]) =>
    status === 'default'
      ? `<p>${escape(description)}.</p>`
      : Object.entries(content ?? {})
          .map(([media, { schema }]) => schemaBlock(`Answered ${status}, ${media}`, schema))
          .join('') || `<p>Answers ${status}.</p>`,
  );
  const rows = (operation.parameters ?? []).map(
    (p) =>
      `<tr><th scope="row">${code(p.name)}</th><td>${p.in}${p.required ? ', required' : ''}</td><td>${escape(p.schema.description ?? p.schema.type ?? '')}</td></tr>`,
  );
  const table =
    rows.length > 0
      ? `<table><thead><tr><th scope="col">Parameter</th><th scope="col">Where</th><th scope="col">Meaning</th></tr></thead><tbody>${rows.join('')}</tbody></table>`
      : '';
  return `<article><h3 id="${escape(operation.operationId)}"><span>${method}</span> ${code(path)}</h3><p>${escape(operation.summary)}${operation.security?.length === 0 ? ' Open to anyone.' : ''}</p>${table}${sent.join('')}${answers.join('')}</article>`;
}

const schemaBlock = (title: string, schema: object): string =>
  `<details><summary>${escape(title)}</summary><pre>${escape(JSON.stringify(schema, null, 2))}</pre></details>`;

export const REFERENCE_CSS = `:root{color-scheme:light dark;font:16px/1.5 "Segoe UI",system-ui,sans-serif}body{margin:0}main{max-width:60rem;margin:0 auto;padding:24px 16px 48px}
h1{font-size:1.75rem}h2{margin-top:48px}article{margin-top:24px;padding-top:16px;border-top:1px solid GrayText}h3{font-size:1rem}h3 span{display:inline-block;min-width:4.5rem}
code,pre{font-size:.875rem}pre{overflow:auto;max-height:24rem}table{border-collapse:collapse;width:100%}th,td{text-align:left;padding:4px 12px 4px 0;vertical-align:top}summary{min-height:2rem;cursor:pointer}:focus-visible{outline:2px solid Highlight;outline-offset:2px}nav ul{display:flex;flex-wrap:wrap;gap:8px 24px;padding:0;list-style:none}`;
