/** Headings of published data sets, of which a damaged one still has some. */
const PUBLISHERS: ReadonlySet<string> = new Set(
  "time_period time_identifier geographic_level country_code region_code new_la_code old_la_code breakdown_topic reporting_period_start reporting_period_end primary_level secondary_level measure_id measure_value".split(
    " ",
  ),
);
/** What the keys of records end in. */
const KEY = /(id|orderseqcolumn)$/;
/** So many headings of either kind may stand in a board by chance. */
const MOST = 2;

/**
 * Whether a row has headings of published statistics, or of records with their ids, that nobody
 * recognised, such as those of an export with damaged headings: what stands below is no KPI.
 */
export function areOfOthers(cells: readonly string[]): boolean {
  const names = cells.map((cell) =>
    cell
      .replace(/\s/g, "")
      .toLowerCase()
      .replace(/[^a-z]+$/, ""),
  );
  const count = (is: (name: string) => boolean): number => names.filter(is).length;
  return count((name) => PUBLISHERS.has(name)) > MOST || count((name) => KEY.test(name)) > MOST;
}
