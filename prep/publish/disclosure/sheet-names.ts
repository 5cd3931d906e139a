import { personWords } from "../../check/identifiers/person-words";
import type { Star } from "../../star/frame";
import { listOf, type Listed } from "../../star/list-of";

/** An indicator as a catalogue names it. */
export interface CataloguedName {
  readonly name: string;
  readonly lens: string;
  readonly section: string;
  readonly note: string | null;
}

/** Which names of KPI sheets may be published, and how. */
export interface PublishedNames {
  readonly catalogue: ReadonlyMap<string, CataloguedName>;
  /** Names that the settings let through. */
  readonly allowed: readonly string[];
}

/** The names that some indicators are catalogued under, with those that the settings let through. */
export const publishedNames = (
  indicators: readonly (CataloguedName & { readonly id: string })[],
  allowed: readonly string[],
): PublishedNames => ({ catalogue: new Map(indicators.map((one) => [one.id, one])), allowed });

/** The indicators of sheets as they may be published, and the ids of those that may not. */
export interface SheetNames {
  readonly nameOf: ReadonlyMap<string, CataloguedName | { readonly name: string }>;
  readonly leftOut: ReadonlySet<string>;
}

/** Where the collection of an indicator or a source says that people keep it by hand. */
export const SHEET = "KPI sheet";
const BOARD_FILE = "Board file";
export const isOfSheet = ({ collection }: Listed): boolean =>
  [SHEET, BOARD_FILE].some((kind) => String(collection ?? "").startsWith(kind));
/** An indicator with words of a board over those of the catalogue. */
const isOnBoard = ({ board }: Listed): boolean => (board ?? null) !== null;
/** Whether people may have written what an indicator is called. */
export const hasOwnWords = (row: Listed): boolean => isOfSheet(row) || isOnBoard(row);

const folded = (name: string): string => name.trim().replace(/\s+/g, " ").toLowerCase();

/**
 * What KPIs of sheets and boards are called where they are published: as the catalogue has them, else as the
 * sheet does where the settings list the name and it names no person.
 */
export function sheetNames(star: Star, { catalogue, allowed }: PublishedNames): SheetNames {
  const listed = new Set(allowed.map(folded));
  const nameOf = new Map<string, CataloguedName | { readonly name: string }>();
  const leftOut = new Set<string>();
  const indicators = star.get("indicator");
  for (const row of (indicators ? listOf(indicators) : []).filter(hasOwnWords)) {
    const [id, name] = [String(row.indicator_id), String(row.indicator_name)];
    const known = catalogue.get(id);
    if (known) nameOf.set(id, known);
    else if (listed.has(folded(name)) && personWords(name).length === 0) nameOf.set(id, { name });
    else leftOut.add(id);
  }
  return { nameOf, leftOut };
}
