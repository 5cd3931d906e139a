import { defaultProfile, profileNamed, type RatingProfile } from "../../src/kpi/rating-profile";
import type { Settings } from "../settings";

/** By which rule the figures of an indicator are rated. */
export type ProfileOf = (indicator: string) => RatingProfile;

/** The rule of each KPI as the settings name it: its own, else the board's. */
export function profilesOf({ profile, kpis }: Settings["rating"]): ProfileOf {
  const ofBoard = profileNamed(profile) ?? defaultProfile;
  const own = new Map(
    kpis.flatMap((one) => {
      const named = one.indicator === null ? null : profileNamed(one.profile);
      return named === null ? [] : [[one.indicator!, named] as const];
    }),
  );
  return (indicator) => own.get(indicator) ?? ofBoard;
}
