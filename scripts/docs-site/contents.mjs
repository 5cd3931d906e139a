/**
 * The pages of the site, in the order of their contents: a heading, and paths in the repository. A
 * test holds that every page of `docs` is in it.
 */
export const contents = [
  {
    title: "Start",
    pages: [
      "README.md",
      "docs/tutorial.md",
      "docs/first-hour.md",
      "docs/every-month.md",
      "docs/dry-run.md",
    ],
  },
  {
    title: "The board",
    pages: [
      "docs/board.md",
      "docs/kpi-sheets.md",
      "docs/exceptions.md",
      "docs/own-indicators.md",
      "docs/published-statistics.md",
    ],
  },
  {
    title: "Lists and publishing",
    pages: [
      "docs/publishing-safely.md",
      "docs/lists.md",
      "docs/inspection-lists.md",
      "docs/worklists.md",
    ],
  },
  {
    title: "Power BI and Fabric",
    pages: [
      "docs/power-bi.md",
      "docs/visual.md",
      "docs/visual-one-row.md",
      "docs/visual-long-table.md",
      "docs/visual-measures.md",
      "docs/known-limits.md",
      "docs/slicers.md",
      "docs/fabric.md",
      "docs/national-scale.md",
      "docs/data-dictionary.md",
    ],
  },
  {
    title: "How it reads and counts",
    pages: [
      "docs/counting.md",
      "docs/counting-mental-health.md",
      "docs/reading-education.md",
      "docs/reading-mhsds.md",
      "docs/listed-indicators.md",
    ],
  },
  {
    title: "When something is wrong",
    pages: [
      "docs/troubleshooting.md",
      "docs/findings.md",
      "docs/upgrade.md",
      "docs/new-sen2-year.md",
    ],
  },
  {
    title: "Assurance",
    pages: [
      "docs/assurance/README.md",
      "docs/assurance/what-leaves.md",
      "docs/assurance/threats.md",
      "docs/assurance/keys.md",
      "docs/assurance/permissions.md",
      "docs/assurance/rights.md",
      "docs/assurance/dpia-notes.md",
      "docs/assurance/verify.md",
      "SECURITY.md",
    ],
  },
  {
    title: "Decisions",
    pages: [
      "docs/decisions/README.md",
      "docs/decisions/plain-loops.md",
      "docs/decisions/own-scanners.md",
      "docs/decisions/keyed-pseudonyms.md",
      "docs/decisions/one-gate.md",
      "docs/decisions/one-record.md",
      "docs/decisions/one-id.md",
      "docs/decisions/parquet.md",
      "docs/decisions/generated-project.md",
      "docs/decisions/one-visual.md",
      "docs/decisions/disclosure.md",
      "docs/decisions/simple-mean.md",
      "docs/decisions/page.md",
    ],
  },
  {
    title: "For those who build",
    pages: [
      "CONTRIBUTING.md",
      "docs/architecture.md",
      "docs/add-an-indicator.md",
      "docs/add-a-collection.md",
      "docs/as-a-library.md",
      "docs/dependencies.md",
      "docs/welsh.md",
      "docs/release.md",
      "CHANGELOG.md",
    ],
  },
];
