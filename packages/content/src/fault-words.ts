import type { Fault, FaultCode } from '@egide/engines/rules';
import type { Words } from '@egide/kernel/locale';

type Params = Fault['params'];

const WORDS: Readonly<Record<FaultCode, (params: Params) => Words>> = {
  'unknown-key': ({ key }) => ({
    fr: `clé inconnue du vocabulaire : ${key}`,
    en: `key unknown to the vocabulary: ${key}`,
  }),
  'wrong-type': ({ key, type, value }) => ({
    fr: `${key} est de type ${type} et ne peut valoir ${value}`,
    en: `${key} is of type ${type} and cannot be ${value}`,
  }),
  'wrong-unit': ({ key, unit, expected }) => ({
    fr: `${key} se compte en ${expected || 'valeur sans unité'}, pas en ${unit}`,
    en: `${key} is counted in ${expected || 'values without unit'}, not in ${unit}`,
  }),
  'read-needed': ({ key, about }) => ({
    fr: `${key} porte sur plusieurs objets (${about}) : dites read: latest, worst, any ou every`,
    en: `${key} is about several things (${about}): say read: latest, worst, any or every`,
  }),
  'not-an-allowed-value': ({ key, value, allowed }) => ({
    fr: `${key} n’admet pas ${value} ; admis : ${allowed}`,
    en: `${key} does not allow ${value}; allowed: ${allowed}`,
  }),
  'not-comparable': ({ key, type }) => ({
    fr: `${key} est de type ${type} : seul un nombre se compare`,
    en: `${key} is of type ${type}: only a number compares`,
  }),
  'not-a-date': ({ key }) => ({ fr: `${key} ne porte pas une date`, en: `${key} does not hold a date` }),
  'bad-day': ({ day }) => ({
    fr: `${day} n’est pas un jour du calendrier (AAAA-MM-JJ)`,
    en: `${day} is not a day of the calendar (YYYY-MM-DD)`,
  }),
  'bad-interval': ({ from, to }) => ({
    fr: `l’intervalle va de ${from} à ${to}`,
    en: `the interval goes from ${from} to ${to}`,
  }),
  'no-parts': () => ({ fr: 'il manque au moins un élément', en: 'at least one element is missing' }),
  'bad-count': ({ count }) => ({
    fr: `${count} n’est pas un nombre possible ici`,
    en: `${count} is not a possible number here`,
  }),
  'bad-share': ({ share }) => ({
    fr: `la part s’écrit en pour cent, de plus de 1 à 100 : ${share} ne convient pas`,
    en: `the share is written in per cent, from more than 1 to 100: ${share} does not do`,
  }),
  'asks-nobody-knows': ({ key }) => ({
    fr: `« unknown » dit que personne ne sait : une condition sur ${key} ne peut pas le demander`,
    en: `“unknown” says that nobody knows: a condition on ${key} cannot ask for it`,
  }),
  'nested-coverage': () => ({
    fr: 'une couverture n’en contient pas une autre',
    en: 'a coverage does not hold another',
  }),
};

/** Why the engine refuses a condition, in plain words. */
export const faultWords = ({ code, params }: Fault): Words => WORDS[code](params);
