import type { Collection } from "../collections/collection";
import { schoolCensus } from "../collections/school-census/index";
import type { Census } from "../collections/school-census/census";
import { sen2 } from "../collections/sen2/index";
import { sen2Model, type Sen2Model } from "../collections/sen2/model/model";
import { sen2FoiSource } from "../collections/sen2/foi-source";
import type { FoiSource } from "../indicators/foi-source";
import { NothingToBuild } from "../nothing-to-build";
import type { KeyedHash } from "../protect/pseudonym";
import type { Settings } from "../settings";
import type { SourceData } from "../sources/source-data";
import type { Chosen } from "./choose";
import { linkPeople, type LinkedPeople } from "./link-people";

/** The extracts of one authority with their people linked, for what needs no pseudonyms: lists of cases and plain counts. */
export interface CaseSource {
  readonly authority: string;
  readonly sources: SourceData;
  readonly linked: Omit<LinkedPeople, "pseudonyms">;
  /** All SEN2 returns put together; null where there is none. */
  readonly sen2: Sen2Model | null;
  /** What requests for numbers can be answered from; null where nothing can. */
  readonly foi: FoiSource | null;
  /** The school censuses, each with the persons (from 0) of its pupils on roll and no longer on roll. */
  readonly censuses: readonly Census[];
  readonly ofCensuses: readonly { readonly onroll: Int32Array; readonly offroll: Int32Array }[];
  readonly settings: Settings;
}

/** Puts people in the order of their identifiers. Nothing that is made with it leaves this stage. */
const unkeyed: KeyedHash = (text) => text;

/** Links the people and puts the returns together; no key is needed. Throws `NothingToBuild` when there is no return and no census, or nothing says whose they are. */
export function caseSource(
  collections: readonly Collection[],
  sources: SourceData,
  { authority, loaded }: Chosen,
  settings: Settings,
): CaseSource {
  if (loaded.length === 0) {
    const none = collections.filter(({ people }) => people).map(({ noun }) => `no ${noun}`);
    throw new NothingToBuild(
      `There is nothing to list or count: ${none.join(" and ")} was recognised.`,
    );
  }
  if (authority === null)
    throw new NothingToBuild("Nothing says which authority this is of. Name it with --authority.");
  const linked = linkPeople(loaded, sources, unkeyed);
  const extractsOf = <Extract, Model>({ id }: Collection<Extract, Model>): readonly Extract[] =>
    (loaded.find(({ collection }) => collection.id === id)?.extracts ?? []) as readonly Extract[];
  const [returns, censuses] = [extractsOf(sen2), extractsOf(schoolCensus)];
  const pupils = linked.personOf(schoolCensus);
  const model =
    returns.length === 0
      ? null
      : sen2Model(returns, linked.personOf(sen2), linked.people, {
          authority,
          asAt: settings.asAt,
          limits: settings.limits,
          register: sources.register,
          otherSettings: schoolCensus.places!(censuses, sources),
        });
  return {
    authority,
    sources,
    linked,
    sen2: model,
    foi: model && sen2FoiSource(model),
    censuses,
    ofCensuses: censuses.map((_, c) => ({ onroll: pupils[2 * c], offroll: pupils[2 * c + 1] })),
    settings,
  };
}
