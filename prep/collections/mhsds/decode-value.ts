import { readDay } from "../../calendar/read-day";

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
export function readTime(text: string): number | null {
  const time = /(?:^|[T ])(\d{1,2}):(\d{2})/.exec(text);
  return time && Number(time[1]) < 24 && Number(time[2]) < 60
    ? Number(time[1]) * 60 + Number(time[2])
    : null;
}

/** True for the form of codes of organisations: three to eight capitals and digits; without a digit only three letters, so that no name passes. */
export const isOrganisation = (text: string): boolean =>
  /^(?=.*\d)[A-Z0-9]{3,8}$|^[A-Z]{3}$/.test(text);

/** True for the form of ONS codes of areas of the United Kingdom, the Channel Islands and the Isle of Man. */
export const isDistrict = (text: string): boolean => /^[EJLMNSW]\d{8}$/.test(text);

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
export const readFlag = (text: string): number | null => FLAGS[text.toLowerCase()] ?? null;
