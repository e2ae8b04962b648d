import * as contract from '@egide/contract/observatory';
import { route, type Route } from '../../platform/http/route.ts';
import { regionCsv } from './export-region.ts';
import { listRegions, readRegion } from './read-region.ts';

export const observatoryRoutes: readonly Route[] = [
  route(contract.listRegions, listRegions),
  route(contract.readRegion, readRegion),
  route(contract.exportRegion, async (cx, input, http) => {
    const region = await readRegion(cx, input);
    http.reply.header('content-disposition', `attachment; filename="region-${region.code}.csv"`);
    return regionCsv(region.facilities, cx.locale);
  }),
];
