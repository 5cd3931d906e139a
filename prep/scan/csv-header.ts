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

/**
 * Distinct, non-empty spellings for the cells of a header row; what had to be changed is noted. Of
 * columns with one heading none keeps the name, for nobody knows which is meant; the first does of
 * those that are `repeated`, in small letters.
 */
export function headerNames(
  cells: readonly string[],
  line: number,
  problems: ProblemList,
  repeated: readonly string[] = [],
): string[] {
  const taken = new Set<string>();
  const folded = cells.map((cell) => cell.trim().toLowerCase());
  const stands = (name: string, from = 0): number => folded.indexOf(name, from);
  const unlike = (name: string, from: number): string => {
    let copy = from;
    while (taken.has(`${name}_${copy}`.toLowerCase())) copy++;
    return `${name}_${copy}`;
  };
  return cells.map((cell, index) => {
    let name = cell.trim();
    const first = stands(folded[index]);
    if (name === "") {
      name = `column_${index + 1}`;
      problems.add(
        "header-empty",
        "warning",
        `Column ${index + 1} has no heading. It is read as ${name}.`,
        line,
      );
    } else if (!repeated.includes(folded[index]) && stands(folded[index], first + 1) !== -1) {
      if (first !== index)
        problems.add(
          "header-duplicate",
          "error",
          `Columns ${first + 1} and ${index + 1} have the same heading, and which one is meant cannot be known: neither is read. Rename the one that is not, or take it out.`,
          line,
        );
      name = unlike(name, 1);
    }
    if (taken.has(name.toLowerCase())) {
      name = unlike(name, 2);
      problems.add(
        "header-duplicate",
        "warning",
        `Column ${index + 1} has the same heading as an earlier one. It is read as ${name}; the first keeps the name.`,
        line,
      );
    }
    taken.add(name.toLowerCase());
    return name;
  });
}
