/** Where the portable zip is. */
export const portableFile: string;
export function makePortable(from: {
  /** node.exe of an official release. */
  readonly node: string;
  /** SHASUMS256.txt of the same release. */
  readonly shasums: string;
  readonly version: string;
}): { file: string; bytes: number; sha256: string };
