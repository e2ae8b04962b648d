export { facility, type Facility, namesOf } from './store.ts';
