export { listRegions, type RegionEntity, type RegionPlace, regionWith } from './perimeter/region.ts';
export type { Sector } from './perimeter/sectors.ts';
export { entitiesOfSites, facilitiesOf, facility, type Facility, namesOf } from './store.ts';
export { addFictional, anyRealEntity, removeFictional } from './fictional/store.ts';
