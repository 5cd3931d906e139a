import { neighbours2021 } from "../../reference/neighbours-2021";
import { neighbours2025 } from "../../reference/neighbours-2025";

export type Closeness = "extremely close" | "very close" | "close" | "somewhat close" | "not close";

export interface Neighbour {
  /** Three-digit number of the authority; kept as it was when the model was made. */
  readonly code: string;
  readonly rank: number;
  /** Null where the model gives none. */
  readonly closeness: Closeness | null;
}

/** A set of neighbours for each authority, with its version and where it comes from. Neighbours are not mutual. */
export interface NeighbourModel {
  /** Stored with every comparison, such as `2025-05`. */
  readonly version: string;
  readonly name: string;
  readonly source: string;
  readonly licence: string;
  /** By three-digit number, nearest first. */
  readonly neighbours: ReadonlyMap<string, readonly Neighbour[]>;
}

const CLOSENESS: Readonly<Record<string, Closeness>> = {
  e: "extremely close",
  v: "very close",
  c: "close",
  s: "somewhat close",
  n: "not close",
};

function unpack(rows: readonly string[]): Map<string, readonly Neighbour[]> {
  return new Map(
    rows.map((row) => {
      const [code, ...list] = row.split(" ");
      return [
        code,
        list.map((one, i): Neighbour => ({
          code: one.slice(0, 3),
          rank: i + 1,
          closeness: CLOSENESS[one[3]],
        })),
      ];
    }),
  );
}

const dfe = (version: string, name: string, rows: readonly string[]): NeighbourModel => ({
  version,
  name,
  source: "Department for Education, children's services statistical neighbour benchmarking",
  licence: "Contains public sector information licensed under the Open Government Licence v3.0",
  neighbours: unpack(rows),
});

/** The models that ship with the product, newest first. Models share about half of their neighbours: a comparison never mixes them. */
export const neighbourModels: readonly NeighbourModel[] = [
  dfe("2025-05", "Statistical neighbours, May 2025", neighbours2025),
  dfe("2021-04", "Statistical neighbours, April 2021", neighbours2021),
];

/** The neighbours of an authority by a model, nearest first; empty where the model does not know it. */
export const neighboursOf = (model: NeighbourModel, authority: string): readonly Neighbour[] =>
  model.neighbours.get(authority) ?? [];
