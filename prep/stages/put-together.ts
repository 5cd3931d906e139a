import type { Progress } from "../progress";
import type { KeyedHash } from "../protect/pseudonym";
import type { Settings } from "../settings";
import type { SourceData } from "../sources/source-data";
import { childDimensions } from "./child-dimensions";
import type { StarData } from "../star/frame";
import type { Stopwatch } from "../stopwatch";
import type { Chosen } from "./choose";
import type { WithTables } from "./count-own-indicators";
import { linkPeopleOfAll, type LinkedPeople } from "./link-people";
import { buildModels, type KeyedSources } from "./loaded";
import { modelContexts } from "./model-contexts";

interface ToPutTogether {
  /** Names of files that were not read. */
  readonly unread: readonly string[];
  readonly chosen: Chosen;
  readonly sources: SourceData;
  readonly settings: Settings;
  /** The authority, else the board, that is built. */
  readonly authority: string;
  readonly hash: KeyedHash;
  readonly progress: Progress;
  readonly clock: Stopwatch;
}

interface PutTogether {
  readonly keyed: KeyedSources;
  readonly linked: LinkedPeople;
  /** Dimensions of children; none where no extract tells of children. */
  readonly dimensions: readonly StarData[];
  readonly built: readonly WithTables[];
}

/**
 * Links the people of all extracts, hands out the keys of sources, people and places, and makes
 * each collection's extracts into a model and tables.
 */
export function putTogether({
  unread,
  chosen,
  sources,
  settings,
  authority,
  hash,
  progress,
  clock,
}: ToPutTogether): PutTogether {
  const { loaded } = chosen;
  progress("Linking people", 0, null);
  const linked = linkPeopleOfAll(loaded, sources, hash);
  clock.lap("protect");

  progress("Building the star", 0, null);
  const { keyed, places, contextOf } = modelContexts({
    unread,
    loaded,
    linked,
    sources,
    settings,
    authority,
    namedAuthority: chosen.authority,
    hash,
    progress,
  });
  const models = buildModels(loaded, contextOf);
  const { birthMonth } = settings.output;
  const dimensions = loaded.some(({ collection }) => collection.people)
    ? childDimensions(linked.people, linked.pseudonyms, places, { authority, birthMonth })
    : [];
  const built = models.map((one) => ({
    ...one,
    tables: one.collection.tables(one.model, one.context),
  }));
  clock.lap("star");
  return { keyed, linked, dimensions, built };
}
