/** The release of Node.js that the portable zip holds, and the SHA-256 of its node.exe. */
export const NODE: { readonly version: string; readonly sha256: string };
/** The path of that node.exe, taken at the first use. Throws where it cannot be had. */
export function nodeForWindows(): Promise<string>;
