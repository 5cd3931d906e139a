import type { Finding } from "../../check/finding";
import { findingOf } from "../../check/run";
import type { PassedOver } from "../../scan/raw-table";
import { isCensusItem } from "./other-items";
import { readingRules } from "./rules/reading-rules";

/** A word or two, as headings are; not the number, the date or the identifier that stands there in a file without headings. */
const isHeadingLike = (name: string): boolean => /^[A-Za-z][A-Za-z_. -]{1,59}\d{0,2}$/.test(name);

/**
 * Columns and elements that are no item of the school census, one finding each. A column is named where most columns of its table are known, so
 * that the headings are there, else by its position: it could be a value. An element is named.
 */
export function unknownItems(
  file: string,
  passedOver: readonly PassedOver[],
  columnsRead: number,
): Finding[] {
  const unknown = passedOver.filter(({ name }) => !isCensusItem(name.toLowerCase()));
  const hasHeadings = unknown.length * 2 <= columnsRead + passedOver.length;
  return unknown.map(({ table, name, position }) => {
    const field =
      position === null || (hasHeadings && isHeadingLike(name)) ? name : `column ${position}`;
    return findingOf(readingRules.C05, table, { file, record: "", line: null, field });
  });
}
