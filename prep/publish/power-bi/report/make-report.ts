import type { ModelTable, SemanticModel } from "../model/model";
import { reachOf } from "../model/reach";
import { withAreaChoice } from "./area-choice";
import { withBoardChoice } from "./board-choice";
import { casePages, withCoverage } from "./case-pages";
import { drillPages } from "./drill-pages";
import { exceptionsPage } from "./exceptions-page";
import { figurePages } from "./figure-pages";
import { MARGIN, words } from "./parts";
import type { Bookmark, Field, Page, Report, Visual } from "./report";
import { withPhone } from "./phone";
import { withSlicersThatReach } from "./slicer-reach";

/** Which page each audience begins at. */
const audiences: readonly Bookmark[] = [
  { name: "Board", page: "scorecard" },
  { name: "Operational", page: "timeliness" },
  { name: "Public", page: "print" },
];

/**
 * Pages in the order of the tabs: dashboard, figures, themes, data book; those that are opened from
 * others last.
 */
const order = [
  "scorecard",
  "cards",
  "exceptions",
  "trend",
  "neighbours",
  "areas",
  "timeliness",
  "plans",
  "reviews",
  "needs",
  "attendance",
  "suspensions",
  "mental-health",
  "breakdowns",
  "data-book",
  "data-quality",
  "definitions",
  "print",
];

const place = ({ id }: Page): number => (order.includes(id) ? order.indexOf(id) : order.length);

/** A page that says beside its title who may see it. Tooltips show on pages that say it. */
function marked(page: Page, marking: string): Page {
  if (marking === "" || page.opens?.kind === "Tooltip") return page;
  const half = (page.width - 3 * MARGIN) / 2;
  const title = ({ id, place: [x, y, width, height], ...more }: Visual): Visual => ({
    id,
    place: id === "title" ? [x, y, MARGIN + half - x, height] : [x, y, width, height],
    ...more,
  });
  const [first, ...others] = page.visuals.map(title);
  return {
    ...page,
    visuals: [first, words("marking", marking, [2 * MARGIN + half, 8, half, 44]), ...others],
  };
}

/**
 * The visuals of a page without the fields that the model does not have, such as owners in what is
 * published.
 */
function withoutMissing(page: Page, tables: readonly ModelTable[]): Page {
  const has = ({ kind, table, name }: Field): boolean =>
    tables.some(
      (other) =>
        other.name === table &&
        (kind === "Column" ? other.columns : other.measures).some((one) => one.name === name),
    );
  const kept = (roles: Visual["roles"]): Visual["roles"] =>
    Object.fromEntries(
      Object.entries(roles)
        .map(([role, fields]) => [role, fields.filter(has)] as const)
        .filter(([, fields]) => fields.length > 0),
    );
  const isList = ({ type, roles }: Visual): boolean =>
    type !== "slicer" || Object.keys(roles).length > 0;
  return {
    ...page,
    // A list of a field that is not there has nothing to choose from.
    visuals: page.visuals
      .map((visual) => ({ ...visual, roles: kept(visual.roles) }))
      .filter(isList),
  };
}

interface ReportOptions {
  readonly marking?: string;
  /** The indicator that each measure over rows agrees with, by the measure's name. */
  readonly indicators?: ReadonlyMap<string, string>;
  /** Whether several areas are built. */
  readonly isOfSeveral?: boolean;
  /** Whether a reader chooses one of several boards. */
  readonly isOfBoards?: boolean;
}

/**
 * The report over a model. `guid` is the embedded visual's, null where there is none;
 * `marking` is what each page says of who may see it. Where several areas are built each page lets
 * its reader choose one, and where there are several boards, one of those.
 */
export function makeReport(
  { tables, relationships }: Pick<SemanticModel, "tables" | "relationships">,
  guid: string | null,
  {
    marking = "",
    isOfSeveral = false,
    isOfBoards = false,
    indicators = new Map(),
  }: ReportOptions = {},
): Report {
  const reach = reachOf(tables, relationships);
  const same = (page: Page): Page => page;
  const chosen = isOfSeveral ? withAreaChoice : same;
  const ofBoard = isOfBoards ? withBoardChoice : same;
  const has = (table: string): boolean => tables.some(({ name }) => name === table);
  const withTables = (all: typeof casePages): Page[] =>
    all.filter(({ needs }) => needs.every(has)).map(({ page }) => page);
  const pages = [
    ...(has("Board figures") ? figurePages(guid, isOfSeveral) : []),
    ...withTables(casePages).map((page) =>
      has("Board figures") ? withCoverage(page, indicators) : page,
    ),
    ...withTables([exceptionsPage, ...drillPages]),
  ];
  return {
    pages: pages
      .sort((a, b) => place(a) - place(b))
      .map((page) =>
        withPhone(
          withSlicersThatReach(
            chosen(marked(withoutMissing(ofBoard(page), tables), marking)),
            reach,
          ),
        ),
      ),
    bookmarks: audiences.filter(({ page }) => pages.some(({ id }) => id === page)),
  };
}
