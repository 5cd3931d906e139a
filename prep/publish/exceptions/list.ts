import { distanceWords, lengthWords } from "../../compare/exception-words";
import type { StarType } from "../../star/declaration";
import { listChunks, type ListColumn } from "../list";
import type { ReportedKpi } from "./report";

type Column = ListColumn<ReportedKpi>;

const column =
  (type: StarType) =>
  (name: string, value: Column["value"]): Column => ({ name, type, value });
const [text, number, whole, date] = [
  column("text"),
  column("double"),
  column("int64"),
  column("date"),
];

const columns: readonly Column[] = [
  text("board", ({ board }) => board),
  text("kind", ({ kind }) => kind),
  text("indicator_id", ({ figure }) => figure.indicator_id),
  text("indicator", ({ subject }) => subject.name),
  text("section", ({ subject }) => subject.section),
  text("sheet_reference", ({ subject }) => subject.reference),
  text("service", ({ figure }) => figure.service),
  text("area_code", ({ figure }) => figure.area_code),
  text("period", ({ figure }) => figure.period_label),
  date("period_start", ({ figure }) => figure.period_start),
  date("period_end", ({ figure }) => figure.period_end),
  date("as_at", ({ figure }) => figure.as_at),
  number("value", ({ figure }) => figure.value),
  number("numerator", ({ figure }) => figure.numerator),
  number("denominator", ({ figure }) => figure.denominator),
  text("unit", ({ subject }) => subject.unit),
  number("target", ({ figure }) => figure.target),
  text("target_words", ({ figure }) => figure.target_words),
  number("near_from", ({ figure }) => figure.lower),
  number("near_to", ({ figure }) => figure.upper),
  number("gap", ({ figure }) => figure.gap),
  text("rating", ({ figure }) => figure.rating),
  text("rating_reason", ({ figure }) => figure.rating_reason),
  text("rating_profile", ({ figure }) => figure.rating_profile),
  number("distance", ({ distance }) => distance?.amount),
  text("distance_measure", ({ distance }) => distance?.measure),
  text("distance_words", (one) => distanceWords(one) || null),
  text("judgement", ({ figure }) => figure.judgement),
  number("compared_with", ({ figure }) => figure.previous),
  whole("periods_missed", ({ missed }) => missed?.periods),
  date("missed_since", ({ missed }) => missed?.since.period_start),
  whole("periods_worsening", ({ worsening }) => worsening?.periods),
  date("worsening_since", ({ worsening }) => worsening?.since.period_start),
  text("how_long", lengthWords),
  text("later_period_without_figure", ({ later }) => later?.period_label),
  text("owner", ({ subject }) => subject.owner),
  text("lead", ({ subject }) => subject.lead),
  text("commentary", ({ subject }) => subject.commentary),
  text("action", ({ subject }) => subject.action),
  date("action_due", ({ subject }) => subject.actionDue),
  text("progress", ({ subject }) => subject.progress),
  text("method", ({ figure }) => figure.method),
  text("source", ({ source }) => source.name),
  text("source_files", ({ source }) => source.files),
  text("who_is_counted", ({ figure }) => figure.cohort_note),
  text("read_with_care", ({ figure }) => figure.comparability_note),
];

/**
 * exceptions.csv, or the list of what is worsening without a rating: one row a KPI of each
 * board, the most severe first.
 */
export const exceptionsCsv = (rows: readonly ReportedKpi[]): Generator<Uint8Array> =>
  listChunks("exceptions", columns, rows);
