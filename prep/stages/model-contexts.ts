import type { ExtractContext } from "../collections/collection";
import { findPlaces, type Place, type Places } from "../places/places";
import type { Progress } from "../progress";
import type { KeyedHash } from "../protect/pseudonym";
import { authorityName } from "../reference/authorities";
import type { Settings } from "../settings";
import type { SourceData } from "../sources/source-data";
import type { LinkedPeople } from "./link-people";
import { unreadRelatives } from "./unread-relatives";
import { keySources, type KeyedSources, type Loaded } from "./loaded";

export interface ToModel {
  /** Names of files that were not read. */
  readonly unread: readonly string[];
  readonly loaded: readonly Loaded[];
  readonly linked: LinkedPeople;
  readonly sources: SourceData;
  readonly settings: Settings;
  /** The authority, else the board, that is built; and the authority alone. */
  readonly authority: string;
  readonly namedAuthority: string | null;
  readonly hash: KeyedHash;
  readonly progress: Progress;
}

/**
 * What the extracts of each collection are made into a model with, but for what other collections
 * know.
 */
interface ModelContexts {
  readonly keyed: KeyedSources;
  readonly places: Places;
  contextOf(one: Loaded): ExtractContext;
}

/** Hands out the keys of sources and places. */
export function modelContexts({
  unread,
  loaded,
  linked,
  sources,
  settings,
  authority,
  namedAuthority,
  hash,
  progress,
}: ToModel): ModelContexts {
  const keyed = keySources(loaded, settings);
  const named = new Map<string, readonly Place[]>(
    loaded.map(({ collection, extracts }) => [
      collection.id,
      collection.places?.(extracts, sources) ?? [],
    ]),
  );
  const places = findPlaces([...named.values()].flat(), sources.register);
  const common = {
    authority,
    areaName: authorityName(authority),
    namedAuthority,
    settings,
    sources,
    places,
    people: linked.people,
    personWith: linked.personWith,
    hash,
    progress,
  };
  return {
    keyed,
    places,
    contextOf: ({ collection, extracts }) => ({
      ...common,
      otherPlaces: [...named].flatMap(([id, of]) => (id === collection.id ? [] : of)),
      personOf: linked.personOf(collection),
      doubts: unreadRelatives(unread, extracts.flatMap(collection.filesOf), collection.tableNames),
      told: () => linked.toldBy(collection),
      sourceKeys: keyed.keysOf.get(collection.id)!,
    }),
  };
}
