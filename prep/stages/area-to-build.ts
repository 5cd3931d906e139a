import type { Collection } from "../collections/collection";
import type { Extracts } from "./extracts";
import { unreadFiles } from "./unread-files";
import { NothingToBuild } from "../nothing-to-build";
import type { Settings } from "../settings";
import type { Chosen } from "./choose";

interface AreaToBuild {
  /** The authority, else the board. */
  readonly authority: string;
  /** Code of a board whose area is counted too; null where none is. */
  readonly board: string | null;
}

/**
 * Finds which area a build is of. Throws `NothingToBuild` where there are neither extracts nor KPI
 * sheets nor published statistics, or nothing says whose they are.
 */
export function areaToBuild(
  collections: readonly Collection[],
  { authority, loaded }: Chosen,
  extracts: Pick<Extracts, "sources" | "files" | "findings">,
  settings: Settings,
): AreaToBuild {
  const { kpiSheets, published } = extracts.sources;
  if (loaded.length === 0 && kpiSheets.length === 0 && published.length === 0) {
    const none = collections.map(({ noun }) => `no ${noun}`).join(", ");
    throw new NothingToBuild(
      `There is nothing to build from: ${none}, no KPI sheet and no published statistics were recognised.${unreadFiles(extracts)}`,
    );
  }
  const board =
    loaded.flatMap(({ collection }) => collection.board?.(settings) ?? []).at(0) ?? null;
  const area = authority ?? board;
  if (area === null)
    throw new NothingToBuild(
      "Nothing says which authority this is of. Name it with --authority, or name the integrated care board in the settings (mhsds.icb).",
    );
  return { authority: area, board };
}
