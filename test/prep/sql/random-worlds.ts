import { columnsOf, mhsdsTables } from "../../../prep/collections/mhsds/fields/fields";
import { formsOf } from "../../../prep/collections/mhsds/fields/headings";
import { changed, worldFiles } from "./worlds";

type Files = ReadonlyMap<string, string>;

/** A generator of numbers from 0 to below 1, the same for the same seed. */
function numbersOf(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}

/** What befalls a cell: it is empty, as in another row, or of a code that nobody knows. */
const ACCIDENTS: readonly ((other: string) => string)[] = [() => "", (other) => other, () => "ZZ9"];

/** The tables whose rows accidents befall, with the share of a table's rows that they befall. */
const TABLES = ["MHS001", "MHS002", "MHS101", "MHS102", "MHS201", "MHS202", "MHS501", "MHS502"];
const SHARES = [0, 0, 0.01, 0.05, 0.2];

/**
 * The other places of a field whose heading stands twice, in an older form too: the printed SQL
 * takes the older one of a row where the newer is empty, a build does not.
 */
function twins(table: string, headings: readonly string[]): (column: number) => readonly number[] {
  const lower = headings.map((heading) => heading.toLowerCase());
  const forms = mhsdsTables
    .filter((name) => name.startsWith(table))
    .flatMap((name) => columnsOf[name].map(formsOf));
  return (column) => {
    const own = forms.find((of) => of.includes(lower[column])) ?? [];
    return [column, ...lower.flatMap((one, i) => (i !== column && own.includes(one) ? [i] : []))];
  };
}

/** Cells of a table changed, rows of it lost or twice, and its rows in another order. */
function spoilt(files: Files, table: string, next: () => number): Files {
  const share = SHARES[Math.floor(next() * SHARES.length)];
  if (share === 0) return files;
  const seen: string[][] = [];
  const [file] = [...files].find(([name]) => name.includes(table)) ?? [""];
  const alike = twins(table, (files.get(file) ?? "").split("\r\n")[0].split(","));
  const accidents = changed(files, table, (cells) => {
    const earlier = seen[Math.floor(next() * seen.length)];
    seen.push(cells);
    if (next() > share || !earlier) return cells;
    if (next() < 0.2) return null;
    // The ids of months and submissions say which rows belong together; that is tried elsewhere.
    const column = 5 + Math.floor(next() * Math.max(1, cells.length - 5));
    if (column >= cells.length) return cells;
    const accident = ACCIDENTS[Math.floor(next() * ACCIDENTS.length)];
    return alike(column).reduce(
      (row, place) => row.with(place, accident(earlier[place] ?? "")),
      cells,
    );
  });
  const isTurned = next() < 0.5;
  return new Map(
    [...accidents].map(([name, text]) => {
      if (!isTurned || !name.includes(table)) return [name, text];
      const [head, ...lines] = text.split("\r\n").filter((line) => line !== "");
      return [name, [head, ...lines.reverse(), ""].join("\r\n")];
    }),
  );
}

/** A small extract of some form, with accidents: the same for the same seed. */
export function randomWorld(seed: number): Files {
  const next = numbersOf(seed);
  const one = <V>(values: readonly V[]): V => values[Math.floor(next() * values.length)];
  const size = { people: 5 + Math.floor(next() * 40), seed, months: 2 + Math.floor(next() * 14) };
  const version = one([5, 6, undefined] as const);
  const headers = one(["warehouse", "research", undefined] as const);
  const files = worldFiles(size, {
    ...(version === undefined ? {} : { version }),
    ...(headers === undefined ? {} : { headers }),
    byMonth: next() < 0.3,
    errors: one([0, 0, 3, 20]),
  });
  return TABLES.reduce<Files>((spoiltSoFar, table) => spoilt(spoiltSoFar, table, next), files);
}
