/**
 * Called as work goes on: the stage in words, how much is done, and of how much (null while
 * unknown). Cheap enough to call every thousand rows.
 */
export type Progress = (stage: string, done: number, total: number | null) => void;
