const SUITES = new Set(['it', 'test', 'describe', 'suite']);
const WAYS = new Set(['skip', 'only', 'todo', 'skipIf', 'fails']);
const OLD = new Set(['xit', 'xtest', 'xdescribe', 'fit', 'fdescribe']);

/** A test that does not run is not a test. `runIf` stays, for data that a checkout may lack: it needs a sibling that says so. */
export const noSkippedTest = {
  create: (context) => ({
    MemberExpression(node) {
      let root = node.object;
      while (root.type === 'MemberExpression' || root.type === 'CallExpression')
        root = root.type === 'MemberExpression' ? root.object : root.callee;
      if (SUITES.has(root.name) && WAYS.has(node.property.name))
        context.report({ node, message: 'No skipped, focused or promised test.' });
    },
    CallExpression(node) {
      if (OLD.has(node.callee.name)) context.report({ node, message: 'No skipped or focused test.' });
    },
  }),
};
