/**
 * The figures of a build folder that a board shows, and those that they are compared with, as rows
 * by field well. Throws where there is no build.
 */
export function buildRows(folder: string): Readonly<Record<string, unknown>>[];
