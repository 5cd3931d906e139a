import type { ModelType } from "../model/model";
import { fieldReferences } from "./field-references";
import type { Found } from "./model-rules";
import { at, list, type Json, type ReportParts } from "./report-parts";
import type { ReportRule } from "./report-rules";

/** The values that a filter compares with, as PBIR writes them. */
function literals(value: unknown): string[] {
  if (Array.isArray(value)) return value.flatMap(literals);
  if (typeof value !== "object" || value === null) return [];
  const own = at(value, "Literal", "Value");
  return [...(typeof own === "string" ? [own] : []), ...Object.values(value).flatMap(literals)];
}

/** Types of a column that a value may be compared with; null for a value of no type. */
function typesOf(literal: string): readonly ModelType[] | null {
  if (literal === "null") return null;
  if (literal.startsWith("'")) return ["string"];
  if (literal === "true" || literal === "false") return ["boolean"];
  return /^datetime/i.test(literal) ? ["dateTime"] : ["int64", "double", "decimal"];
}

function unlikeValues({ json, model }: ReportParts): Found[] {
  return [...json].flatMap(([path, content]) =>
    list(at(content, "filterConfig", "filters")).flatMap((filter): Found[] => {
      const [field] = fieldReferences(at(filter, "field"));
      if (field?.kind !== "Column") return [];
      const type = model.tables
        .find(({ name }) => name === field.table)
        ?.columns.find(({ name }) => name === field.name)?.type;
      const isUnlike = literals(at(filter, "filter", "Where")).some((literal) => {
        const types = typesOf(literal);
        return type !== undefined && types !== null && !types.includes(type);
      });
      return isUnlike
        ? [[path, `a filter of ${field.table}[${field.name}] has a value of another type`]]
        : [];
    }),
  );
}

const REPORT = "definition/report.json";

/** Themes of the report that no package of resources holds. */
function missingThemes({ json }: ReportParts): Found[] {
  const report = json.get(REPORT);
  const items = list(at(report, "resourcePackages")).flatMap((pack) =>
    list(at(pack, "items")).map(
      (item) => `${String(at(pack, "type"))} ${String(at(item, "name"))}`,
    ),
  );
  return ["baseTheme", "customTheme"].flatMap((key): Found[] => {
    const theme = at(report, "themeCollection", key);
    const name = `${String(at(theme, "type"))} ${String(at(theme, "name"))}`;
    return theme === undefined || items.includes(name)
      ? []
      : [[REPORT, `no package of the report holds its theme ${String(at(theme, "name"))}`]];
  });
}

const pages = ({ json }: ReportParts): [path: string, content: Json | null][] =>
  [...json].filter(([path]) => /^definition\/pages\/[^/]+\/page\.json$/.test(path));

/** What the report's filters and themes say, and who sees pages that others open. */
export const filterRules: readonly ReportRule[] = [
  { id: "filter-values", check: unlikeValues },
  { id: "theme", check: missingThemes },
  {
    id: "opened-page",
    check: (report) =>
      pages(report)
        .filter(([, content]) => at(content, "type") === "Drillthrough")
        .filter(([, content]) => at(content, "visibility") !== "HiddenInViewMode")
        .map(([path]): Found => [path, "readers open it without choosing anything: hide the page"]),
  },
];
