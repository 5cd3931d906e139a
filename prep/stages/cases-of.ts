import type { RowCount } from "../check/finding";
import type { Collection } from "../collections/collection";
import type { FoiSource } from "../indicators/foi-source";
import type { CaseList, CaseListOptions, CaseListResult, ToldPeople } from "../lists/case-list";
import { NothingToBuild } from "../nothing-to-build";
import type { KeyedHash } from "../protect/pseudonym";
import type { SourceData } from "../sources/source-data";
import type { Chosen } from "./choose";
import { linkPeopleOfAll, type LinkedPeople } from "./link-people";
import { buildModels, type Loaded } from "./loaded";
import { modelContexts, type ToModel } from "./model-contexts";

/**
 * The extracts of one authority with their people linked, for what needs no pseudonyms: lists of
 * cases and plain counts.
 */
export interface CasesOfArea {
  readonly authority: string;
  /** Rows of people that were left out. */
  readonly rows: readonly RowCount[];
  list(wanted: CaseList, options: CaseListOptions): CaseListResult | Promise<CaseListResult>;
  /**
   * What requests for numbers are answered from. Throws `NothingToBuild` where nothing can answer
   * them.
   */
  foi(): FoiSource;
}

/**
 * Puts people in the order of their identifiers. Nothing that is made with it leaves this stage.
 */
const unkeyed: KeyedHash = (text) => text;

/** The people of the extracts of a collection, those of the newest first. */
function toldBy({ collection, extracts }: Loaded, { personOf }: LinkedPeople): ToldPeople[] {
  const persons = [...personOf(collection)];
  return extracts
    .map((extract) =>
      (collection.people?.(extract) ?? []).map(({ source }) => ({
        source,
        personOf: persons.shift()!,
      })),
    )
    .reverse()
    .flat();
}

/**
 * Links the people; no key is needed. Throws `NothingToBuild` when there are no extracts of people,
 * or nothing says whose they are.
 */
export function casesOf(
  collections: readonly Collection[],
  sources: SourceData,
  { authority, loaded }: Chosen,
  { unread, settings, progress }: Pick<ToModel, "unread" | "settings" | "progress">,
): CasesOfArea {
  if (loaded.length === 0) {
    const none = collections.filter(({ people }) => people).map(({ noun }) => `no ${noun}`);
    throw new NothingToBuild(
      `There is nothing to list or count: ${none.join(" and ")} was recognised.`,
    );
  }
  if (authority === null)
    throw new NothingToBuild("Nothing says which authority this is of. Name it with --authority.");
  const linked = linkPeopleOfAll(loaded, sources, unkeyed);
  const { places, contextOf } = modelContexts({
    unread,
    loaded,
    linked,
    sources,
    settings,
    authority,
    namedAuthority: authority,
    hash: unkeyed,
    progress,
  });
  /** The model of a collection; null where none of its extracts is loaded. */
  const modelOf = (collection: Collection | undefined): unknown => {
    const at = loaded.findIndex((one) => one.collection === collection);
    return at < 0 ? null : buildModels(loaded.slice(0, at + 1), contextOf)[at].model;
  };
  const rolls = loaded.find(({ collection }) => collection.pupils);
  return {
    authority,
    rows: linked.rows,
    list(wanted, options) {
      const owner = collections.find(({ caseLists }) =>
        caseLists?.some(({ name }) => name === wanted.name),
      );
      const source = {
        settings,
        sources,
        places,
        people: linked.people,
        told: loaded.flatMap((one) => toldBy(one, linked)),
        pupils: rolls?.collection.pupils!(rolls.extracts, contextOf(rolls)) ?? null,
      };
      return wanted.make(modelOf(owner), source, options);
    },
    foi() {
      const owner = loaded.find(({ collection }) => collection.foi);
      if (owner === undefined) {
        const needed = collections.filter(({ foi }) => foi).map(({ noun }) => `a ${noun}`);
        throw new NothingToBuild(
          `A freedom of information pack needs ${needed.join(" or ")}: none was recognised.`,
        );
      }
      return owner.collection.foi!(modelOf(owner.collection), contextOf(owner));
    },
  };
}
