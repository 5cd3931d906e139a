/** Where the page is. */
export const pageFile: string;
export function makePage(visual: string): Promise<{ file: string; bytes: number }>;
