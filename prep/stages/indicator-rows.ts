import type { Frequency } from "../../src/kpi/frequency";
import type { CatalogueEntry } from "../indicators/catalogue-entry";
import type { PlacedKpi, PlacedNote } from "../sources/board-file/placed";
import type { KpiRow } from "../sources/kpi-sheet/kpi-row";

/** A row of the indicator dimension by the names of its columns; what is not named is blank. */
export type IndicatorRow = Readonly<Record<string, string | number | boolean | null>>;

/** The indicator as the catalogue has it. */
export const fromCatalogue = (one: CatalogueEntry, read: Frequency | null): IndicatorRow => ({
  indicator_id: one.id,
  indicator_name: one.name,
  lens: one.lens,
  section: one.section,
  unit: one.unit,
  decimals: one.decimals,
  polarity: one.polarity,
  frequency: one.frequency,
  figure_frequency: read,
  cumulative: one.cumulative,
  numerator_definition: one.numerator,
  denominator_definition: one.denominator,
  definition_note: one.note,
  collection: one.source,
  published_as: one.published,
  headline: false,
});

const joined = (...words: readonly (string | null)[]): string | null =>
  words.filter((one) => one !== null && one !== "").join("; ") || null;

/** The indicator as a KPI sheet has it. */
export const fromSheet = (one: KpiRow, file: string, read: Frequency | null): IndicatorRow => ({
  indicator_id: one.id,
  indicator_name: one.name,
  lens: one.lens,
  section: one.section || null,
  board: one.board || null,
  sheet_reference: one.ref,
  priority: one.priority,
  unit: one.unit,
  decimals: one.decimals,
  polarity: one.polarity ?? "neutral",
  frequency: one.frequency,
  figure_frequency: read,
  cumulative: one.cumulative,
  definition_note: joined(one.good, ...one.corrections),
  collection: `KPI sheet ${file}`,
  owner: one.owner,
  commentary: one.commentary,
  action: one.action,
  headline: one.headline,
});

/** A KPI that a board file alone knows: it has words and no figure. */
const fromBoardAlone = (one: PlacedKpi): IndicatorRow => ({
  indicator_id: one.id,
  unit: one.unit ?? "text",
  decimals: 0,
  polarity: "neutral",
  frequency: "month",
  cumulative: one.cumulative ?? false,
  collection: `Board file ${one.file}`,
});

/** The latest words of a kind that notes have. */
const latest = <K extends "commentary" | "action" | "progress" | "due">(
  notes: readonly PlacedNote[],
  kind: K,
): PlacedNote[K] | null =>
  notes.reduce<PlacedNote[K] | null>((last, note) => note[kind] ?? last, null);

/** What a board says of an action, with its date and progress: of the latest note that has one. */
function actionOf(notes: readonly PlacedNote[]): IndicatorRow {
  const last = [...notes].reverse().find(({ action }) => action !== null);
  if (last === undefined) return {};
  const since = notes.slice(notes.indexOf(last));
  return {
    action: last.action,
    action_due: latest(since, "due"),
    progress: latest(since, "progress"),
  };
}

/** The columns that a board gives; what it leaves empty is not among them. */
const given = (row: IndicatorRow): IndicatorRow =>
  Object.fromEntries(Object.entries(row).filter(([, value]) => value !== null));

/**
 * The indicator as its board has it, over what a sheet or the catalogue says; `notes` are those of
 * the KPI on that board, in order of time.
 */
export function onBoard(
  kpi: PlacedKpi,
  notes: readonly PlacedNote[],
  under: IndicatorRow | null,
): IndicatorRow {
  const row = under ?? fromBoardAlone(kpi);
  return {
    ...row,
    ...given({
      indicator_name: kpi.printedName ?? (kpi.entry === null ? kpi.kpi : kpi.entry.name),
      lens: kpi.lens,
      section: kpi.section,
      subsection: kpi.subsection,
      board: kpi.board ?? (row.board || BOARD),
      sheet_reference: kpi.number,
      priority: kpi.priority,
      unit: kpi.entry === null ? kpi.unit : null,
      decimals: kpi.decimals,
      polarity: kpi.polarity,
      owner: kpi.owner,
      lead: kpi.lead,
      headline: kpi.headline,
      commentary: latest(notes, "commentary"),
      baseline: kpi.baseline?.value ?? null,
      baseline_date: kpi.baseline?.day ?? null,
      definition_note: kpi.definition && joined(kpi.definition, row.definition_note as string),
    }),
    ...actionOf(notes),
  };
}

/** What the only board of a folder is called where it has no name. */
const BOARD = "Board";
