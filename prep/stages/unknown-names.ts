import type { Finding } from "../check/finding";
import { nearest } from "../check/nearest";
import type { IndicatorTarget } from "../compare/targets";
import type { Settings } from "../settings";

/** What the settings name, and what there is. */
interface NamesInSettings {
  readonly targets: readonly IndicatorTarget[];
  /** Rules of single KPIs. */
  readonly ratings: Settings["rating"]["kpis"];
  /** Ids of all indicators: of the catalogue, of the council's own and of the KPI sheets. */
  readonly indicators: ReadonlySet<string>;
}

const unknown = (field: string, record: string, words: string): Finding => ({
  rule: "T02",
  severity: "error",
  file: "send-scorecard.json",
  table: field,
  record,
  line: null,
  field,
  message: words,
  action: "Correct the name in the settings; indicator.csv of the output lists the indicators.",
});

/** A finding for each indicator with a target that does not exist, with the nearest that does. */
export function unknownNames({ targets, ratings, indicators }: NamesInSettings): Finding[] {
  const ids = [...indicators];
  const named = [
    ["targets", "A target", targets.map(({ indicator }) => indicator)],
    ["rating", "A rating rule", ratings.flatMap(({ indicator }) => indicator ?? [])],
  ] as const;
  return named.flatMap(([field, what, names]) =>
    [...new Set(names)]
      .filter((id) => !indicators.has(id))
      .map((id) => {
        const near = nearest(id, ids);
        const meant = near === null ? "" : ` Did you mean ${near}?`;
        return unknown(field, id, `${what} is set for ${id}, which is no indicator.${meant}`);
      }),
  );
}
