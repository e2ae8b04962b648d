/** An import whose target is computed is one that the import rules cannot see. */
export const noComputedImport = {
  create: (context) => ({
    ImportExpression(node) {
      if (node.source.type !== 'Literal')
        context.report({
          node,
          message: 'Write the target of import() as a literal, or the import rules are blind to it.',
        });
    },
    CallExpression(node) {
      if (node.callee.type === 'Identifier' && ['require', 'createRequire'].includes(node.callee.name))
        context.report({ node, message: 'Import instead of require: the import rules are blind to it.' });
    },
  }),
};
