export { answer, type Answer } from './answer.ts';
export { submit } from './submit.ts';
export { removeFictional } from './store.ts';
