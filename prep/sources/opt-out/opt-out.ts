import { isNhsNumber } from "../../check/identifiers/nhs-number";
import { ulnFault } from "../../check/identifiers/uln";
import { upnFault } from "../../check/identifiers/upn";
import type { RawTable } from "../../columns/raw-table";

const fold = (heading: string): string => heading.toLowerCase().replace(/[^a-z0-9]/g, "");

/** Headings of the identifiers that people opt out by. */
const IDENTIFIER =
  /^(upn|uniquepupilnumber|uln|uniquelearnernumber|nhsn(o|um|umber)|(mhsds)?personid)$/;
const OPT_OUT = /(^|[^a-z])opt(ed|s)?[\s_-]*outs?([^a-z]|$)|objections?\b|objected/i;

const clean = (cell: string): string => cell.toUpperCase().replace(/\s+/g, "");

const isIdentifier = (cell: string): boolean => {
  const id = clean(cell);
  return upnFault(id) === null || ulnFault(id) === null || isNhsNumber(id);
};

/**
 * A text that may be an identifier of any system: six letters or digits or more, a digit among
 * them.
 */
const mayIdentify = (cell: string): boolean => /^(?=.*\d)[A-Z0-9-]{6,}$/.test(clean(cell));

/** Lines of an opening that are looked at. */
const LOOKED_AT = 200;

/** The lines with words of an opening, without the last, which may be cut off. */
function linesOf(text: string): string[] {
  const lines = text.split(/\r\n|\r|\n/);
  return lines
    .slice(0, Math.max(1, lines.length - 1))
    .map((line) => line.trim().replace(/^"|"$/g, "").trim())
    .filter((line) => line !== "")
    .slice(0, LOOKED_AT);
}

/**
 * Whether a table is a list of people who have opted out: identifiers and nothing else, under one
 * heading or none, or beside a heading that speaks of it.
 */
export function isOptOutList(text: string, header: readonly string[]): boolean {
  const names = header.filter((name) => name.trim() !== "");
  const isNamed = names.some((name) => IDENTIFIER.test(fold(name)));
  if (isNamed && names.length <= 6 && names.some((name) => OPT_OUT.test(name))) return true;
  const [first = "", ...others] = linesOf(text);
  const isHeading = IDENTIFIER.test(fold(first)) || (OPT_OUT.test(first) && others.length > 0);
  const identifiers = isHeading ? others : [first, ...others];
  return identifiers.length > 0 && identifiers.every(isIdentifier);
}

/**
 * Whether a file that was taken for nothing may be meant as an opt-out list, by its name or its
 * headings.
 */
export const maybeOptOutList = (name: string, header: readonly string[]): boolean =>
  OPT_OUT.test(name.split("/").at(-1)!) || header.some((heading) => OPT_OUT.test(heading));

interface OptOutList {
  /** Identifiers in capitals without spaces. */
  readonly identifiers: readonly string[];
  /** Rows that hold an identifier, the line of headings among them where it is one. */
  readonly rowsOut: number;
  /** True where the line of headings is an identifier, so a row of its own. */
  readonly isUnheaded: boolean;
  /** Lines that hold no identifier. */
  readonly without: readonly number[];
}

/** Reads the identifiers of an opt-out list, with or without a heading. */
export function readOptOutList({ columns, spelling, rowCount, lines }: RawTable): OptOutList {
  const headings = [...columns.keys()].map((name) => spelling.get(name) ?? name);
  const isUnheaded = headings.some(mayIdentify);
  const cells = [...columns.values()];
  const identifiers = new Set(isUnheaded ? headings.map(clean) : []);
  const without: number[] = [];
  for (let row = 0; row < rowCount; row++) {
    const texts = cells.flatMap((column) => column.at(row) ?? []);
    if (!texts.some(mayIdentify)) without.push(lines[row]);
    for (const text of texts) if (clean(text) !== "") identifiers.add(clean(text));
  }
  return {
    identifiers: [...identifiers],
    rowsOut: rowCount - without.length + Number(isUnheaded),
    isUnheaded,
    without,
  };
}
