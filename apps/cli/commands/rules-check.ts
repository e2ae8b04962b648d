import { checkFolder } from '@egide/content';
import { argumentsOf, EXIT, type Machine, messagesOf } from '../terminal.ts';

const USAGE = 'npx egide rules check FOLDER [--json]';

/** Checks a folder of content, whole or in part, and names each fault by file, line and reason. */
export async function rulesCheck(argv: readonly string[], { out, err, locale }: Machine): Promise<number> {
  const say = messagesOf('rules', locale);
  const asked = readArguments(argv);
  if (asked === null) {
    err(USAGE);
    return EXIT.usage;
  }
  const checked = checkFolder(asked.folder);
  if (!checked.ok) {
    err(say(checked.error.code, { file: checked.error.file }));
    return EXIT.unreadable;
  }
  const { files, faults } = checked.value;
  if (files === 0) {
    err(say('no-content', { file: asked.folder }));
    return EXIT.unreadable;
  }
  const told = faults.map(({ file, line, message }) => ({ file, line, message: message[locale] }));
  if (asked.json) out(JSON.stringify({ files, faults: told }));
  else for (const { file, line, message } of told) err(`${file}:${line} : ${message}`);
  if (!asked.json) err(say(faults.length === 0 ? 'content-sound' : 'content-wanting', { files, count: faults.length }));
  return faults.length === 0 ? EXIT.done : EXIT.wanting;
}

function readArguments(argv: readonly string[]): { folder: string; json: boolean } | null {
  const given = argumentsOf(argv, { json: { type: 'boolean' } });
  if (given === null) return null;
  const { values, positionals } = given;
  const [folder, ...more] = positionals;
  return folder === undefined || more.length > 0 ? null : { folder, json: values.json ?? false };
}
