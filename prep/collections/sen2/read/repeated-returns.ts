import type { Finding } from "../../../check/finding";
import { findingOf } from "../../../check/run";
import type { Gap } from "../../../indicators/gap";
import { columnName, sen2Fields, sen2Tables, type Sen2TableName } from "../fields/fields";
import { reportedElsewhere } from "../rules/reported-elsewhere";
import type { Sen2Return } from "./return";

interface WithoutRepeats {
  /** One return for each authority, year and reference date, in the order given. */
  readonly kept: readonly Sen2Return[];
  /** The others, which are left out whole; each has a finding of rule H04. */
  readonly rejected: readonly Sen2Return[];
  readonly findings: readonly Finding[];
}

const keyOf = ({ authority, year, referenceDate }: Sen2Return): string =>
  `${authority} ${year} ${referenceDate}`;

/** Whether all of a return was read. */
const isWhole = ({ gaps }: Sen2Return): boolean =>
  sen2Tables.every((table) => gaps[table].length === 0);

/** Whether the headers of two returns say which is the later. */
const areDated = (one: Sen2Return, other: Sen2Return): boolean =>
  one.dateTime !== "" && other.dateTime !== "" && one.dateTime !== other.dateTime;

/** Whether it is known which of two returns stands: the later by their headers, or the whole one. */
const isDecided = (one: Sen2Return, other: Sen2Return): boolean =>
  areDated(one, other) || isWhole(one) !== isWhole(other);

/** Whether a return goes before another of its year. */
function isBetter(ret: Sen2Return, other: Sen2Return): boolean {
  const byWholeness = !areDated(ret, other) && isWhole(ret) !== isWhole(other);
  return byWholeness ? isWhole(ret) : ret.dateTime > other.dateTime;
}

/** The values of a column in order of the alphabet: the forms have their rows in other orders. */
function valuesOf(ret: Sen2Return, table: Sen2TableName, column: string, isDate: boolean): string {
  const rows = ret.tables[table];
  const values = isDate ? rows.day(column) : rows.text(column);
  return Array.from({ length: rows.rowCount }, (_, row) => String(values.at(row)))
    .sort()
    .join("\n");
}

/** Whether two returns hold the same records, as far as their forms have the same columns. */
const areAlike = (one: Sen2Return, other: Sen2Return): boolean =>
  sen2Tables.every(
    (table) => table === "sen2" || one.tables[table].rowCount === other.tables[table].rowCount,
  ) &&
  sen2Fields.every((field) => {
    const column = columnName(field);
    const has = (ret: Sen2Return): boolean => ret.tables[field.table].has(column);
    if (field.table === "sen2" || !has(one) || !has(other)) return true;
    const [left, right] = [one, other].map((ret) =>
      valuesOf(ret, field.table, column, field.type === "date"),
    );
    return left === right;
  });

/** The return with a gap in each of its tables. */
const inDoubt = (ret: Sen2Return, gap: Gap): Sen2Return => ({
  ...ret,
  gaps: Object.fromEntries(
    sen2Tables.map((table) => [table, [...ret.gaps[table], gap]]),
  ) as unknown as Sen2Return["gaps"],
});

/**
 * Of returns with the same authority, year and reference date keeps the one whose header is dated
 * last; where that does not decide, the one that was read whole, else the first. Where nothing
 * decides and the returns differ, nobody knows which was submitted: the one that is kept then counts
 * as not read.
 */
export function withoutRepeats(returns: readonly Sen2Return[]): WithoutRepeats {
  const chosen = new Map<string, Sen2Return>();
  for (const ret of returns) {
    const other = chosen.get(keyOf(ret));
    if (other === undefined || isBetter(ret, other)) chosen.set(keyOf(ret), ret);
  }
  const isKept = (ret: Sen2Return): boolean => chosen.get(keyOf(ret)) === ret;
  const rejected = returns.filter((ret) => !isKept(ret));
  const undecided = new Map<Sen2Return, Sen2Return>();
  for (const ret of rejected) {
    const kept = chosen.get(keyOf(ret))!;
    if (!isDecided(ret, kept) && !areAlike(ret, kept)) undecided.set(kept, ret);
  }
  const findings = rejected.map((ret) => {
    const kept = chosen.get(keyOf(ret))!;
    const [file, other] = [ret.files[0], kept.files[0]];
    return findingOf(
      reportedElsewhere.H04,
      "sen2",
      { file, record: "", line: null, field: null },
      {
        message:
          undecided.get(kept) === ret
            ? `${other} has the same authority, year and reference date but other records. The headers do not show which is later, so no figure is given of either.`
            : `${other} has the same authority, year and reference date and is as new or newer; this return was left out whole.`,
      },
    );
  });
  const kept = returns.filter(isKept).map((ret) => {
    const other = undecided.get(ret);
    if (other === undefined) return ret;
    const why = `${ret.files[0]} and ${other.files[0]} are of one year and differ, and their headers do not say which is the later`;
    return inDoubt(ret, { kind: "unread", why });
  });
  return { kept, rejected, findings };
}
