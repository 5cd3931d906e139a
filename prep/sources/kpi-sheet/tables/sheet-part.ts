import { phrase } from "./fold";
import { WHOLE_AREA } from "./figure-columns";
import { authoritiesIn } from "../../../reference/authorities-in-text";
import { kindSaid } from "./kind-words";
import type { Place } from "./places";

const KINDS =
  "locality|localities|area|cluster|quadrant|district|place|hub|neighbourhood|network|zone|patch|ward|division|team|sector";

/**
 * The part of the authority that all figures of a sheet are of: where a title or the sheet itself
 * calls what the sheet is named after a locality or the like, or the name is a quarter of the
 * compass. The whole authority where nothing says so.
 */
export function partOfSheet(sheet: string, titles: readonly string[]): Place {
  const name = phrase(sheet)
    .replace(new RegExp(`\\b(?:${KINDS})\\b`, "g"), "")
    .trim();
  const isOther = kindSaid(sheet).kind !== null || authoritiesIn(sheet).length > 0;
  if (name === "" || isOther || OF_PAPER.test(name) || OF_SERVICE.test(name)) return WHOLE_AREA;
  const word = name.replace(/[.*+?^${}()|[\]\\]/g, "\\$&");
  const called = new RegExp(`\\b(?:${word} (?:${KINDS})|(?:${KINDS}) ${word})\\b`);
  const isPart =
    [sheet, ...titles].some((title) => called.test(phrase(title))) || COMPASS.test(name);
  return isPart && !isWhole(name) ? { authority: null, part: sheet } : WHOLE_AREA;
}

/** What sheets are called after what they show: "local area tiles" are no locality. */
const OF_PAPER =
  /^(?:tiles?|cards?|headlines?|dashboards?|scorecards?|board|reports?|data|figures?|facts?|measures?|kpis?|indicators?|summary|overview|profile|performance|plan|results?|outcomes?)\b/;
/** Teams that are called after what they do, and not after where. */
const OF_SERVICE =
  /\b(?:sen|send|ehcps?|ehc|ep|eps|educational psychology|psychology|assessments?|reviews?|tribunals?|appeals?|mediation|therap(?:y|ies)|salt|ot|physio|autism|adhd|camhs|inclusion|transport|placements?|commissioning|casework|statutory|early years|post ?16|preparing for adulthood|pfa|health|social care|virtual school|sendiass|sensory|portage|brokerage|finance|quality|short breaks|behaviour|attendance|exclusions?)\b/;
const COMPASS = /^(?:north|south|east|west|central|mid|coastal|rural|urban)(?: (?:and )?\w+)?$/;
const isWhole = (name: string): boolean =>
  /^(?:whole|all|total|overall|county|borough|city|council|authority|local|partnership|service|send|this|each|by|per)\b/.test(
    name,
  );
