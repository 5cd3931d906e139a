import { defaultProfile, profileNamed, type RatingProfile } from "../../src/kpi/rating-profile";
import { firstOfEach, type Boards } from "../sources/board-file/placed";
import type { Settings } from "../settings";

/** By which rule the figures of an indicator are rated. */
export type ProfileOf = (indicator: string) => RatingProfile;

/**
 * The rule of each KPI: that of the settings for it, else the one that a board file gives it, else
 * the usual one of the settings.
 */
export function profilesOf(
  { profile, kpis }: Settings["rating"],
  boards: Pick<Boards, "kpis">,
): ProfileOf {
  const ofBoard = profileNamed(profile) ?? defaultProfile;
  const own = new Map(
    kpis.flatMap((one) => {
      const named = one.indicator === null ? null : profileNamed(one.profile);
      return named === null ? [] : [[one.indicator!, named] as const];
    }),
  );
  for (const [id, { ratingRule }] of firstOfEach(boards)) {
    const named = ratingRule === null ? null : profileNamed(ratingRule);
    if (named !== null && !own.has(id)) own.set(id, named);
  }
  return (indicator) => own.get(indicator) ?? ofBoard;
}
