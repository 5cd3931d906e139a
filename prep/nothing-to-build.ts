/** The extracts cannot be built as they are; the message says why and what to do. */
export class NothingToBuild extends Error {}
