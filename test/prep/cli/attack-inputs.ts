import { readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";

/** Every so many people of the last return were recorded late. */
const LATE = 40;
const RETURN = "in/sen2/2026";

const linesOf = (text: string): string[] => text.split(/\r?\n/).filter((line) => line !== "");

/**
 * Takes the records of some people out of the last return, as if they had been recorded late: one
 * of so many, the first of them by `offset`. Gives what puts them back.
 */
export function withoutLateRecords(place: string, offset = LATE - 1): () => void {
  const folder = join(place, RETURN);
  const before = new Map(
    readdirSync(folder).map((name) => [name, readFileSync(join(folder, name), "utf8")]),
  );
  const gone = new Set<string>();
  for (const table of ["person", "requests", "assessment", "namedplan", "activeplans"]) {
    const [, text] = [...before].find(([name]) => name.endsWith(`_${table}.csv`))!;
    linesOf(text)
      .slice(1)
      .forEach((line, i) => {
        const cells = line.split(",");
        const isLate = table === "person" ? i % LATE === offset : gone.has(cells[4]);
        if (isLate) gone.add(cells[0]);
      });
  }
  for (const [name, text] of before) {
    const kept = linesOf(text).filter((line) => !line.split(",").some((cell) => gone.has(cell)));
    writeFileSync(join(folder, name), `${kept.join("\r\n")}\r\n`);
  }
  return () => {
    for (const [name, text] of before) writeFileSync(join(folder, name), text);
  };
}
