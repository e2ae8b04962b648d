import { factsCsv } from './facts-csv/index.ts';
import { factsJson } from './facts-json/index.ts';
import { finessPlus } from './finess-plus/index.ts';
import type { Beginning, Format } from './format.ts';
import { ghtMembers } from './ght-members/index.ts';
import { opssies } from './opssies/index.ts';

export * from './fact.ts';
export * from './format.ts';
export { beginningOf, unpack, type Limits } from './unpack.ts';

/** Every format we read, one line each. */
export const formats = [finessPlus, ghtMembers, opssies, factsJson, factsCsv] as const satisfies readonly Format[];

/** The format of a file by its content; the name only helps where two contents look alike. Null when no reader knows it. */
export const formatOf = (beginning: Beginning): (typeof formats)[number] | null =>
  formats.find((format) => format.detects(beginning)) ?? null;
