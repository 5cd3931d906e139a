import { createHash } from "node:crypto";
import type { ColumnTable } from "arquero";
import { isoOf, type Day } from "../../../prep/calendar/day";
import { keyedHash } from "../../../prep/cli/keyed-hash";
import { pipeline } from "../../../prep/pipeline";
import type { CaseList, CaseListOptions } from "../../../prep/lists/case-list";
import type { BuildResult, CheckResult, FoiResult, ListedResult } from "../../../prep/results";
import type { InputFile, InputRole } from "../../../prep/input-file";
import type { AllSettings } from "../../../prep/collections/index";
import { csvChunks } from "../../../prep/publish/csv";
import type { FoiRequest } from "../../../prep/publish/foi/foi-pack";
import type { Star } from "../../../prep/star/frame";

/** A file that exists in memory only. */
export interface MemoryFile {
  readonly name: string;
  readonly chunks: Iterable<Uint8Array>;
  readonly role?: InputRole;
}

export const text = (name: string, content: string, role?: InputRole): MemoryFile => ({
  name,
  chunks: [new TextEncoder().encode(content)],
  ...(role ? { role } : {}),
});

export const bytesOf = (chunks: Iterable<Uint8Array>): Uint8Array =>
  new Uint8Array(Buffer.concat([...chunks]));

/** A file in memory as the pipeline takes it. */
export function inputOf({ name, chunks, role = "extract" }: MemoryFile): InputFile {
  const bytes = bytesOf(chunks);
  return {
    name,
    role,
    bytes: bytes.length,
    sha256: createHash("sha256").update(bytes).digest("hex"),
    async *chunks() {
      for (let at = 0; at < bytes.length; at += 1 << 16) yield bytes.slice(at, at + (1 << 16));
    },
  };
}

export const defaults: AllSettings = {
  authority: null,
  authorities: [],
  allOf: null,
  asAt: null,
  threads: 0,
  inputs: {
    schoolRegister: null,
    schoolLinks: null,
    postcodeDirectory: null,
    localities: null,
    healthLinkage: null,
    bankHolidays: null,
    optOut: null,
  },
  limits: {
    requestDays: 42,
    notIssuedDays: 112,
    planDays: 140,
    reviewMonths: 12,
    reviewDecisionDays: 28,
    amendedPlanDays: 84,
    phaseTransferSchool: "02-15",
    phaseTransferPost16: "03-31",
  },
  coverage: { cautionAbove: 1, notAvailableAbove: 20 },
  schoolCensus: { attendanceTermLag: 1, suspensionTermLag: 2 },
  bankHolidays: [],
  workBasedCodes: { A: "apprenticeship", T: "traineeship", S: "supported_internship" },
  directPaymentCodes: { E: "education", S: "social_care", H: "health", I: "integrated" },
  mhsds: { icb: null },
  neighbourModel: null,
  peers: [],
  targets: [],
  rating: { profile: "default", kpis: [] },
  kpiSheets: { shown: "printed_first", columns: {}, corrections: [] },
  teams: [],
  disclosure: {
    public: { threshold: 5, roundTo: 1, showZeros: true, centilePeople: 10, showUnchecked: false },
    nhs: { threshold: 5, roundTo: 5, showZeros: false, centilePeople: 10, showUnchecked: false },
  },
  publish: { names: [] },
  powerBi: { name: null },
  output: { formats: ["csv"], birthMonth: false },
};

const hash = keyedHash(new Uint8Array(32).map((_, i) => i * 7 + 1));

/** Builds files in memory, with the settings' defaults and a fixed key. */
export const build = (
  files: readonly MemoryFile[],
  settings: Partial<AllSettings> = {},
): Promise<BuildResult> =>
  pipeline.build(files.map(inputOf), { ...defaults, ...settings }, hash, () => undefined);

export const check = (
  files: readonly MemoryFile[],
  settings: Partial<AllSettings> = {},
): Promise<CheckResult> =>
  pipeline.check(files.map(inputOf), { ...defaults, ...settings }, () => undefined);

export const runList = (
  list: CaseList,
  files: readonly MemoryFile[],
  options: CaseListOptions,
  settings: Partial<AllSettings> = {},
): Promise<ListedResult> =>
  pipeline.list(
    files.map(inputOf),
    { ...defaults, ...settings },
    { list, options },
    () => undefined,
  );

export const runFoi = (
  files: readonly MemoryFile[],
  request: FoiRequest,
  settings: Partial<AllSettings> = {},
): Promise<FoiResult> =>
  pipeline.foi(
    files.map(inputOf),
    { ...defaults, ...settings },
    { request, maker: { product: "SEND Scorecard", madeOn: "2026-02-01" }, known: [] },
    () => undefined,
  );

export const frameOf = (star: Star, name: string): ColumnTable => star.get(name)!.frame;

/** A table as plain objects, days as ISO dates. */
export function rowsOf(
  star: Star,
  name: string,
): Record<string, string | number | boolean | null>[] {
  const { declaration, frame } = star.get(name)!;
  const columns = declaration.columns.map(({ name: column, type }) => ({
    column,
    type,
    values: frame.column(column)! as { at(row: number): unknown },
  }));
  return Array.from({ length: frame.numRows() }, (_, row) =>
    Object.fromEntries(
      columns.map(({ column, type, values }) => {
        const value = values.at(row);
        const missing = value === null || value === undefined || Number.isNaN(value);
        return [
          column,
          missing
            ? null
            : type === "date"
              ? isoOf(value as Day)
              : (value as string | number | boolean),
        ];
      }),
    ),
  );
}

/** Every table as CSV text, by name. */
export const csvOf = (star: Star): Map<string, string> =>
  new Map(
    [...star].map(([name, { declaration, frame }]) => [
      name,
      Buffer.concat([...csvChunks(declaration, frame)]).toString("utf8"),
    ]),
  );

export interface Figure {
  readonly value: number | null;
  readonly numerator: number | null;
  readonly denominator: number | null;
  readonly status: string;
  readonly comparability: string | null;
  readonly comparability_note: string | null;
  readonly left_out_reason: string | null;
}

/**
 * Finds a figure of a built star by indicator, ISO day of its period's end, frequency and group;
 * undefined when there is no such row.
 */
export function figuresOf(
  star: Star,
): (id: string, end: string, frequency?: string, group?: string) => Figure | undefined {
  const figures = new Map(
    rowsOf(star, "kpi_value").map((row) => [
      [
        row.indicator_id,
        row.period_end,
        row.frequency,
        `${row.breakdown}|${row.breakdown_value}`,
      ].join(" "),
      row as unknown as Figure,
    ]),
  );
  return (id, end, frequency = "month", group = "all|all") =>
    figures.get([id, end, frequency, group].join(" "));
}
