import { Gzip } from "fflate";
import type { MonthIndex } from "../../calendar/periods";
import { csvLine } from "../write/csv-line";
import { encodeText, inChunks } from "../write/encode-text";
import type { SampleFile } from "../write/sample-file";
import { LAYOUT_5 } from "./layout-5";
import { LAYOUT_6 } from "./layout-6";
import { versionOf, type SampleSubmission } from "./submissions";
import { plantHealthErrors, type HealthPlanting } from "./planted-errors";
import { tablesOf, type Row, type RowOptions } from "./table-rows";

/** Columns of version 5 whose name in version 6 is more than another casing. */
const RENAMED: Readonly<Record<string, string>> = {
  GMPCodeReg: "GMPReg",
  CareProfTeamLocalId: "OtherCareProfTeamLocalID",
  AttendOrDNACode: "AttendStatus",
};

/**
 * How headers look: the commissioning extract; a research extract (lower case, cut to 32
 * characters, in the order of the alphabet); a copy in an ICB's warehouse, with columns of its own.
 */
type HeaderStyle = "commissioning" | "research" | "warehouse";

export interface MhsdsForm {
  /** One version throughout; by default the one that was in use in the month. */
  readonly version?: 5 | 6;
  /** One file for each table and month instead of one for each table. */
  readonly byMonth?: boolean;
  readonly gzip?: boolean;
  readonly headers?: HeaderStyle;
  readonly identified?: boolean;
  /** How many mistakes are planted. */
  readonly errors?: number;
}

interface Column {
  readonly header: string;
  /** Name in version 6. */
  readonly field: string;
}

const columnsOf = (names: readonly string[]): Column[] =>
  names.map((header) => ({ header, field: RENAMED[header] ?? header.replace(/Id$/, "ID") }));

const research = (columns: readonly Column[], table: string): Column[] =>
  [...columns]
    .map(({ header, field }) => ({
      header: (field === "Person_ID" && table !== "000"
        ? "tokenid"
        : `${header}${/^(LocalPatientI[dD]|ServiceRequestI[dD]|UniqServReqID|CareContactI[dD]|UniqCareContID)$/.test(header) ? "_deid" : ""}`
      )
        .toLowerCase()
        .slice(0, 32),
      field,
    }))
    .sort((a, b) => (a.header < b.header ? -1 : 1));

const warehouse = (columns: readonly Column[]): Column[] => [
  { header: "SK", field: "" },
  ...columns.map(({ header, field }) => ({
    header: /^(NHSNumber|PersonBirthDate|Postcode)$/.test(header) ? `${header} Pseudo` : header,
    field,
  })),
  ...[
    "RowNumber",
    "dmicImportLogId",
    "dmicSystemId",
    "dmicCCGCode",
    "dmicDateAdded",
    "dmicDataset",
  ].map((header) => ({ header, field: "" })),
];

const STYLES: Readonly<
  Record<HeaderStyle, (columns: readonly Column[], table: string) => readonly Column[]>
> = { commissioning: (columns) => columns, research, warehouse };

/**
 * The text of a table: a header line, then the rows of its submissions with the number of each row
 * in its submission.
 */
function* lines(
  table: string,
  columns: readonly Column[],
  submissions: readonly SampleSubmission[],
  rowsOf: (submission: SampleSubmission) => readonly Row[],
): Generator<string> {
  yield csvLine(columns.map(({ header }) => header));
  const key = `MHS${table}UniqID`;
  for (const submission of submissions) {
    let number = 0;
    for (const row of rowsOf(submission)) {
      const unique = submission.id + String(++number).padStart(9, "0");
      yield csvLine(columns.map(({ field }) => (field === key ? unique : (row[field] ?? ""))));
    }
  }
}

/** Gzip of some bytes, the same for the same bytes. */
function* gzipped(chunks: Iterable<Uint8Array>): Generator<Uint8Array> {
  const waiting: Uint8Array[] = [];
  const gzip = new Gzip({ mtime: 0 }, (chunk) => waiting.push(chunk));
  for (const chunk of chunks) {
    gzip.push(chunk);
    yield* waiting.splice(0);
  }
  gzip.push(new Uint8Array(0), true);
  yield* waiting;
}

const monthText = (month: MonthIndex): string =>
  `${Math.floor(month / 12)}-${String((month % 12) + 1).padStart(2, "0")}`;

interface WrittenMhsds {
  readonly files: readonly SampleFile[];
  readonly planted: HealthPlanting["planted"];
}

/**
 * Files of some submissions, in folders by version where both are there, and the mistakes that were
 * planted in them.
 */
export function writeMhsds(
  submissions: readonly SampleSubmission[],
  firstMonth: MonthIndex,
  form: MhsdsForm = {},
): WrittenMhsds {
  const { byMonth = false, gzip = false, headers = "commissioning", errors = 0 } = form;
  // A copy in a warehouse or for research has pseudonyms alone.
  const options: RowOptions = {
    identified: headers === "commissioning" && (form.identified ?? false),
    firstMonth,
  };
  const versionOfFile = ({ month }: SampleSubmission): 5 | 6 => form.version ?? versionOf(month);
  const planting =
    errors > 0 ? plantHealthErrors(submissions, errors, versionOfFile, options) : null;
  const versions = [5, 6] as const;
  const both = versions.every((version) =>
    submissions.some((one) => versionOfFile(one) === version),
  );
  const files = versions.flatMap((version): SampleFile[] => {
    const ofVersion = submissions.filter((one) => versionOfFile(one) === version);
    const groups: [string, SampleSubmission[]][] = byMonth
      ? [...new Set(ofVersion.map(({ month }) => month))].map((month) => [
          `_${monthText(month)}`,
          ofVersion.filter((one) => one.month === month),
        ])
      : ofVersion.length > 0
        ? [["", ofVersion]]
        : [];
    const layout = version === 5 ? LAYOUT_5 : LAYOUT_6;
    return groups.flatMap(([suffix, group]) =>
      Object.keys(layout).map((name): SampleFile => {
        const table = name.slice(3, 6);
        const make = tablesOf(version)[table];
        const rowsOf = (submission: SampleSubmission): readonly Row[] =>
          planting
            ? planting.withErrors(table, submission, make(submission, options))
            : make(submission, options);
        const chunks = encodeText(
          inChunks(lines(table, STYLES[headers](columnsOf(layout[name]), table), group, rowsOf)),
        );
        return {
          name: `mhsds/${both ? `version-${version}/` : ""}${name}${suffix}.csv${gzip ? ".gz" : ""}`,
          chunks: gzip ? gzipped(chunks) : chunks,
        };
      }),
    );
  });
  return { files, planted: planting?.planted ?? [] };
}
