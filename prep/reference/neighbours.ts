import may2025 from "./neighbours-2025-05.csv";
import april2021 from "./neighbours-2021-04.csv";
import { reference, type Reference } from "./read-reference";

const closenessWords = [
  "extremely close",
  "very close",
  "close",
  "somewhat close",
  "not close",
] as const;
export type Closeness = (typeof closenessWords)[number];

/** How close a neighbour is by the official tool's label, in any case; null for any other label. */
export const closenessOf = (label: string): Closeness | null =>
  closenessWords.find((one) => one === label.toLowerCase()) ?? null;

interface NeighbourRow {
  readonly authority: string;
  readonly rank: number;
  readonly neighbour: string;
  readonly closeness: Closeness;
}

const version = (file: string, text: string): (() => Reference<NeighbourRow>) =>
  reference({
    file,
    text,
    columns: ["authority", "rank", "neighbour", "closeness"],
    row: ({ authority, rank, neighbour, closeness }) => {
      const known = closenessOf(closeness);
      if (known === null) throw new Error(`"${closeness}" is no closeness of the tool.`);
      if (!/^[1-9]\d*$/.test(rank)) throw new Error(`"${rank}" is no rank.`);
      return { authority, rank: Number(rank), neighbour, closeness: known };
    },
  });

/** The department's statistical neighbours by version, each authority's nearest first. */
export const neighbourLists = {
  "2025-05": version("neighbours-2025-05.csv", may2025),
  "2021-04": version("neighbours-2021-04.csv", april2021),
} as const;
