import type { FactValue, KeyEntry, Trust } from '@egide/engines/rules';
import { NOBODY_KNOWS } from '@egide/engines/rules';
import type { StatedFact } from '@egide/formats';
import { AboutKind } from '@egide/contract/evidence';
import { isOfficial } from '../frameworks/index.ts';
import type { NewObservation, SourceKind } from './observation.ts';
import type { Standing } from './import-standing.ts';
import { rankOf } from './trust.ts';

/** The kind of a source by the format of the file and by who imports it: what an officer imports is official. */
export const sourceKind = (format: string, standing: Standing): SourceKind =>
  format === 'opssies' ? 'opssies' : standing.official ? 'official' : 'file';

/**
 * Trust is decided by who imports, a rule of ours: a file says at most what its importer can vouch for. A facility
 * documents; an officer or the operator makes official what only the State's services give.
 */
export function trustOf(stated: StatedFact, standing: Standing): { trust: Trust; lowered: boolean } {
  const wanted = stated.trust ?? (standing.official && isOfficial(stated.key) ? 'verified' : 'documented');
  if (standing.official || rankOf(wanted) <= rankOf('documented')) return { trust: wanted, lowered: false };
  return { trust: 'documented', lowered: true };
}

/** A stated fact as a new observation. What is still wrong with it, the check of the ledger says. */
export function toNewObservation(
  stated: StatedFact,
  {
    standing,
    format,
    fileName,
    key,
  }: { standing: Standing; format: string; fileName: string; key: KeyEntry | undefined },
): NewObservation {
  const { text, document, provider } = stated.source;
  const label = [text, document, provider].find((l) => typeof l === 'string' && l !== '') ?? fileName;
  const about = stated.about === null ? null : AboutKind.safeParse(stated.about.kind);
  return {
    key: stated.key,
    value: stated.loose ? readValue(String(stated.value), key) : stated.value,
    ...(stated.unit === null ? {} : { unit: stated.unit }),
    // A kind that the vocabulary does not have goes through as it is: the check names it.
    ...(stated.about === null
      ? {}
      : { about: { kind: about?.success ? about.data : (stated.about.kind as 'entity'), id: stated.about.id } }),
    collected: stated.collected,
    ...(stated.expires === undefined ? {} : { expires: stated.expires }),
    method: format === 'opssies' ? 'test' : 'examine',
    trust: trustOf(stated, standing).trust,
    source: {
      kind: sourceKind(format, standing),
      label: String(label).slice(0, 200),
      ref: { format, ...stated.source },
    },
    ...(stated.corrects === null ? {} : { corrects: stated.corrects }),
  };
}

const YES = new Set(['true', 'vrai', 'oui', 'yes']);
const NO = new Set(['false', 'faux', 'non', 'no']);

/** The text of a cell by the type of its key: `oui`, `82,5`, `1 250`. What does not read so stays a text, which the check refuses. */
export function readValue(cell: string, key: KeyEntry | undefined): FactValue {
  if (cell === NOBODY_KNOWS || key === undefined) return cell;
  if (key.type === 'boolean') return YES.has(cell.toLowerCase()) ? true : NO.has(cell.toLowerCase()) ? false : cell;
  if (key.type !== 'integer' && key.type !== 'number') return cell;
  const plain = /^[+-]?\d{1,3}([ \u00a0\u202f]\d{3})+([.,]\d+)?$/.test(cell)
    ? cell.replace(/[ \u00a0\u202f]/g, '')
    : cell;
  return /^[+-]?\d{1,15}([.,]\d{1,15})?$/.test(plain) ? Number(plain.replace(',', '.')) : cell;
}
