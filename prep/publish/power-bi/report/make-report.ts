import type { ModelTable } from "../model/model";
import { casePages } from "./case-pages";
import { exceptionsPage } from "./exceptions-page";
import { figurePages } from "./figure-pages";
import type { Bookmark, Page, Report } from "./report";

/** Which page each audience begins at. */
const audiences: readonly Bookmark[] = [
  { name: "Board", page: "scorecard" },
  { name: "Operational", page: "timeliness" },
  { name: "Public", page: "print" },
];

/** Pages in the order of the tabs: dashboard, figures, themes, data book; those that are opened from others last. */
const order = ["scorecard", "cards", "exceptions", "trend", "neighbours", "timeliness", "plans", "reviews", "needs", "data-book", "data-quality", "definitions", "print"];

const place = ({ id }: Page): number => (order.includes(id) ? order.indexOf(id) : order.length);

/** The report over a model's tables. `guid` is the embedded visual's, null where there is none. */
export function makeReport(tables: readonly ModelTable[], guid: string | null): Report {
  const has = (table: string): boolean => tables.some(({ name }) => name === table);
  const pages = [...(has("KPI values") ? figurePages(guid) : []), ...[exceptionsPage, ...casePages].filter(({ needs }) => needs.every(has)).map(({ page }) => page)];
  return {
    pages: pages.sort((a, b) => place(a) - place(b)),
    bookmarks: audiences.filter(({ page }) => pages.some(({ id }) => id === page)),
  };
}
