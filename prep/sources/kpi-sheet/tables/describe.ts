import { readDay } from "../../../calendar/read-day";
import { indicatorIdOf } from "../../../indicators/indicator-id";
import { readPolarity } from "../../../../src/kpi/read-polarity";
import type { ReadTarget } from "../../../../src/kpi/read-target";
import type { Unit } from "../../../../src/kpi/unit";
import type { KpiRow } from "../kpi-row";
import { secondaryOf } from "../second-figures";
import { isCumulativeName } from "../sheet-words";
import type { Label } from "./label-words";
import type { Read, Report } from "./read-entries";
import type { Entry } from "./table-context";

/** The last words of a label among the rows of a KPI. */
export const lastWords = (entries: readonly Entry[], of: Label): string | null =>
  entries.reduce<string | null>((last, { labels }) => labels.get(of) ?? last, null);

type Described = Pick<
  KpiRow,
  | "line"
  | "ref"
  | "area"
  | "place"
  | "id"
  | "name"
  | "board"
  | "section"
  | "priority"
  | "lens"
  | "good"
  | "cumulative"
  | "owner"
  | "commentary"
  | "action"
  | "footprint"
  | "cohort"
  | "nextDue"
  | "headline"
  | "corrections"
>;

export function describedBy(
  group: readonly Entry[],
  { name, section, place, line }: Entry,
): Described {
  const words = (of: Label): string | null => lastWords(group, of);
  const due = words("next_due");
  return {
    line,
    ref: words("number") ?? "",
    area: place.authority,
    place: place.part,
    id: indicatorIdOf(name),
    name,
    board: words("board") ?? "",
    section: section === "" ? (words("priority") ?? "") : section,
    priority: words("priority"),
    lens: words("lens"),
    good: words("polarity"),
    cumulative: isCumulativeName(name),
    owner: words("owner"),
    commentary: words("commentary"),
    action: words("action"),
    footprint: words("footprint"),
    cohort: words("cohort"),
    nextDue: due === null ? null : readDay(due),
    headline: /^(y|yes|true|1|x)$/i.test(words("headline") ?? ""),
    corrections: [],
  };
}

export function polarityOf(
  group: readonly Entry[],
  target: ReadTarget | null,
  report: Report,
): KpiRow["polarity"] {
  const words = lastWords(group, "polarity") ?? "";
  if (words === "") return target !== null && "polarity" in target ? target.polarity : null;
  const polarity = readPolarity(words);
  if (polarity === null) report("B16", group[0].line, "polarity");
  return polarity;
}

const MOST_DECIMALS = 4;

export function decimalsOf(
  reads: readonly Read[],
  unit: Unit,
  name: string,
): Pick<KpiRow, "decimals" | "secondaryUnit" | "secondaryDecimals"> {
  const cells = reads
    .filter(({ kind }) => kind !== "target" && kind !== "numerator" && kind !== "denominator")
    .map(({ cell }) => cell);
  const printed = cells.filter(({ value }) => value !== null).map(({ decimals }) => decimals);
  return {
    decimals: Math.min(MOST_DECIMALS, Math.max(0, ...printed)),
    ...secondaryOf(cells, unit, name),
  };
}
