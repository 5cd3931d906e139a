/** One field well: its name in the data view, and whether it groups rows or measures them. */
export interface Role {
  readonly name: string;
  readonly kind: "Grouping" | "Measure" | "GroupingOrMeasure";
  /** More than one field fits. */
  readonly many?: true;
}

const grouping = (name: string): Role => ({ name, kind: "Grouping" });
const measure = (name: string): Role => ({ name, kind: "Measure" });
const either = (name: string): Role => ({ name, kind: "GroupingOrMeasure" });

/**
 * The field wells in the order of the field list: the dozen that most authors need come first, then
 * comparison, time,
 * rules and words. Groupings are columns that say which figure a row is; measures are what it says,
 * words included, because
 * Power BI drops a row whose measures are all blank. The author's own status and direction may be
 * either: a typed column or a measure that works them out.
 */
export const roles: readonly Role[] = [
  grouping("indicator"),
  grouping("section"),
  grouping("period"),
  { name: "value", kind: "Measure", many: true },
  { name: "target", kind: "Measure", many: true },
  measure("statusWords"),
  grouping("polarity"),
  either("ownStatus"),
  either("ownDirection"),
  grouping("unit"),
  measure("previous"),
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
  grouping("comparability"),
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
  grouping("cohort"),
  grouping("footprint"),
  { name: "tooltips", kind: "Measure", many: true },
];
