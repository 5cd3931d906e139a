import { plans, type ReducedTable } from "../../collections/mhsds/read/plans";
import { columnsOf } from "../../collections/mhsds/fields/fields";
import type { Dialect } from "../dialect";
import type { SqlStep } from "../step";
import { asNumber, printValue } from "./decode";
import { readColumns, shortName, sqlName } from "./read-columns";
import { integer, monthOfNumber } from "./submissions";

/** Ids that say whose row it is; the submission tells them. */
const OF_PLACE: ReadonlySet<string> = new Set([
  "submission",
  "provider",
  "month_number",
  "file_type",
  "effective_from",
]);

const DECODED = new Set(["date", "age", "flag", "organisation", "district", "code", "integer"]);

/** The order that the ids of rows are in, the first one first. */
const FIRST = asNumber("row_id", "ASC");

const plural = (table: ReducedTable): string => `The rows of ${table}`;

/** Tables that have provider and month in each row, beside the submission. */
const isPlaced = (table: ReducedTable): boolean =>
  columnsOf[table].some(({ name, insteadOf }) => name === "provider" && insteadOf === undefined);

/**
 * The rows of a table with the submission that counts of their provider and month, where they name
 * none; of a table that has provider and month only instead of it, where no row names one.
 */
function placedRows(table: ReducedTable): string {
  const source = `${shortName(table)}_source`;
  const rows = isPlaced(table)
    ? `${source} t`
    : `${source} t CROSS JOIN (SELECT count(submission) AS named FROM ${source}) n`;
  return `${rows}
LEFT JOIN latest_of_place l ON t.submission IS NULL${isPlaced(table) ? "" : " AND n.named = 0"}
  AND l.place_provider = t.provider AND l.place_month = ${monthOfNumber(integer("t.month_number"))}`;
}

/** Read values, each with how it is sorted: 0 no value, 1 a value, 2 a text that is none. */
function readStep(table: ReducedTable, dialect: Dialect): SqlStep {
  const columns = readColumns(table).filter(({ name }) => !OF_PLACE.has(name));
  const values = columns.flatMap(({ name, column }) => {
    if (name === "local_team") return [];
    if (name === "team")
      return [
        "CASE WHEN t.local_team IS NOT NULL THEN s.provider || t.local_team ELSE t.team END AS team",
      ];
    if (column === null || !DECODED.has(column.kind)) return [`t.${name}`];
    const text = `t.${name}`;
    const given = column.codes === "Ethnicity" ? `NULLIF(${text}, '-1')` : text;
    const value = printValue(given, column, dialect);
    return [
      `${value} AS ${name}`,
      `CASE WHEN ${given} IS NULL THEN 0 WHEN (${value}) IS NULL THEN 2 ELSE 1 END AS ${name}_is`,
    ];
  });
  return {
    name: `${shortName(table)}_read`,
    makes: "view",
    rule: `${plural(table)} with their submission; a row that names none is of the latest of its provider
      and month. A text that is no date, number or code of its set in
      the version becomes no value.`,
    query: `SELECT s.submission, s.provider, s.month, s.month_start, s.month_end, s.version,
      s.is_latest,
  ${values.join(",\n  ")}
FROM ${placedRows(table)}
LEFT JOIN submission s ON s.submission = COALESCE(t.submission, l.place_submission)`,
  };
}

/** Why rows go, as the plan of the table says: 0 where they stay. */
function judgedQuery(table: ReducedTable): string {
  const { needs, under, oneOf } = plans[table];
  const cases = [
    "WHEN r.is_latest IS NULL THEN 2",
    "WHEN NOT r.is_latest THEN 1",
    ...needs.map((name) => `WHEN r.${sqlName(name)} IS NULL THEN 3`),
  ];
  let from = `${shortName(table)}_read r`;
  if (under) {
    const parent = shortName(under.table);
    const on = under.on.map((name) => `p.${sqlName(name)} = r.${sqlName(name)}`).join(" AND ");
    const agree = (under.agree ?? []).map(
      (name) => `COALESCE(p.${sqlName(name)} <> r.${sqlName(name)}, FALSE)`,
    );
    from += `\n  LEFT JOIN ${parent} p ON ${on}`;
    cases.push(`WHEN ${[`p.${sqlName(under.on[0])} IS NULL`, ...agree].join(" OR ")} THEN 4`);
  }
  const judged = `SELECT r.*, CASE ${cases.join(" ")} ELSE 0 END AS why0\n  FROM ${from}`;
  if (!oneOf) return `SELECT j.*, why0 AS why FROM (\n  ${judged}\n) j`;
  const order = [...oneOf.highest.map((name) => asNumber(sqlName(name), "DESC")), FIRST];
  const by = ["why0", ...oneOf.by.map(sqlName)].join(", ");
  return `SELECT j.*, CASE WHEN why0 = 0 AND row_number() OVER (PARTITION BY ${by} ORDER BY ${order.join(", ")}) > 1 THEN ${oneOf.highest.length > 0 ? 6 : 5} ELSE why0 END AS why FROM (\n  ${judged}\n) j`;
}

function ruleOf(table: ReducedTable): string {
  const { needs, under, oneOf } = plans[table];
  return [
    "Which rows stay (why 0). Rows go of a submission that was replaced (1) or is not known (2),",
    `without ${needs.join(" and ")} (3)`,
    ...(under ? [`, without a row of ${under.table} above (4)`] : []),
    ...(oneOf
      ? [
          `, and those that repeat ${oneOf.by.join(", ")}: the ${oneOf.highest.length > 0 ? `highest ${oneOf.highest.join(", ")} stays (6)` : "first by the platform's number of the row stays (5)"}`,
        ]
      : []),
    ".",
  ]
    .join(" ")
    .replaceAll(" ,", ",")
    .replaceAll(" .", ".");
}

/** The steps that read a table and leave out its rows as its plan says. */
export const reduceSteps = (table: ReducedTable, dialect: Dialect): readonly SqlStep[] => [
  readStep(table, dialect),
  {
    name: `${shortName(table)}_rows`,
    makes: "table",
    rule: ruleOf(table),
    query: judgedQuery(table),
    drops: [`${shortName(table)}_source`],
  },
  {
    name: shortName(table),
    makes: "view",
    rule: `${plural(table)} that stay.`,
    query: `SELECT * FROM ${shortName(table)}_rows WHERE why = 0`,
  },
];

/** In an order in which each table comes after the one that its rows belong to. */
export const reducedTables: readonly ReducedTable[] = [
  "MHS001MPI",
  "MHS002GP",
  "MHS005PatInd",
  "MHS902ServiceTeamDetails",
  "MHS101Referral",
  "MHS501HospProvSpell",
  "MHS102OtherServiceType",
  "MHS201CareContact",
  "MHS204IndirectActivity",
];
