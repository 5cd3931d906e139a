/** See certification.mjs. */
export function writeVisualRepository(folder: string): Promise<void>;
