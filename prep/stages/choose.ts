import type { Finding, RowCount } from "../check/finding";
import type { Collection } from "../collections/collection";
import type { Extracts } from "./extracts";
import { NothingToBuild } from "../nothing-to-build";
import type { Settings } from "../settings";
import type { Loaded } from "./loaded";

export interface Chosen {
  /** The settings', else the extracts' own; null where neither says one. */
  readonly authority: string | null;
  /** The collections that have extracts, each with those that are used. */
  readonly loaded: readonly Loaded[];
  readonly findings: readonly Finding[];
  readonly rows: readonly RowCount[];
}

const rejectedRows = (rows: readonly RowCount[], files: ReadonlySet<string>): RowCount[] =>
  rows.map((row) => (files.has(row.file) ? { ...row, rowsOut: 0, rowsRejected: row.rowsIn } : row));

/**
 * Picks the extracts of one authority, once each, that speak of days up to the date the build stops
 * at. Throws `NothingToBuild` when it cannot tell which authority.
 */
export function chooseExtracts(
  collections: readonly Collection[],
  extracts: Extracts,
  settings: Settings,
): Chosen {
  const given = [
    ...new Set(
      collections.flatMap((collection) =>
        extracts.of(collection).flatMap((extract) => collection.authorityOf?.(extract) ?? []),
      ),
    ),
  ].sort();
  if (settings.authority === null && given.length > 1)
    throw new NothingToBuild(
      `The extracts are of several authorities (${given.join(", ")}). Say which one to build with --authority.`,
    );
  const authority = settings.authority ?? given[0] ?? null;
  const chosen = collections.map((collection) => {
    const all = extracts.of(collection);
    const choice = collection.choose?.(all, { authority, asAt: settings.asAt }) ?? {
      kept: all,
      left: [],
      findings: [],
    };
    return { collection, ...choice };
  });
  const left = new Set(
    chosen.flatMap(({ collection, left: out }) => out.flatMap((one) => collection.filesOf(one))),
  );
  return {
    authority,
    loaded: chosen
      .filter(({ kept }) => kept.length > 0)
      .map(({ collection, kept }) => ({ collection, extracts: kept })),
    findings: chosen.flatMap(({ findings }) => findings),
    rows: rejectedRows(extracts.rows, left),
  };
}
