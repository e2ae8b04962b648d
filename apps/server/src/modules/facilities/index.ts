export { entitiesOfSites, facilitiesOf, facility, type Facility, namesOf } from './store.ts';
