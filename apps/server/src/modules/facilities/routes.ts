import * as contract from '@egide/contract/facilities';
import { admitting } from '../../platform/http/lane.ts';
import { route, type Route } from '../../platform/http/route.ts';
import { refuse } from '../../platform/refusal.ts';
import { abandonBatch, confirmBatch } from './batches/decide-batch.ts';
import { batchReport, listBatches, readBatch } from './batches/read-batches.ts';
import { receiveBatch } from './batches/receive-batch.ts';
import { listSites, readFacility, readRegister, readSite } from './pages/read-facility.ts';
import { listTerritories } from './perimeter/list-territories.ts';
import { runsRegister } from './policy.ts';
import { findFacilities } from './search/find-facilities.ts';

export const facilitiesRoutes: readonly Route[] = [
  route(contract.searchFacilities, findFacilities),
  route(contract.readFacility, readFacility),
  route(contract.listSites, listSites),
  route(contract.readSite, readSite),
  route(contract.readRegister, readRegister),
  route(contract.listTerritories, listTerritories),
  admitting(
    (cx) => cx.allow(runsRegister(cx.actor)),
    route(contract.receiveBatch, (cx, { name, licence }, { upload }) => {
      if (upload === null) throw refuse('file-empty');
      return receiveBatch(cx, { name, licence, bytes: upload.bytes });
    }),
  ),
  route(contract.listBatches, listBatches),
  route(contract.readBatch, readBatch),
  route(contract.downloadReport, batchReport),
  route(contract.confirmBatch, confirmBatch),
  route(contract.abandonBatch, abandonBatch),
];
