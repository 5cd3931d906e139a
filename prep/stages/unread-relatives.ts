import type { Gap } from "../indicators/gap";
import type { Extracts } from "./extracts";

/** What a file is packed in and what it is, and what copies are called. */
const ENDS = /(\.(zip|gz|csv|tsv|txt|xml|xlsx?|xlsb|ods)| - copy| \(\d+\))+$/;

/** How files of one kind are named: the name without its folder and ends, numbers alike. */
const shapeOf = (name: string): string =>
  name
    .slice(name.lastIndexOf("/") + 1)
    .toLowerCase()
    .replace(ENDS, "")
    .replace(/\d+/g, "#");

/** A file that is packed alone has a name and that of its zip. */
const shapesOf = (name: string): string[] => name.split(" > ").map(shapeOf);

/** Files that are named in a note; more are counted. */
const MOST = 3;

/** The names of files that were not read: not recognised, or refused. */
export function unreadNames({
  files,
  findings,
}: Pick<Extracts, "files" | "findings">): readonly string[] {
  const refused = new Set(
    findings.flatMap(({ refuses, file }) => (refuses === "file" ? file : [])),
  );
  return files.flatMap(({ name, recognisedAs }) =>
    recognisedAs === null || refused.has(name) ? name : [],
  );
}

/**
 * The doubt that files leave which were not read and are named like extracts that were, or after
 * a table of theirs: they may be one of them. Empty where there is none.
 */
export function unreadRelatives(
  unread: readonly string[],
  extracts: readonly string[],
  tables: readonly string[] = [],
): readonly Gap[] {
  const [read, shapes] = [new Set(extracts), new Set(extracts.flatMap(shapesOf))];
  const isAlike = (name: string): boolean =>
    shapesOf(name).some((shape) => shapes.has(shape)) ||
    tables.some((table) => name.toLowerCase().includes(table.toLowerCase()));
  const relatives = unread
    .filter((name) => !read.has(name) && isAlike(name))
    .map((name) => name.slice(name.lastIndexOf("/") + 1));
  if (relatives.length === 0) return [];
  const named = relatives.slice(0, MOST).join(", ");
  const more = relatives.length > MOST ? ` and ${relatives.length - MOST} more` : "";
  return [{ kind: "doubt", why: `Not read, and named like files that were: ${named}${more}` }];
}
