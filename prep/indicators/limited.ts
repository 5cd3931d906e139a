/**
 * Runs work that may not end, such as a regular expression that a council wrote. Throws `Unending`
 * where it stopped it.
 */
export type Limited = <Result>(work: () => Result) => Result;

/** Work was stopped because it did not end; the message says after how long. */
export class Unending extends Error {}

/** Lets work take as long as it does: for callers that stop it themselves. */
export const unlimited: Limited = (work) => work();
