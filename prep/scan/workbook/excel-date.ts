const DAY_MS = 86_400_000;
/**
 * Day 0 of each system. Excel's first counts a 29 February 1900 that never was: days before it
 * stand one further on.
 */
const EPOCH_1900 = Date.UTC(1899, 11, 30);
const EPOCH_1904 = Date.UTC(1904, 0, 1);
const LEAP_THAT_WAS_NOT = 60;
/** 31 December 9999. */
const LAST_DAY = 2_958_465;

/**
 * The date of a serial number, to the second; null where it lies outside what Excel shows as a
 * date.
 */
export function dateOfSerial(serial: number, from1904: boolean): Date | null {
  if (!(serial >= 0 && serial <= LAST_DAY + 1)) return null;
  const shifted = !from1904 && serial < LEAP_THAT_WAS_NOT ? serial + 1 : serial;
  const seconds = Math.round(shifted * (DAY_MS / 1000));
  return new Date((from1904 ? EPOCH_1904 : EPOCH_1900) + seconds * 1000);
}

/**
 * The date of a cell that holds one as ISO 8601 text, as the strict form does; null where it is
 * none.
 */
export function dateOfIso(text: string): Date | null {
  const match = /^(\d{4})-(\d\d)-(\d\d)(?:T(\d\d):(\d\d)(?::(\d\d))?(?:\.\d+)?Z?)?$/.exec(
    text.trim(),
  );
  if (match === null) return null;
  const [year, month, day, hour, minute, second] = match.slice(1).map((part) => Number(part ?? 0));
  const date = new Date(Date.UTC(year, month - 1, day, hour, minute, second));
  return date.getUTCMonth() === month - 1 ? date : null;
}
