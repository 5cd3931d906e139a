import type { Collection } from "../collections/collection";
import type { Progress } from "../progress";
import type { KeyedHash } from "../protect/pseudonym";
import { ENGLAND } from "../reference/authorities";
import type { Settings } from "../settings";
import type { KpiValueRow } from "../star/kpi-value-row";
import type { AreaGroup } from "./area-group";
import type { Extracts } from "./extracts";
import { linkPeopleOfAll } from "./link-people";
import { buildModels, type KeyedSources } from "./loaded";
import { modelContexts } from "./model-contexts";
import { unreadNames } from "./unread-relatives";

/** Figures that are counted of an area as one, and not put together from its councils. */
export interface CountedOfAll {
  readonly figures: readonly KpiValueRow[];
  readonly sources: KeyedSources["rows"];
}

/**
 * What collections count of everyone in their extracts, for England: who lives in no council that is
 * known is in the national figure, and in none of a council's. Nothing for other areas.
 */
export function countedOfAll(
  collections: readonly Collection[],
  extracts: Extracts,
  {
    group,
    settings: given,
    hash,
    progress,
  }: {
    readonly group: AreaGroup;
    readonly settings: Settings;
    readonly hash: KeyedHash;
    readonly progress: Progress;
  },
): CountedOfAll {
  const settings = { ...given, authority: null, authorities: [], allOf: ENGLAND };
  const loaded = collections
    .filter((collection) => group.code === ENGLAND && collection.board?.(settings) === ENGLAND)
    .map((collection) => ({ collection, extracts: extracts.of(collection) }))
    .filter(({ extracts: of }) => of.length > 0);
  if (loaded.length === 0) return { figures: [], sources: [] };
  const { sources } = extracts;
  const { keyed, contextOf } = modelContexts({
    unread: unreadNames(extracts),
    loaded,
    linked: linkPeopleOfAll(loaded, sources, hash),
    sources,
    settings,
    authority: ENGLAND,
    namedAuthority: null,
    hash,
    progress,
  });
  const built = buildModels(loaded, contextOf);
  return {
    figures: built.flatMap(({ collection, model, context }) => collection.figures(model, context)),
    sources: keyed.rows,
  };
}
