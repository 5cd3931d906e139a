/** Where the site of the docs is. */
export const siteFolder: string;
/** Makes it. Returns how many pages it has. */
export function makeSite(): Promise<number>;
