import { isoOf } from "../../../prep/calendar/day";
import type { ExpectedValue } from "../expected-indicators";
import { CENSUSES } from "../../../prep/sample/census/censuses";
import type { Pupil, SessionCount } from "../../../prep/sample/census/pupil";

/** What each attendance code of the sample is called where absence is told by reason. */
const REASONS: Readonly<Record<string, string>> = {
  I: "illness",
  M: "appointments",
  R: "religious",
  S: "study_leave",
  T: "traveller",
  E: "excluded",
  C2: "part_time_timetable",
  C: "other_authorised",
  G: "unauthorised_holiday",
  U: "late",
  O: "other_unauthorised",
  N: "no_reason_yet",
};
const PROVISIONS = { N: "no_sen", K: "sen_support", E: "ehc_plan" } as const;

/**
 * Provision of the pupil in a census, or in the last one before it that had the pupil on a roll.
 */
function provisionBy({ told }: Pupil, c: number): string {
  const last = told
    .slice(0, c + 1)
    .reverse()
    .find(({ onRoll }) => onRoll.length > 0);
  return last ? PROVISIONS[last.standing.sen] : "not_recorded";
}

/**
 * What absence by reason must come to in each term, in all, by sex and by SEN provision, from what
 * truly happened. It shares no code with the
 * reading and counting of files.
 */
export function expectedReasons(pupils: Iterable<Pupil>): ExpectedValue[] {
  const possible = new Map<string, number>();
  const missed = new Map<string, number>();
  const add = (sums: Map<string, number>, key: string, sessions: number): void =>
    void sums.set(key, (sums.get(key) ?? 0) + sessions);
  for (const pupil of pupils)
    CENSUSES.forEach(({ told: { last } }, c) => {
      for (const { enrolment, first, second } of pupil.told[c].attended) {
        const provision = pupil.told[c].onRoll.includes(enrolment)
          ? PROVISIONS[pupil.told[c].standing.sen]
          : provisionBy(pupil, c);
        for (const group of ["all|all", `sex|${pupil.person.sex}`, `sen_provision|${provision}`])
          for (const half of [first, second].filter(
            (part): part is SessionCount => part !== null,
          )) {
            add(possible, `${isoOf(last)}|${group}`, half.possible);
            for (const [code, sessions] of half.codes)
              if (REASONS[code]) add(missed, `${REASONS[code]}|${isoOf(last)}|${group}`, sessions);
          }
      }
    });
  const rows: ExpectedValue[] = [];
  for (const [where, denominator] of possible) {
    const [period_end, breakdown, breakdown_value] = where.split("|");
    const about = {
      frequency: "term",
      period_end,
      breakdown,
      breakdown_value,
      status: "ok",
    } as const;
    for (const reason of Object.values(REASONS)) {
      const numerator = missed.get(`${reason}|${where}`) ?? 0;
      rows.push({
        indicator_id: `absence_${reason}_pct`,
        ...about,
        numerator,
        denominator,
        value: (100 * numerator) / denominator,
      });
      if (reason === "appointments")
        rows.push({
          indicator_id: "sessions_missed_for_appointments",
          ...about,
          numerator,
          denominator: null,
          value: numerator,
        });
    }
  }
  return rows;
}
