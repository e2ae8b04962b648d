import type { Locale } from '@egide/kernel/locale';
import type { Wanted } from '../answer.ts';
import type { DateBound, Each, LeafCondition, Read } from '../condition.ts';
import { convert, factor } from '../units.ts';
import type { KeyEntry, Vocabulary } from '../vocabulary.ts';
import { sayMoment, sayNumber, sayQuantity } from '../words.ts';
import { sayChoice, sayCompared } from './inside.ts';
import { PHRASES } from './phrases.ts';

/** The language of the sentences, and the words of the keys. */
export type Speech = { readonly locale: Locale; readonly vocabulary: Vocabulary };

/** The label of a key; a condition that was loaded speaks of known keys only. */
export const labelOf = (key: string, { vocabulary, locale }: Speech): string =>
  vocabulary.get(key)?.label[locale] ?? '';

/** What a leaf asks for: `Niveau ANSSI de l’annuaire : au moins 3, pour chacun`. */
export function sayLeaf(leaf: LeafCondition, speech: Speech): string {
  const phrases = PHRASES[speech.locale];
  if ('coverage' in leaf) return phrases.coverage(sayQuantity(leaf.coverage.share, 'percent', speech.locale));
  const [spec] = Object.values(leaf);
  const key = spec === undefined ? undefined : speech.vocabulary.get(spec.key);
  if (key === undefined) return '';
  return `${key.label[speech.locale]}${phrases.colon}${demandOf(leaf, key, speech)}${readingOf('read' in spec ? spec.read : undefined, speech.locale)}`;
}

function readingOf(read: Read | undefined, locale: Locale): string {
  const { forEach, forOne } = PHRASES[locale];
  return read === 'every' || read === 'worst' ? forEach : read === 'any' ? forOne : '';
}

function demandOf(leaf: Exclude<LeafCondition, { coverage: unknown }>, key: KeyEntry, speech: Speech): string {
  const phrases = PHRASES[speech.locale];
  const { locale } = speech;
  const number = (value: number, unit?: string) =>
    sayQuantity(convert(value, factor(unit, key.unit) ?? 1), key.unit, locale);
  if ('equals' in leaf) return sayCompared(leaf.equals.value, key, locale);
  if ('in' in leaf)
    return sayChoice(
      leaf.in.values.map((value) => sayCompared(value, key, locale)),
      locale,
    );
  if ('atLeast' in leaf) return phrases.atLeast(number(leaf.atLeast.value, leaf.atLeast.unit));
  if ('atMost' in leaf) return phrases.atMost(number(leaf.atMost.value, leaf.atMost.unit));
  if ('known' in leaf) return phrases.known;
  if ('fresh' in leaf) {
    const days = sayQuantity(leaf.fresh.days, 'days', locale);
    return leaf.fresh.before === undefined
      ? phrases.freshNow(days)
      : phrases.freshBefore(days, beforeOf(leaf.fresh.before, speech));
  }
  if ('inYear' in leaf) return phrases.inYear;
  if ('within' in leaf)
    return `${leaf.within.of === 'collected' ? `${phrases.collected} ` : ''}${sayInterval(leaf.within, speech)}`;
  if ('successive' in leaf) {
    const gap = phrases.gap(
      sayNumber(leaf.successive.minDays, locale),
      sayQuantity(leaf.successive.maxDays, 'days', locale),
    );
    return phrases.successive(eachOf(leaf.successive.each, key, locale), gap);
  }
  return `${phrases.times(sayNumber(leaf.count.atLeast, locale))}${leaf.count.from === undefined && leaf.count.to === undefined ? '' : `, ${sayInterval(leaf.count, speech)}`}`;
}

const boundOf = (bound: DateBound | 'at', speech: Speech): string =>
  bound === 'at'
    ? PHRASES[speech.locale].today
    : typeof bound === 'string'
      ? sayMoment(bound, speech.locale)
      : PHRASES[speech.locale].dateOf(labelOf(bound.key, speech));

const beforeOf = (bound: DateBound, speech: Speech): string =>
  speech.locale === 'fr' ? `le ${boundOf(bound, speech)}` : boundOf(bound, speech);

export function sayInterval(
  { from, to }: { readonly from?: DateBound | undefined; readonly to?: DateBound | 'at' | undefined },
  speech: Speech,
): string {
  const phrases = PHRASES[speech.locale];
  if (from !== undefined && to !== undefined) return phrases.between(boundOf(from, speech), boundOf(to, speech));
  return from !== undefined
    ? phrases.from(boundOf(from, speech))
    : to !== undefined
      ? phrases.to(boundOf(to, speech))
      : '';
}

function eachOf(each: Each, key: KeyEntry, locale: Locale): string {
  const phrases = PHRASES[locale];
  if ('equals' in each) return sayCompared(each.equals, key, locale);
  if ('in' in each)
    return sayChoice(
      each.in.map((value) => sayCompared(value, key, locale)),
      locale,
    );
  return 'atLeast' in each
    ? phrases.atLeast(sayQuantity(each.atLeast, key.unit, locale))
    : phrases.atMost(sayQuantity(each.atMost, key.unit, locale));
}

/** What a change must satisfy: `au moins 3`, `oui`, `du 16 juillet 2022 au 1er mars 2026`. */
export function sayWanted(wanted: Wanted, key: KeyEntry, { locale, vocabulary }: Speech): string {
  const phrases = PHRASES[locale];
  const amount = (value: number) => sayQuantity(value, key.unit, locale);
  const values = (list: readonly (string | number | boolean)[]) =>
    sayChoice(
      list.map((value) => sayCompared(value, key, locale)),
      locale,
    );
  const parts = [
    ...(wanted.oneOf === undefined ? [] : [values(wanted.oneOf)]),
    ...(wanted.oneOf !== undefined || wanted.noneOf === undefined ? [] : [phrases.otherThan(values(wanted.noneOf))]),
    ...(wanted.atLeast === undefined ? [] : [phrases.atLeast(amount(wanted.atLeast))]),
    ...(wanted.atMost === undefined ? [] : [phrases.atMost(amount(wanted.atMost))]),
    ...(wanted.above === undefined ? [] : [phrases.above(amount(wanted.above))]),
    ...(wanted.below === undefined ? [] : [phrases.below(amount(wanted.below))]),
    ...(wanted.from === undefined && wanted.to === undefined ? [] : [sayInterval(wanted, { locale, vocabulary })]),
  ];
  return parts.length === 0 ? phrases.anything : parts.join(', ');
}
