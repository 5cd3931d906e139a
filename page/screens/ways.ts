/** Ways into the product: what to bring, in words. */
export interface Way {
  readonly id: "sheet" | "extracts" | "published";
  readonly title: string;
  readonly bring: string;
  readonly then: string;
  /** Whether the files hold children, so that a key of the pseudonyms is needed. */
  readonly hasChildren: boolean;
}

export const ways: readonly Way[] = [
  {
    id: "sheet",
    title: "I have a KPI spreadsheet",
    bring:
      "Add your board's spreadsheet (Excel or CSV) as it is: KPIs with their figures, targets and months.",
    then: "You get the scorecard with ratings, directions and trends, and what could not be read.",
    hasChildren: false,
  },
  {
    id: "extracts",
    title: "I have SEN2 and census files",
    bring:
      "Add SEN2 returns (XML, COLLECT CSV or the Excel template) and, if you have them, school census and MHSDS files and your KPI spreadsheet.",
    then: "You get checks with worklists, timeliness and caseload figures, and the scorecard.",
    hasChildren: true,
  },
  {
    id: "published",
    title: "I only want published benchmarks",
    bring:
      "Add the data files of the DfE release “Education, health and care plans” (CSV or the zip), and the three-digit number of your authority.",
    then: "You get your authority beside its statistical neighbours, region and England.",
    hasChildren: false,
  },
];
