import { makeSample } from "../../../prep/sample/make-sample";
import { makeMhsds, mhsdsFiles } from "../../../prep/sample/mhsds/mhsds";
import type { MhsdsForm } from "../../../prep/sample/mhsds/write-mhsds";
import { bytesOf } from "../pipeline/run";

/** Files of an invented extract by their path: of so many people from January 2024 on. */
export function worldFiles(
  { people, seed, months }: { people: number; seed: number; months?: number },
  form: MhsdsForm,
): Map<string, string> {
  const { history } = makeSample({ people: Math.round(people * 0.75), years: 2, seed });
  const last = months === undefined ? {} : { last: 2024 * 12 + months - 1 };
  const sample = makeMhsds(history, { seed, people, ...last });
  return new Map(
    mhsdsFiles(sample, form).flatMap(({ name, chunks }) =>
      name.endsWith("linkage.csv")
        ? []
        : [[name, new TextDecoder().decode(bytesOf(chunks))] as const],
    ),
  );
}

/** A change of some rows of a table: each line but the first, by its cells and its headings. */
export function changed(
  files: ReadonlyMap<string, string>,
  table: string,
  change: (cells: string[], at: (heading: string) => number, row: number) => string[] | null,
): Map<string, string> {
  return new Map(
    [...files].map(([name, text]) => {
      if (!name.includes(table)) return [name, text];
      const [head, ...lines] = text.split("\r\n");
      const headings = head.split(",");
      const at = (heading: string): number => headings.indexOf(heading);
      const rows = lines.flatMap((line, row) => {
        if (line === "") return [line];
        const cells = change(line.split(","), at, row);
        return cells === null ? [] : [cells.join(",")];
      });
      return [name, [head, ...rows].join("\r\n")];
    }),
  );
}
