import * as contract from '@egide/contract/evidence';
import type { AnswerOf } from '@egide/contract/endpoint';
import type { Cx } from '../../platform/cx.ts';
import { route, type Route } from '../../platform/http/route.ts';
import { refuse } from '../../platform/refusal.ts';
import { groups, keys } from '../frameworks/index.ts';
import { confirmFact } from './confirm-fact.ts';
import { importFacts } from './import-facts.ts';
import { keyHistory, listFacts } from './read-facts.ts';
import { recordFact } from './record-fact.ts';
import { toKey } from './view.ts';

const readVocabulary = async (cx: Cx): Promise<AnswerOf<typeof contract.vocabulary>> => ({
  keys: [...keys().values()].map((k) => toKey(k, cx.locale)),
  groups: groups().map((g) => ({ id: g.id, label: g.label[cx.locale] })),
});

export const evidenceRoutes: readonly Route[] = [
  route(contract.vocabulary, readVocabulary),
  route(contract.listFacts, listFacts),
  route(contract.keyHistory, keyHistory),
  route(contract.recordFact, recordFact),
  route(contract.importFacts, (cx, { organisation, name }, { upload }) => {
    if (upload === null) throw refuse('file-empty');
    return importFacts(cx, { file: { name, bytes: upload.bytes }, organisation: organisation ?? null });
  }),
  route(contract.confirmFact, confirmFact),
];
