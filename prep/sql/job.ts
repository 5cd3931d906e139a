import { mhsdsIndicators } from "../collections/mhsds/indicators/indicators";
import type { CoverageLimits } from "../indicators/gate";
import type { DialectName } from "./dialect";
import { duckdbJob } from "./duckdb-job";
import { eventIndicators, monthIndicators } from "./mhsds/counted";
import { sparkJob } from "./spark-job";

const jobs = { duckdb: duckdbJob, spark: sparkJob };

const held: ReadonlySet<string> = new Set(
  [...monthIndicators, ...eventIndicators].map(({ id }) => id),
);

/** The figures of mental health services that a job counts, and those that it does not. */
export const holdings = {
  counted: mhsdsIndicators.filter(({ id }) => held.has(id)).map(({ id }) => id),
  notCounted: mhsdsIndicators.filter(({ id }) => !held.has(id)).map(({ id }) => id),
};

const RUN: Readonly<Record<DialectName, string>> = {
  duckdb: `    duckdb mhsds.db
    SET VARIABLE tables = 'folder of the MHSDS tables';
    .read pipeline.sql

writes the tables of the star as Parquet where it is run, and leaves every step in mhsds.db. Settings are at the beginning of pipeline.sql.`,
  spark: `    spark-submit pipeline.py --folder mhsds --output figures --table_format parquet
    spark-submit pipeline.py --database mhsds_v6 --output figures

On Databricks import databricks-notebook.py, on Fabric fabric-notebook.ipynb: the same job, its settings as widgets and as the parameter cell.`,
};

const STAR_TABLES =
  "mh_referral, mh_contact, mh_person, service_team, mh_organisation and kpi_value";

const readMe = (dialect: DialectName): string => `# Mental health figures as SQL (${dialect})

${RUN[dialect]}

Each step is a file in steps/, with its rule in a comment. The last make the tables of the star with its columns: ${STAR_TABLES}.

**Internal.** Nothing is suppressed or rounded. Before anything is published, the published profiles and the release register have to run.

Counted: ${holdings.counted.join(", ")}.

Not counted: ${holdings.notCounted.join(", ")} (it needs SEN2 and a linkage table). A Power BI project is made by \`send-scorecard build\`.
People who have opted out are left out by the list opted_out: a column person_id, of ids as in the tables or of their SHA-256 digests. Without it the tables have to come without them.
Pseudonyms and keys are digests of ids without a key of secrecy: who knows an id knows its pseudonym. The tables must hold pseudonymous ids.
Dates have to be dates, or texts such as 2026-04-30. Ids have to be those of the platform (UniqSubmissionID, RecordNumber, UniqServReqID).
`;

/** The files of a job that counts the mental health figures on an engine, by their path. */
export const sqlJob = (dialect: DialectName, limits: CoverageLimits): ReadonlyMap<string, string> =>
  new Map([["READ-ME.md", readMe(dialect)], ...jobs[dialect](limits)]);
