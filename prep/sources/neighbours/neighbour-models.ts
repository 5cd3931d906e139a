import { neighbourLists, type Closeness } from "../../reference/neighbours";
import { readOnce } from "../../reference/read-reference";

export interface Neighbour {
  /** Three-digit number of the authority; kept as it was when the model was made. */
  readonly code: string;
  readonly rank: number;
  /** Null where the model gives none. */
  readonly closeness: Closeness | null;
}

/**
 * A set of neighbours for each authority, with its version and where it comes from. Neighbours are
 * not mutual.
 */
export interface NeighbourModel {
  /** Stored with every comparison, such as `2025-05`. */
  readonly version: string;
  readonly name: string;
  readonly source: string;
  readonly licence: string;
  /** By three-digit number, nearest first. */
  readonly neighbours: ReadonlyMap<string, readonly Neighbour[]>;
  /** A group that the council chose: its members are peers, in no order of likeness. */
  readonly arePeers?: true;
  /** Of peers with one value of a column: that value, by three-digit number. */
  readonly sharedValue?: ReadonlyMap<string, string>;
}

type DfeVersion = keyof typeof neighbourLists;

function dfe(version: DfeVersion, name: string): NeighbourModel {
  const { source, licence, rows } = neighbourLists[version]();
  const neighbours = new Map<string, Neighbour[]>();
  for (const { authority, rank, neighbour, closeness } of rows) {
    const one = { code: neighbour, rank, closeness };
    const list = neighbours.get(authority);
    if (list) list.push(one);
    else neighbours.set(authority, [one]);
  }
  return { version, name, source, licence, neighbours };
}

/**
 * The models that ship with the product, newest first. Models share about half of their neighbours:
 * a comparison never
 * mixes them.
 */
export const neighbourModels = readOnce((): readonly NeighbourModel[] => [
  dfe("2025-05", "Statistical neighbours, May 2025"),
  dfe("2021-04", "Statistical neighbours, April 2021"),
]);

/**
 * The neighbours of an authority by a model, nearest first; empty where the model does not know it.
 */
export const neighboursOf = (model: NeighbourModel, authority: string): readonly Neighbour[] =>
  model.neighbours.get(authority) ?? [];
