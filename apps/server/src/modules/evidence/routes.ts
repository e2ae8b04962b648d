import * as contract from '@egide/contract/evidence';
import type { AnswerOf } from '@egide/contract/endpoint';
import type { Cx } from '../../platform/cx.ts';
import { admitting } from '../../platform/http/lane.ts';
import { route, type Route } from '../../platform/http/route.ts';
import { refuse } from '../../platform/refusal.ts';
import { groups, keys } from '../frameworks/index.ts';
import { confirmFact } from './confirm-fact.ts';
import { revokeCovering } from './coverings/revoke-covering.ts';
import { importFacts } from './import-facts.ts';
import { listToConfirm } from './list-to-confirm.ts';
import { keyHistory, listFacts } from './read-facts.ts';
import { can } from './policy.ts';
import { recordFact } from './record-fact.ts';
import { toKey } from './view.ts';
import { withdrawFact } from './withdraw-fact.ts';

const readVocabulary = async (cx: Cx): Promise<AnswerOf<typeof contract.vocabulary>> => ({
  keys: [...keys().values()].map((k) => toKey(k, cx.locale)),
  groups: groups().map((g) => ({ id: g.id, label: g.label[cx.locale] })),
});

export const evidenceRoutes: readonly Route[] = [
  route(contract.vocabulary, readVocabulary),
  route(contract.listFacts, listFacts),
  route(contract.keyHistory, keyHistory),
  route(contract.recordFact, recordFact),
  admitting(
    (cx) => cx.allow(can.importSomewhere(cx.actor)),
    route(contract.importFacts, (cx, { organisation, name, confirm }, { upload }) => {
      if (upload === null) throw refuse('file-empty');
      return importFacts(cx, { file: { name, bytes: upload.bytes }, organisation: organisation ?? null, confirm });
    }),
  ),
  route(contract.confirmFact, confirmFact),
  route(contract.listToConfirm, listToConfirm),
  route(contract.withdrawFact, withdrawFact),
  route(contract.revokeCovering, revokeCovering),
];
