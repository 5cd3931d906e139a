import { schoolsOf } from "../collections/school-census/schools";
import { sen2Model, type Sen2Model } from "../collections/sen2/model";
import type { Extracts } from "../extracts/extracts";
import { NothingToBuild } from "../nothing-to-build";
import type { Settings } from "../settings";
import type { KeyedHash } from "../protect/pseudonym";
import type { Chosen } from "./choose-extracts";
import { peopleStage, type LinkedPeople } from "./people-stage";

/** The extracts of one authority with their people linked, for what needs no pseudonyms: lists of cases and plain counts. */
export interface CaseSource {
  readonly authority: string;
  readonly extracts: Extracts;
  readonly chosen: Chosen;
  readonly linked: Omit<LinkedPeople, "pseudonyms">;
  /** All SEN2 returns put together; null where there is none. */
  readonly sen2: Sen2Model | null;
  readonly settings: Settings;
}

/** Puts people in the order of their identifiers. Nothing that is made with it leaves this stage. */
const unkeyed: KeyedHash = (text) => text;

/** Links the people and puts the returns together; no key is needed. Throws `NothingToBuild` when there is no return and no census, or nothing says whose they are. */
export function caseSource(extracts: Extracts, chosen: Chosen, settings: Settings): CaseSource {
  const { authority, returns, censuses } = chosen;
  if (returns.length + censuses.length === 0)
    throw new NothingToBuild(
      "There is nothing to list or count: no SEN2 return and no school census was recognised.",
    );
  if (authority === null)
    throw new NothingToBuild("Nothing says which authority this is of. Name it with --authority.");
  const { register } = extracts;
  const linked = peopleStage(chosen, extracts, unkeyed);
  const otherSettings = censuses.flatMap((census) => schoolsOf(census, register));
  const sen2 =
    returns.length === 0
      ? null
      : sen2Model(returns, linked.ofReturns, linked.people, {
          authority,
          asAt: settings.asAt,
          limits: settings.limits,
          register,
          otherSettings,
        });
  return { authority, extracts, chosen, linked, sen2, settings };
}
