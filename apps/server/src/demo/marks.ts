/** Fact by which an instance says that its territory is invented. */
export const FICTIONAL = 'fictional';
/** Fact that lists the legal entities whose older history is told: a job that starts again tells nobody's twice. */
export const HISTORY_DONE = 'demo.history-done';
/** Name of the job that tells it. */
export const HISTORY = 'demo.history';
