import { scanCsv } from "../../scan/scan";
import type { KnownFigure } from "./known-figure";
import { releasedFigure } from "./released-figures";

/** Names of the files of a register of releases, by what they hold. */
const RELEASE = /^release-[0-9a-f]{16}\.csv$/;

/** Whether a file is one of a register of releases, so no extract. */
export const isRelease = (name: string): boolean => RELEASE.test(name);

/** What a release is called in a register: the same release has the same name. */
export async function releaseName(bytes: Uint8Array): Promise<string> {
  const digest = new Uint8Array(await crypto.subtle.digest("SHA-256", bytes.slice()));
  const hex = [...digest.subarray(0, 8)].map((byte) => byte.toString(16).padStart(2, "0"));
  return `release-${hex.join("")}.csv`;
}

/** The figures of a list of what is released; null where it is none. */
export async function readReleased(bytes: Uint8Array): Promise<KnownFigure[] | null> {
  async function* chunks(): AsyncGenerator<Uint8Array> {
    yield bytes;
  }
  const { tables, problems } = await scanCsv(chunks(), { table: "release", exported: true });
  const [table] = tables;
  if (!table || problems.some(({ severity }) => severity === "error")) return null;
  const columns = [...table.columns];
  const figures = Array.from({ length: table.rowCount }, (_, row) =>
    releasedFigure(Object.fromEntries(columns.map(([name, column]) => [name, column.at(row)]))),
  );
  return figures.some((figure) => figure === null) ? null : (figures as KnownFigure[]);
}
