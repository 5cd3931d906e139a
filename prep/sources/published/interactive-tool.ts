import type { Unit } from "../../../src/kpi/unit";
import { listedIndicators } from "../../indicators/listed-indicators";
import { toolMeasures, type ToolMeasure } from "../../reference/interactive-tool";
import { ENGLAND } from "../../reference/authorities";
import { readOnce } from "../../reference/read-reference";
import { authorityOf, type PublishedArea } from "./area";
import { censusMappings } from "./census-mapping";
import { readTimePeriod, type PublishedPeriod } from "./period";
import type { PublishedMapping } from "./published-mapping";
import { sen2Mappings } from "./sen2-mapping";

/** England and regions by the tool's own numbers, which no authority has. */
const AREAS: Readonly<Record<string, string>> = {
  970: ENGLAND,
  980: "E12000001",
  981: "E12000002",
  982: "E12000003",
  983: "E12000004",
  984: "E12000005",
  985: "E12000006",
  986: "E12000007",
  987: "E13000001",
  988: "E13000002",
  989: "E12000008",
  990: "E12000009",
};

/** The area of a number of the tool; null where it is not known. */
export function toolArea(number: string): PublishedArea | null {
  const authority = authorityOf(number, "");
  if (authority !== null) return { level: "authority", code: authority };
  const code = AREAS[number];
  if (code === undefined) return null;
  return { level: code === ENGLAND ? "england" : "region", code };
}

const byKey = readOnce(() => new Map(toolMeasures().rows.map((row) => [row.measure.trim(), row])));

/** The measure of a key of the tool; undefined where no indicator is held against it. */
export const toolMeasure = (key: string): ToolMeasure | undefined => byKey().get(key.trim());

const before = (year: number): string => `${year - 1}${String(year % 100).padStart(2, "0")}`;

/**
 * The period of a year as the tool prints it: `2024`, `2023/24`, `2025 (prov)`. Academic and
 * financial years of one number end in it. Null where it is none.
 */
export function toolPeriod(years: string, kind: ToolMeasure["year"]): PublishedPeriod | null {
  const found = /^(20\d\d)(?:[/-](\d\d))?\b/.exec(years.trim());
  if (found === null) return null;
  const year = Number(found[1]) + (found[2] === undefined ? 0 : 1);
  switch (kind) {
    case "calendar_year":
      return readTimePeriod(String(year), "Calendar year");
    case "academic_year":
      return readTimePeriod(before(year), "Academic year");
    case "financial_year":
      return readTimePeriod(before(year), "Financial year");
    case "census":
      return readTimePeriod(before(year), "Academic year", "term");
    case "snapshot":
      return readTimePeriod(before(year), "Academic year", "snapshot");
  }
}

const sameGroup = ({ group }: PublishedMapping, measure: ToolMeasure): boolean =>
  String(group ?? "") === String(measure.group ?? "");

/** The measures of the tool as published figures; each says of itself what the release's own does. */
export const interactiveToolMappings: readonly PublishedMapping[] = toolMeasures().rows.map(
  (measure): PublishedMapping => {
    const { indicator, group } = measure;
    const like = [...sen2Mappings, ...censusMappings].find(
      (one) => one.indicator === indicator && sameGroup(one, measure),
    );
    const unit: Unit | undefined =
      like?.unit ?? listedIndicators().find(({ id }) => id === indicator)?.unit;
    return {
      indicator,
      dataset: "interactive_tool",
      unit: unit ?? "percent",
      where: { measure_short: measure.measure },
      value: "value",
      comparability: like?.comparability ?? "comparable",
      note: like?.note ?? null,
      ...(like?.variant === undefined ? {} : { variant: like.variant }),
      ...(group === null ? {} : { group }),
    };
  },
);
