import { globSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';

const root = new URL('../', import.meta.url);
const files = globSync('{vocabulary,frameworks,programmes,rules,glossary}/**/*.yaml', { cwd: root })
  .filter((path) => !path.includes('/golden/'))
  .concat('vocabulary-groups.yaml');

/** Every `{fr, en}` of a document, with the place where it stands; a term of the glossary gives its French and English names. */
function pairs(node: unknown, place: string): { place: string; fr: unknown; en: unknown }[] {
  if (typeof node !== 'object' || node === null) return [];
  const here =
    'fr' in node || 'en' in node
      ? [{ place, fr: 'fr' in node ? node.fr : undefined, en: 'en' in node ? node.en : undefined }]
      : [];
  return [...here, ...Object.entries(node).flatMap(([key, value]) => pairs(value, `${place}/${key}`))];
}

const texts = files.flatMap((path) => pairs(parse(readFileSync(new URL(path, root), 'utf8')), path));

/** What French typography refuses: straight apostrophe, plain space or none before a double sign, inside guillemets, before %. */
const REFUSED = /'|[^\u202f][;!?](?!\S)|[^\u00a0]:(?!\S)|«[^\u00a0]|[^\u00a0]»|[^\u202f]%|\.\.\.| {2}/u;
const ENGLISH_REFUSED = /’|\u00a0|\u202f| {2}| %/u;
/** A sentence of English that was left in the French field, or the reverse. */
const ENGLISH_WORDS = /\b(?:the|with|and|of|every|less|than)\b/;
const FRENCH_WORDS = /\b(?:les|des|est|une|pour|avec|dans|moins)\b/;

describe('the texts of the content', () => {
  it('are there in French and English', () => {
    expect(texts.length).toBeGreaterThan(700);
    expect(
      texts.filter(
        ({ fr, en }) => typeof fr !== 'string' || typeof en !== 'string' || fr.trim() === '' || en.trim() === '',
      ),
    ).toEqual([]);
  });

  it('follow French typography', () => {
    expect(texts.filter(({ fr }) => REFUSED.test(String(fr)))).toEqual([]);
  });

  it('are plain in English', () => {
    expect(texts.filter(({ en }) => ENGLISH_REFUSED.test(String(en)))).toEqual([]);
  });

  it('are each in their own language', () => {
    expect(texts.filter(({ fr, en }) => ENGLISH_WORDS.test(String(fr)) || FRENCH_WORDS.test(String(en)))).toEqual([]);
  });
});

describe('the typography', () => {
  it.each([
    ["l'an", true],
    ['l’an', false],
    ['vraiment ?', true],
    ['vraiment\u202f?', false],
    ['10 %', true],
    ['10\u202f%', false],
    ['texte : suite', true],
    ['texte\u00a0: suite', false],
    ['« bouton »', true],
    ['«\u00a0bouton\u00a0»', false],
    ['à 14:32', false],
  ])('%s refused: %s', (text, refused) => {
    expect(REFUSED.test(text)).toBe(refused);
  });
});
