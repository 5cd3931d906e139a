import { dayOf } from "../../../calendar/day";
import { readDay } from "../../../calendar/read-day";
import { MISSING } from "../../../columns/column";
import { meantCode } from "../../../scan/spreadsheet-damage";
import { codeSets, type CodeSet } from "../fields/code-sets";
import type { MhsdsColumn } from "../fields/fields";

/** How a value is sorted, as NHS England's reports of data quality do. */
export const classes = ["valid", "other", "default", "invalid", "missing"] as const;
export type QualityClass = (typeof classes)[number];
/** A whole number of up to nine digits, also written `1.0`; null where it is none. */
export const readInteger = (text: string): number | null =>
  /^\d{1,9}(\.0*)?$/.test(text) ? Math.trunc(Number(text)) : null;

const TIME = /[T ](\d{1,2}):(\d{2})(?::(\d{2})(?:\.\d+)?)?/;

/** Seconds since 1970 of a date with or without a time; 0 where it is none. */
export function readInstant(text: string): number {
  const day = readDay(text);
  if (day === null) return 0;
  const time = TIME.exec(text);
  return (
    day * 86400 + (time ? Number(time[1]) * 3600 + Number(time[2]) * 60 + Number(time[3] ?? 0) : 0)
  );
}

/** Minutes of the day of a time, alone or behind a date; null where it is none. */
function readTime(text: string): number | null {
  const time = /(?:^|[T ])(\d{1,2}):(\d{2})/.exec(text);
  return time && Number(time[1]) < 24 && Number(time[2]) < 60
    ? Number(time[1]) * 60 + Number(time[2])
    : null;
}

/**
 * True for the form of codes of organisations: three to eight capitals and digits; without a digit
 * only three letters, so that no name passes.
 */
export const isOrganisation = (text: string): boolean =>
  /^(?=.*\d)[A-Z0-9]{3,8}$|^[A-Z]{3}$/.test(text);

/**
 * True for the form of ONS codes of areas of the United Kingdom, the Channel Islands and the Isle
 * of Man.
 */
const isDistrict = (text: string): boolean => /^[EJLMNSW]\d{8}$/.test(text);

const FLAGS: Readonly<Record<string, number>> = {
  "0": 0,
  "1": 1,
  false: 0,
  true: 1,
  n: 0,
  y: 1,
  no: 0,
  yes: 1,
};

/** 1 or 0 of a yes or no as databases write it; null where it is none. */
const readFlag = (text: string): number | null => FLAGS[text.toLowerCase()] ?? null;

/** Dates before this day are slips of the pen. */
const EARLIEST = dayOf(1900, 1, 1);
/** The oldest age in completed years. */
export const OLDEST = 120;
/** The most that 16 bits hold: more minutes than any contact has. */
export const MOST = 32767;

/** What a distinct text becomes. */
interface Read {
  readonly value: number;
  readonly sort: QualityClass;
}

export const none = (value: number): Read => ({ value, sort: "missing" });
const whole = (
  read: number | null,
  missing: number,
  isGood: (value: number) => boolean = () => true,
): Read =>
  read !== null && isGood(read)
    ? { value: read, sort: "valid" }
    : { value: missing, sort: "invalid" };

/** How a code is sorted; `isOld` for versions before 6. */
function sortOf(set: CodeSet, code: string, isOld: boolean): QualityClass {
  if (set.valid.includes(code) || (isOld && set.older?.includes(code))) return "valid";
  return set.other?.includes(code) ? "other" : set.default?.includes(code) ? "default" : "invalid";
}

/** The value without information of each kind. */
export const missingOf = ({ kind }: MhsdsColumn): number =>
  kind === "date"
    ? MISSING
    : kind === "code" || kind === "organisation" || kind === "district"
      ? 0
      : -1;

/** Reads one distinct text of a column; `codeOf` numbers what goes on as text. */
export function readValue(
  { kind, codes }: MhsdsColumn,
  text: string,
  isOld: boolean,
  codeOf: (text: string) => number,
): Read {
  if (kind === "date") return whole(readDay(text), MISSING, (day) => day >= EARLIEST);
  if (kind === "age") return whole(readInteger(text), -1, (years) => years <= OLDEST);
  if (kind === "integer") return whole(readInteger(text), -1, (number) => number <= MOST);
  if (kind === "time") return whole(readTime(text), -1);
  if (kind === "flag") return whole(readFlag(text.replace(/\.0+$/, "")), -1);
  const upper = text.toUpperCase();
  // The platform's word for an ethnic category that is not there, or is none.
  if (codes === "Ethnicity" && upper === "-1") return none(0);
  if (kind === "organisation" || kind === "district")
    return (kind === "district" ? isDistrict : isOrganisation)(upper)
      ? { value: codeOf(upper), sort: "valid" }
      : { value: 0, sort: "invalid" };
  const set: CodeSet = codeSets[codes!];
  const written = codes === "Ethnicity" && upper !== "99" ? upper.slice(0, 1) : upper;
  const isCode = (one: string): boolean => sortOf(set, one, isOld) !== "invalid";
  const code = isCode(written) ? written : (meantCode(written, isCode) ?? written);
  const sort = sortOf(set, code, isOld);
  return sort === "invalid" ? { value: 0, sort } : { value: codeOf(set.now?.[code] ?? code), sort };
}
