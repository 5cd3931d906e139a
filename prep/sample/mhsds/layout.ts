/** Tables by name with their columns in the order of the file. */
export type SampleLayout = Readonly<Record<string, readonly string[]>>;

/** Column names from a text with spaces or line breaks between them. */
export const columns = (names: string): readonly string[] => names.trim().split(/\s+/);
