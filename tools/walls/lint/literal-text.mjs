const WORDS = /\p{L}{2,}/u;
/** Attributes whose text a person reads or hears. */
const READ_ATTRIBUTES = new Set([
  'alt',
  'title',
  'placeholder',
  'label',
  'description',
  'aria-label',
  'aria-description',
  'aria-roledescription',
  'aria-valuetext',
]);

const textOf = (node) => {
  if (node?.type === 'Literal' && typeof node.value === 'string') return node.value;
  if (node?.type === 'TemplateLiteral') return node.quasis.map((quasi) => quasi.value.cooked).join(' ');
  if (node?.type === 'JSXText') return node.value;
  return '';
};

/** The branches of `cond ? 'a' : 'b'` and `x || 'b'` end on the screen too. */
function* endings(node) {
  if (node?.type === 'ConditionalExpression') yield* [...endings(node.consequent), ...endings(node.alternate)];
  else if (node?.type === 'LogicalExpression') yield* endings(node.right);
  else yield node;
}

/** Every visible word comes from the messages: none is written in a component. */
export const noLiteralText = {
  create(context) {
    const refuse = (node) => {
      for (const end of endings(node))
        if (WORDS.test(textOf(end)))
          context.report({ node: end, message: 'Visible words come from content/messages.' });
    };
    return {
      JSXText: refuse,
      JSXExpressionContainer(node) {
        if (node.parent.type !== 'JSXAttribute') refuse(node.expression);
      },
      JSXAttribute(node) {
        const name = node.name.type === 'JSXIdentifier' ? node.name.name : '';
        if (READ_ATTRIBUTES.has(name))
          refuse(node.value?.type === 'JSXExpressionContainer' ? node.value.expression : node.value);
      },
    };
  },
};
