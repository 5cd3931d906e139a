/** Where the portable zip is. */
export const portableFile: string;
/** Makes it with the pinned node.exe, named by its path. Throws where it is another. */
export function makePortable(node: string): { file: string; bytes: number; sha256: string };
