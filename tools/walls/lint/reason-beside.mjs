/** One comment may give the reason for a short list below it. */
const REACH = 5;

/** `as` and `!` tell the compiler to believe us: the reason stands on the same line, just above, or above the statement. */
export const reasonBeside = {
  create(context) {
    const lines = new Set();
    const remember = () => {
      for (const comment of context.sourceCode.getAllComments())
        for (let at = comment.loc.start.line; at <= comment.loc.end.line; at += 1) lines.add(at);
    };
    const check = (node) => {
      const { start, end } = node.loc;
      const above = Array.from({ length: REACH }, (_, n) => start.line - 1 - n);
      const places = [start.line, end.line, ...above, statementOf(node).loc.start.line - 1];
      if (!places.some((at) => lines.has(at)))
        context.report({ node, message: '`as` and `!` only with the reason beside.' });
    };
    return {
      Program: remember,
      TSNonNullExpression: check,
      TSAsExpression(node) {
        const { typeAnnotation: to } = node;
        const isConst = to.type === 'TSTypeReference' && to.typeName.name === 'const';
        if (!isConst) check(node);
      },
    };
  },
};

function statementOf(node) {
  let at = node;
  while (at.parent && !/Statement$|Declaration$|^Program$|^PropertyDefinition$|^Property$/.test(at.type))
    at = at.parent;
  return at.type === 'Program' ? node : at;
}
