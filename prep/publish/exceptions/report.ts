import { summaryOf, type Summary } from "../../../src/kpi/summary";
import type { Day } from "../../calendar/day";
import type { Exceptions, KpiException } from "../../compare/exceptions";
import type { Star } from "../../star/frame";
import {
  areaNamesOf,
  sourcesOf,
  subjectsOf,
  subjectsOnBoard,
  type SourceWords,
  type Subject,
} from "./subject";

/** An exception with what its KPI is and where its figure comes from. */
export interface ReportedKpi extends KpiException {
  /** Name of the board where there are several. */
  readonly board: string | null;
  readonly subject: Subject;
  readonly source: SourceWords;
  /**
   * Name of its area where the figures are of several, such as an authority and an integrated care
   * board; else null.
   */
  readonly area: string | null;
}

/**
 * All that the lists and the page of exceptions say. Holds owners, commentary and small numbers:
 * for the council's own
 * use.
 */
export interface ExceptionReport {
  /** Name of the board where there are several; null for KPIs on none of them and for the only one. */
  readonly board: string | null;
  /** Names of the own areas. */
  readonly areas: readonly string[];
  /**
   * Last days of the earliest and the latest period that a current figure is of; null where there
   * is no figure.
   */
  readonly ends: readonly [Day, Day] | null;
  readonly exceptions: readonly ReportedKpi[];
  readonly notRated: readonly ReportedKpi[];
  /** Of all current figures. */
  readonly summary: Summary;
}

/**
 * The exceptions of a built star, or of one of its boards, with names, owners, commentary, actions and sources; null where
 * the star has no
 * figures or says nothing of its indicators.
 */
export function exceptionReport(
  star: Star,
  { exceptions, notRated, current, board = null }: Exceptions & { readonly board?: string | null },
): ExceptionReport | null {
  if (!star.has("kpi_board") || !star.has("indicator")) return null;
  const [subjects, sources, areas] = [subjectsOf(star), sourcesOf(star), areaNamesOf(star)];
  const onBoard = board === null ? null : subjectsOnBoard(star, board);
  const codes = [...new Set(current.map(({ area_code }) => area_code))];
  const areaName = (code: string): string => areas.get(code) ?? code;
  const reported = (one: KpiException): ReportedKpi => ({
    ...one,
    board,
    subject: {
      ...subjects.get(one.figure.indicator_id)!,
      ...onBoard?.get(one.figure.indicator_id),
    },
    source: sources.get(one.figure.source_key)!,
    area: codes.length > 1 ? areaName(one.figure.area_code) : null,
  });
  const ends = current.map(({ period_end }) => period_end).sort((a, b) => a - b);
  return {
    board,
    areas: codes.map(areaName),
    ends: ends.length === 0 ? null : [ends[0], ends[ends.length - 1]],
    exceptions: exceptions.map(reported),
    notRated: notRated.map(reported),
    summary: summaryOf(
      current.map(({ rating, rating_reason: reason, judgement }) => ({
        rating: rating ?? "not_rated",
        reason,
        judgement,
      })),
    ),
  };
}
