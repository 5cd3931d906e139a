import type { ProblemList } from "./problems";
import type { PassedOver } from "./scan-result";
import type { GrowingColumn } from "./table-builder";
import type { ElementKind } from "./xml-elements";

interface FieldSink {
  /**
   * Puts a text into the row of its record, in the column of its element. A value that is there
   * already stays.
   */
  set(
    kind: ElementKind,
    row: number,
    bytes: Uint8Array,
    start: number,
    end: number,
    line: number,
  ): void;
  /** Notes values that may stand where they are not looked for: in attributes, in a field's elements. */
  odd(what: keyof typeof oddities, line: number): void;
  /** Notes text that stands where no field is. */
  stray(line: number): void;
  /**
   * The elements with text that were not asked for, and were not noted in an earlier file of the
   * same reader.
   */
  passedOver(): PassedOver[];
  /**
   * Reports fields that stood twice in a record, and stray text: one problem each, with how often.
   */
  report(problems: ProblemList): void;
}

const oddities = {
  attributes: ["xml-attributes", "An element has attributes, which are not read"],
  elements: ["xml-field-with-elements", "A field holds elements in place of a value"],
} as const;

const times = (count: number): string => `${count} time${count === 1 ? "" : "s"}`;

/** Takes the texts of fields as the scanner finds them. */
export function fieldSink(): FieldSink {
  const repeated = new Map<GrowingColumn, { table: string; line: number; count: number }>();
  const strays = { line: 0, count: 0 };
  const odd = new Map<keyof typeof oddities, { line: number; count: number }>();
  const unwanted: ElementKind[] = [];
  return {
    set(kind, row, bytes, start, end, line) {
      const owner = kind.owner;
      if (owner === null) return;
      if (!kind.wanted) {
        if (!kind.noted) unwanted.push(kind);
        kind.noted = true;
        return;
      }
      const column = (kind.column ??= owner.column(kind.local));
      if (column.codes[row] === 0) {
        column.codes[row] = column.dictionary.intern(bytes, start, end);
        return;
      }
      const seen = repeated.get(column);
      if (seen === undefined) repeated.set(column, { table: owner.name, line, count: 1 });
      else seen.count++;
    },
    passedOver: () =>
      unwanted.map(({ owner, local }) => ({ table: owner!.name, name: local, position: null })),
    odd(what, line) {
      const seen = odd.get(what);
      if (seen === undefined) odd.set(what, { line, count: 1 });
      else seen.count++;
    },
    stray(line) {
      if (strays.count++ === 0) strays.line = line;
    },
    report(problems) {
      for (const [{ name }, { table, line, count }] of repeated)
        problems.add(
          "xml-repeated-field",
          "warning",
          `Field ${name} is more than once in a record of ${table}, ${times(count)} (first here). The first value is kept.`,
          line,
        );
      for (const [what, { line, count }] of odd) {
        const [code, words] = oddities[what];
        problems.add(code, "warning", `${words}, ${times(count)} (first here).`, line);
      }
      if (strays.count > 0)
        problems.add(
          "xml-stray-text",
          "warning",
          `Text is between elements, where no field is, ${times(strays.count)} (first here). It is not read.`,
          strays.line,
        );
    },
  };
}
