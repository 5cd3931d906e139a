/** Where two engines write the same thing differently. Everything else is printed alike for both. */
export interface Dialect {
  readonly name: DialectName;
  readonly title: string;
  /** Whole days from one date to another. */
  readonly daysBetween: (from: string, to: string) => string;
  /** A date and so many days more. */
  readonly addDays: (day: string, days: string) => string;
  /** Whether a text is of a pattern. */
  readonly matches: (text: string, pattern: string) => string;
  /** A row for each whole number from one to another. */
  readonly series: (from: string, to: string) => string;
  /** A row for each part of a text with commas. */
  readonly parts: (text: string) => string;
  /** A text as a literal. */
  readonly text: (value: string) => string;
  /** The SHA-256 digest of a text in hexadecimal digits. */
  readonly sha256: (text: string) => string;
  /** A whole number of 60 bits that stands for a text: the first digits of its digest. */
  readonly key: (text: string) => string;
}

export const dialectNames = ["duckdb", "spark"] as const;
export type DialectName = (typeof dialectNames)[number];

const quoted = (value: string): string => `'${value.replaceAll("'", "''")}'`;

export const dialects: Readonly<Record<DialectName, Dialect>> = {
  duckdb: {
    name: "duckdb",
    title: "DuckDB",
    daysBetween: (from, to) => `date_diff('day', ${from}, ${to})`,
    addDays: (day, days) => `CAST(${day} + CAST(${days} AS INTEGER) AS DATE)`,
    matches: (text, pattern) => `regexp_matches(${text}, ${quoted(pattern)})`,
    series: (from, to) => `unnest(range(${from}, ${to} + 1))`,
    parts: (text) => `unnest(string_split(${text}, ','))`,
    text: quoted,
    sha256: (text) => `sha256(${text})`,
    key: (text) => `CAST('0x' || substr(sha256(${text}), 1, 15) AS BIGINT)`,
  },
  spark: {
    name: "spark",
    title: "Spark",
    daysBetween: (from, to) => `datediff(${to}, ${from})`,
    addDays: (day, days) => `date_add(${day}, CAST(${days} AS INT))`,
    matches: (text, pattern) => `${text} RLIKE ${quoted(pattern.replaceAll("\\", "\\\\"))}`,
    series: (from, to) => `explode(sequence(${from}, ${to}))`,
    parts: (text) => `explode(split(${text}, ','))`,
    text: (value) => `'${value.replaceAll("\\", "\\\\").replaceAll("'", "\\'")}'`,
    sha256: (text) => `sha2(${text}, 256)`,
    key: (text) => `CAST(conv(substr(sha2(${text}, 256), 1, 15), 16, 10) AS BIGINT)`,
  },
};
