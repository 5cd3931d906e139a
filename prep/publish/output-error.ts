/** The output could not be written; the message says what is in the way and what to do. */
export class OutputError extends Error {
  override readonly name = "OutputError";
}

export const codeOf = (error: unknown): string | null =>
  error instanceof Error && "code" in error && typeof error.code === "string" ? error.code : null;

const words: Readonly<Record<string, string>> = {
  ENOSPC: "the disk is full",
  EACCES: "you may not write there",
  EPERM: "you may not write there, or a program has it open",
  EBUSY: "a program has it open",
  EROFS: "the disk is read-only",
  ENOTDIR: "part of its path is a file, not a folder",
  EEXIST: "a file has that name",
  ENAMETOOLONG: "its name is too long",
};

/**
 * What came of a file operation; a failure of the system becomes an `OutputError` about that path.
 */
export async function attempt<T>(path: string, operation: Promise<T>): Promise<T> {
  try {
    return await operation;
  } catch (error) {
    const code = codeOf(error);
    if (code === null) throw error;
    throw new OutputError(`${path} could not be written: ${words[code] ?? code}.`, {
      cause: error,
    });
  }
}
