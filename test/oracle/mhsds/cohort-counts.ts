import { monthEnd, type MonthIndex } from "../../../prep/calendar/periods";
import { extractPerson } from "../../../prep/sample/extract";
import type { Life } from "../../../prep/sample/history";
import { knowableOf } from "../knowable";
import { hasPlanInForce } from "../../../prep/sample/plan-in-force";
import { personIdOf } from "../../../prep/sample/mhsds/identifiers";
import { linkageTable } from "../../../prep/sample/mhsds/linkage";
import type { makeMhsds } from "../../../prep/sample/mhsds/mhsds";
import { isTold, type Loaded } from "./seen";

/**
 * How many people had a plan in force at the end of a month and are in the linkage table, and how
 * many of them had an open referral; null where SEN2 does not know the day.
 */
export interface Cohort {
  readonly month: MonthIndex;
  readonly counts: { readonly open: number; readonly linked: number } | null;
}

/** The cohort of each month, person by person. A link needs a UPN that the returns tell. */
export function cohortByMonth(
  { history, patients, seed, first, last }: ReturnType<typeof makeMhsds>,
  loaded: Loaded,
): Cohort[] {
  const { returns } = history;
  const known = knowableOf(history, null).spans.plans;
  const linked = new Set(
    Buffer.concat([...linkageTable(history, seed)])
      .toString("utf8")
      .split(/\r?\n/)
      .map((line) => line.split(",")[0]),
  );
  const isToldWithUpn = (life: Life): boolean =>
    returns.some((ret) => (extractPerson(life, ret)?.values.UPN ?? "") !== "");
  const lives = [...history.lives()].filter(
    (life) => linked.has(personIdOf(life.index)) && isToldWithUpn(life),
  );
  const patientOf = new Map(patients.map((patient) => [patient.number, patient]));
  return Array.from({ length: last - first + 1 }, (_, i): Cohort => {
    const month = first + i;
    const day = monthEnd(month);
    if (day < known.first || day > known.last) return { month, counts: null };
    const planned = lives.filter((life) => hasPlanInForce(life, day, returns) !== null);
    const open = planned.filter(({ index }) =>
      patientOf
        .get(index)
        ?.referrals.some(
          (referral) =>
            isTold(referral, month, loaded) &&
            (referral.discharged === null || referral.discharged.date > day),
        ),
    );
    return { month, counts: { open: open.length, linked: planned.length } };
  });
}
