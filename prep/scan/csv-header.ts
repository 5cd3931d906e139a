import type { ProblemList } from "./problems";

/** Comma, semicolon, tab, pipe: in this order where a header has as many of one as of another. */
const SEPARATORS = [0x2c, 0x3b, 0x09, 0x7c];

/** The separator that a header line has most of, outside quotes; a comma when it has none. */
export function detectSeparator(bytes: Uint8Array, from: number, to: number): number {
  const counts = SEPARATORS.map(() => 0);
  let quoted = false;
  for (let i = from; i < to; i++) {
    if (bytes[i] === 0x22) quoted = !quoted;
    else if (!quoted && (bytes[i] === 0x0a || bytes[i] === 0x0d)) break;
    else if (!quoted) {
      const which = SEPARATORS.indexOf(bytes[i]);
      if (which !== -1) counts[which]++;
    }
  }
  return SEPARATORS[counts.indexOf(Math.max(...counts))];
}

/** Distinct, non-empty spellings for the cells of a header row; what had to be changed is noted as a warning. */
export function headerNames(
  cells: readonly string[],
  line: number,
  problems: ProblemList,
): string[] {
  const taken = new Set<string>();
  return cells.map((cell, index) => {
    let name = cell.trim();
    if (name === "") {
      name = `column_${index + 1}`;
      problems.add(
        "header-empty",
        "warning",
        `Column ${index + 1} has no heading. It is read as ${name}.`,
        line,
      );
    }
    if (taken.has(name.toLowerCase())) {
      let copy = 2;
      while (taken.has(`${name}_${copy}`.toLowerCase())) copy++;
      problems.add(
        "header-duplicate",
        "warning",
        `Column ${index + 1} has the same heading as an earlier one. It is read with _${copy} added; the first keeps the name.`,
        line,
      );
      name = `${name}_${copy}`;
    }
    taken.add(name.toLowerCase());
    return name;
  });
}
