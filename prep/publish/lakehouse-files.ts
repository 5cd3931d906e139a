import type { Finding, RowCount } from "../check/finding";
import type { Star, StarData } from "../star/frame";
import { findingsTable, rowsReadTable } from "./findings";
import { listTable } from "./list";
import { parquetBytes, type ParquetEngine } from "./parquet";
import { lakehouseDays } from "./power-bi/model/date-received";
import type { OutputFile } from "./star-files";

/** A line of access.csv: who sees which area or setting. */
export interface Access {
  readonly user: string;
  readonly areaCode: string | null;
  readonly settingId: string | null;
}

const MILLISECONDS_OF_DAY = 86_400_000;

/** What a lakehouse holds beside the star where it is not for publishing. */
interface BesideTheStar {
  readonly checks: {
    readonly findings: readonly Finding[];
    readonly rows: readonly RowCount[];
  };
  readonly access: readonly Access[];
}

const accessTable = (lines: readonly Access[]): StarData =>
  listTable<Access>(
    "access",
    [
      { name: "user", type: "text", value: ({ user }) => user },
      { name: "area_code", type: "text", value: ({ areaCode }) => areaCode },
      { name: "setting_id", type: "text", value: ({ settingId }) => settingId },
    ],
    lines,
  );

/** The days again, which a second table of the model reads. */
function daysAgain(star: Star): StarData[] {
  const days = lakehouseDays([...star.values()].map(({ declaration }) => declaration));
  const date = star.get("date");
  if (days === null || date === undefined) return [];
  return [{ declaration: { ...date.declaration, ...days }, frame: date.frame }];
}

/**
 * The tables of a lakehouse that are not of the star, `lakehouse/<table>.parquet`: the day of the
 * build, the days of receipt, the lists of the checks, who may see what. A lakehouse loads Parquet
 * with its types; of CSV it would guess them.
 */
export function* lakehouseFiles(
  engine: ParquetEngine,
  star: Star,
  beside: BesideTheStar | null,
): Generator<OutputFile> {
  const today = Math.floor(Date.now() / MILLISECONDS_OF_DAY);
  const tables = [
    listTable("key_measures", [{ name: "Refreshed", type: "date", value: () => today }], [null]),
    ...daysAgain(star),
    ...(beside === null
      ? []
      : [
          findingsTable(beside.checks.findings),
          rowsReadTable(beside.checks.rows),
          accessTable(beside.access),
        ]),
  ];
  for (const { declaration, frame } of tables)
    yield {
      path: `lakehouse/${declaration.name}.parquet`,
      chunks: [parquetBytes(engine, declaration, frame)],
    };
}
