import type { Finding } from "../../../check/finding";
import { findingOf } from "../../../check/run";
import type { Sen2Return } from "./return";
import { reportedElsewhere } from "../rules/reported-elsewhere";

export interface WithoutRepeats {
  /** One return for each authority, year and reference date, in the order given. */
  readonly kept: readonly Sen2Return[];
  /** The others, which are left out whole; each has a finding of rule H04. */
  readonly rejected: readonly Sen2Return[];
  readonly findings: readonly Finding[];
}

/**
 * Of returns with the same authority, year and reference date keeps the one whose header is dated
 * last, or the first of equals.
 */
export function withoutRepeats(returns: readonly Sen2Return[]): WithoutRepeats {
  const chosen = new Map<string, Sen2Return>();
  const keyOf = ({ authority, year, referenceDate }: Sen2Return): string =>
    `${authority} ${year} ${referenceDate}`;
  for (const ret of returns) {
    const other = chosen.get(keyOf(ret));
    if (other === undefined || ret.dateTime > other.dateTime) chosen.set(keyOf(ret), ret);
  }
  const isKept = (ret: Sen2Return): boolean => chosen.get(keyOf(ret)) === ret;
  const rejected = returns.filter((ret) => !isKept(ret));
  const findings = rejected.map((ret) =>
    findingOf(
      reportedElsewhere.H04,
      "sen2",
      { file: ret.files[0], record: "", line: null, field: null },
      {
        message: `${chosen.get(keyOf(ret))!.files[0]} has the same authority, year and reference date and is as new or newer; this return was left out whole.`,
      },
    ),
  );
  return { kept: returns.filter(isKept), rejected, findings };
}
