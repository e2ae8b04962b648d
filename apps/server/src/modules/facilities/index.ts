export { addFictional, removeFictional } from './fictional/fictional-register.ts';
export { anyRealEntity, countFictional } from './fictional/store.ts';
export { importAsOperator, type OperatorImport } from './imports/import-as-operator.ts';
export type { ImportReport } from './imports/report.ts';
export { listRegions, type RegionEntity, type RegionPlace, regionWith } from './perimeter/region.ts';
export { searchFacilities, type Search } from './search/search-facilities.ts';
export type { FoundFacility } from './search/store.ts';
export {
  entitiesOfSites,
  facilitiesOf,
  facility,
  type Facility,
  groupsOf,
  namesOf,
  supportedMembers,
} from './store.ts';
