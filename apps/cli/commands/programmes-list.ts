import { shippedContent } from '@egide/content';
import { EXIT, type Machine } from '../terminal.ts';

/** The programmes that can be evaluated, one call each. */
export async function programmesList(argv: readonly string[], { out, err, locale }: Machine): Promise<number> {
  if (argv.some((word) => word !== '--json')) {
    err('npx egide programmes list [--json]');
    return EXIT.usage;
  }
  const programmes = shippedContent().programmes.map(({ id, call, title, publisher, objectives }) => ({
    id,
    call,
    title: title[locale],
    publisher,
    objectives: objectives.map((one) => ({ id: one.id, title: one.title[locale] })),
  }));
  out(
    argv.includes('--json')
      ? JSON.stringify(programmes)
      : programmes.map(({ id, call, title }) => `${id.padEnd(16)}${call.padEnd(8)}${title}`).join('\n'),
  );
  return EXIT.done;
}
