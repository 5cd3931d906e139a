import type { Gap } from "../indicators/gap";
import type { RecognisedFile } from "../input-file";

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

/**
 * The doubt that files leave which could not be read and are named like extracts that were: they
 * may be one of them. Empty where there is none.
 */
export function unreadRelatives(
  files: readonly RecognisedFile[],
  extracts: readonly string[],
): readonly Gap[] {
  const known = new Set(extracts.flatMap(shapesOf));
  const unread = files
    .filter(
      ({ name, recognisedAs }) =>
        recognisedAs === null && shapesOf(name).some((shape) => known.has(shape)),
    )
    .map(({ name }) => name.slice(name.lastIndexOf("/") + 1));
  if (unread.length === 0) return [];
  const named = unread.slice(0, MOST).join(", ");
  const more = unread.length > MOST ? ` and ${unread.length - MOST} more` : "";
  return [{ kind: "doubt", why: `Not read, and named like files that were: ${named}${more}` }];
}
