import type { Day } from "../calendar/day";
import type { Finding } from "../check/finding";
import type { Choice, Scope } from "./collection";

/** How the extracts of a collection are chosen from. */
interface ChooseRules<Extract> {
  authorityOf(extract: Extract): string | null;
  /** First day that it must speak of by the end of the build, given that end. */
  firstDay(extract: Extract, asAt: Day): Day;
  /** Findings for an extract of another authority, and for one that lies after the end. */
  ofOther(extract: Extract): Finding;
  tooLate(extract: Extract): Finding;
}

/**
 * Leaves out extracts of other authorities, and those that speak of no day up to the end of the
 * build.
 */
export function chooseByScope<Extract>(
  extracts: readonly Extract[],
  { authority, asAt }: Scope,
  { authorityOf, firstDay, ofOther, tooLate }: ChooseRules<Extract>,
): Choice<Extract> {
  const others = extracts.filter((one) => {
    const given = authorityOf(one);
    return given !== null && given !== authority;
  });
  const late = extracts.filter(
    (one) => !others.includes(one) && asAt !== null && firstDay(one, asAt) > asAt,
  );
  return {
    kept: extracts.filter((one) => !others.includes(one) && !late.includes(one)),
    left: [...others, ...late],
    findings: [...others.map(ofOther), ...late.map(tooLate)],
  };
}
