import type { Words } from "../host/words";
import type { StatusLevel } from "../kpi/own-status";
import { summaryOf, type Summary } from "../kpi/summary";
import type { Kpi } from "../model/kpi";
import { statusIcon } from "./icon";
import { classOf, levelIcon } from "./pill";

/** How many KPIs of a list have one status. */
interface Count {
  readonly className: string;
  readonly count: number;
  readonly icon: Node | string;
  readonly word: string;
}

/** The counts of a list, and of our own rating why KPIs have none. */
interface Counts {
  readonly counts: readonly Count[];
  readonly reasons: Summary["notRatedReasons"];
}

const RATINGS = ["met", "near", "missed", "not_rated"] as const;
const LEVELS: readonly StatusLevel[] = ["good", "fair", "poor", "done", "other", "none"];

/** Counts by our rating; where no KPI has one and the author gives a status, by that. */
export function countsOf(kpis: readonly Kpi[], words: Words): Counts {
  const isOurs =
    kpis.some(({ latest }) => latest.rating.rating !== "not_rated") ||
    kpis.every(({ own }) => own.status === null);
  if (!isOurs) return { counts: ownCounts(kpis, words), reasons: [] };
  const { ratings, notRatedReasons } = summaryOf(
    kpis.map(({ latest: { rating } }) => ({ rating: rating.rating, reason: rating.reason })),
  );
  return {
    counts: RATINGS.map((rating) => ({
      className: rating,
      count: ratings[rating],
      icon: statusIcon(rating),
      word: words(`summary_${rating}`),
    })),
    reasons: notRatedReasons,
  };
}

/** One count for each of the author's words, and of the KPIs without one. */
function ownCounts(kpis: readonly Kpi[], words: Words): Count[] {
  const byWord = new Map<string, { count: number; level: StatusLevel; word: string }>();
  for (const { own } of kpis) {
    const word = own.status ?? words("count_without");
    const known = byWord.get(word.toLowerCase());
    if (known) known.count += 1;
    else byWord.set(word.toLowerCase(), { count: 1, level: own.level, word });
  }
  return [...byWord.values()]
    .sort((a, b) => LEVELS.indexOf(a.level) - LEVELS.indexOf(b.level))
    .map(({ count, level, word }) => ({
      className: classOf(level),
      count,
      icon: levelIcon(level),
      word,
    }));
}
