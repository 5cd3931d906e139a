/** One field well: its name in the data view, and whether it groups rows or measures them. */
export interface Role {
  readonly name: string;
  readonly kind: "Grouping" | "Measure" | "GroupingOrMeasure";
  /** More than one field fits. */
  readonly many?: true;
  /** One of the few that a newcomer needs: the host says what it is for. */
  readonly first?: true;
}

const grouping = (name: string): Role => ({ name, kind: "Grouping" });
const measure = (name: string): Role => ({ name, kind: "Measure" });
const first = (name: string, kind: Role["kind"], many?: true): Role => ({
  name,
  kind,
  ...(many ? { many } : {}),
  first: true,
});

/**
 * The field wells in the order of the field list: the few that most authors need come first, then
 * those for comparison, rating, time, the figure, order and texts, which their names say. Groupings
 * are columns that say which figure a row is; measures are what it says, words included, because
 * Power BI drops a row whose measures are all blank. The author's own status and direction may be
 * either: a typed column or a measure that works them out.
 */
export const roles: readonly Role[] = [
  first("indicator", "Grouping"),
  first("value", "Measure", true),
  first("target", "Measure", true),
  first("polarity", "Grouping"),
  first("ownStatus", "GroupingOrMeasure"),
  first("period", "Grouping"),
  first("section", "Grouping"),
  first("previous", "Measure"),
  first("unit", "Grouping"),
  first("statusWords", "Measure"),
  { name: "ownDirection", kind: "GroupingOrMeasure" },
  measure("england"),
  measure("region"),
  measure("neighbours"),
  measure("neighboursMethod"),
  measure("englandPeriod"),
  measure("regionPeriod"),
  measure("neighboursPeriod"),
  grouping("area"),
  grouping("areaRole"),
  grouping("forArea"),
  grouping("method"),
  grouping("neighbourModel"),
  measure("areaCount"),
  { name: "comparators", kind: "Measure", many: true },
  measure("comparability"),
  measure("comparabilityNote"),
  measure("asAt"),
  measure("nextDue"),
  measure("refreshed"),
  grouping("frequency"),
  grouping("cumulative"),
  measure("baseline"),
  measure("baselineDate"),
  measure("targetRule"),
  measure("tolerance"),
  measure("lower"),
  measure("upper"),
  measure("rating"),
  measure("ratingProfile"),
  measure("endStatus"),
  measure("secondary"),
  measure("numerator"),
  measure("denominator"),
  measure("intervalLower"),
  measure("intervalUpper"),
  measure("mark"),
  measure("textValue"),
  grouping("subsection"),
  grouping("lens"),
  grouping("number"),
  grouping("priority"),
  grouping("headline"),
  grouping("sort"),
  grouping("owner"),
  measure("commentary"),
  measure("action"),
  measure("dueDate"),
  measure("progress"),
  grouping("definition"),
  grouping("source"),
  measure("cohort"),
  measure("footprint"),
  { name: "tooltips", kind: "Measure", many: true },
];
