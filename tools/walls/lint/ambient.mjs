/** `Date` of `Date`, `globalThis.Date` and `window.Date`. */
function globalName(node) {
  if (node?.type === 'Identifier') return node.name;
  if (node?.type === 'MemberExpression' && ['globalThis', 'window', 'self'].includes(node.object.name))
    return propertyName(node);
  return undefined;
}

function propertyName(node) {
  if (!node.computed) return node.property.name;
  return node.property.type === 'Literal' ? String(node.property.value) : undefined;
}

const keyName = (property) => property.key?.name ?? property.key?.value;

/**
 * Refuses members of a global (`Math.random`, `const { env } = process`) and names imported from a module of node.
 * @param {{members: Record<string, string[]>, imports: Record<string, string[]>, bare: string[], message: string}} what
 */
function noAmbient({ members, imports, bare, message }) {
  const visitor = (context) => {
    const report = (node) => context.report({ node, message });
    return {
      MemberExpression(node) {
        if (members[globalName(node.object)]?.includes(propertyName(node))) report(node);
      },
      VariableDeclarator(node) {
        const names = members[globalName(node.init)];
        if (
          node.id.type === 'ObjectPattern' &&
          node.id.properties.some((property) => names?.includes(keyName(property)))
        )
          report(node);
      },
      ImportDeclaration(node) {
        const names = imports[node.source.value.replace(/^node:/, '')];
        for (const specifier of node.specifiers) if (names?.includes(specifier.imported?.name)) report(specifier);
      },
      NewExpression(node) {
        if (bare.includes(globalName(node.callee)) && node.arguments.length === 0) report(node);
      },
      CallExpression(node) {
        if (bare.includes(globalName(node.callee))) report(node);
      },
    };
  };
  return { create: visitor };
}

export const noClock = noAmbient({
  members: { Date: ['now'], performance: ['now', 'timeOrigin'], Temporal: ['Now'] },
  imports: { perf_hooks: ['performance'] },
  bare: ['Date'],
  message: 'Ask the time of the caller (cx.now()): the clock has one home, platform/clock.',
});

export const noChance = noAmbient({
  members: { Math: ['random'], crypto: ['randomUUID', 'getRandomValues', 'randomBytes', 'randomInt'] },
  imports: {
    crypto: ['randomUUID', 'randomBytes', 'randomInt', 'randomFillSync', 'randomFill', 'getRandomValues', 'webcrypto'],
  },
  bare: [],
  message: 'Ask the caller for a random value (cx.newId()): chance has one home, platform/crypto.',
});

export const noEnvironment = noAmbient({
  members: { process: ['env'] },
  imports: { process: ['env'] },
  bare: [],
  message: 'The environment is parsed once, at boot, in platform/config.',
});
