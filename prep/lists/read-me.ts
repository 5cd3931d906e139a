import type { RecognisedFile } from "../input-file";
import type { CaseList, CaseListOptions, CaseListResult } from "./case-list";

export const READ_ME = "IDENTIFIABLE-READ-ME.txt";

/** So many files are named. */
const MANY = 3;

interface ReadMeParts {
  readonly list: Pick<CaseList, "name" | "description">;
  readonly made: Pick<CaseListResult, "rows" | "files" | "notes">;
  readonly options: CaseListOptions;
  /** The files that it was made from; those that were not recognised are not. */
  readonly inputs: readonly RecognisedFile[];
  readonly product: string;
  /** When it was made, ISO. */
  readonly madeAt: string;
}

/** Files by what they are, the names of a few and the number of many. */
function madeFrom(files: readonly RecognisedFile[]): string[] {
  const byKind = new Map<string, string[]>();
  for (const { name, recognisedAs } of files)
    if (recognisedAs !== null)
      byKind.set(recognisedAs, [...(byKind.get(recognisedAs) ?? []), name]);
  return [...byKind].map(
    ([kind, names]) =>
      `${kind}: ${names.length > MANY ? `${names.length} files` : names.join(", ")}`,
  );
}

/**
 * What a folder of a list says of itself: that it names people, what it was made from and when, and
 * that it is to be deleted. With CRLF, for Notepad.
 */
export function readMeText({ list, made, options, inputs, product, madeAt }: ReadMeParts): string {
  return [
    "IDENTIFIABLE PERSONAL DATA - OFFICIAL-SENSITIVE",
    "",
    `This folder shows which children and young people are meant, by ${options.names ? "name and by " : ""}the identifiers of your own systems.`,
    "Keep it where only those who work on these cases can open it. Do not e-mail it, publish it, or put it into Power BI.",
    "Delete the whole folder as soon as the work is done. A new list can be made at any time.",
    "",
    `List       ${list.name}: ${list.description}`,
    `Rows       ${made.rows}`,
    `Files      ${made.files.map(({ path }) => path).join(", ")}`,
    `Made       ${madeAt} by ${product}`,
    "Made from",
    ...madeFrom(inputs).map((line) => `  ${line}`),
    "",
    ...made.notes,
    "",
    "People on the opt-out list of the settings are not in it.",
    "",
  ].join("\r\n");
}
