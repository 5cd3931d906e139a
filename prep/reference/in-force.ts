/** Years in which a row of areas holds: from 1 April of one to 31 March of the other. */
interface YearsInForce {
  /** Null where it is older than what is known. */
  readonly from: number | null;
  /** Null while no end of it is known. */
  readonly until: number | null;
}

const MILLISECONDS_OF_DAY = 86_400_000;

const today = (): number => Math.floor(Date.now() / MILLISECONDS_OF_DAY);
const firstOfApril = (year: number): number => Date.UTC(year, 3, 1) / MILLISECONDS_OF_DAY;

/**
 * Whether a row of areas holds on a day (whole days since 1970-01-01), today where none is given:
 * areas to come and their dates may be entered before they begin.
 */
export const isInForce = ({ from, until }: YearsInForce, day = today()): boolean =>
  (from === null || day >= firstOfApril(from)) && (until === null || day < firstOfApril(until));
