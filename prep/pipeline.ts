import type { Collection } from "./collections/collection";
import { collections as allCollections } from "./collections/index";
import type { Pipeline } from "./pipeline-contract";
import { unlimited, type Limited } from "./indicators/limited";
import { answerFoi } from "./stages/answer-foi";
import type { StartHelpers } from "./stages/area-helpers";
import { buildOf, shareOf } from "./stages/build-files";
import { casesOf } from "./stages/cases-of";
import { knowledgeOf } from "./stages/knowledge";
import { chooseAndCheck, readFiles } from "./stages/read-and-check";
import { areasToBuild } from "./stages/areas-to-build";
import { boardsRead } from "./stages/read-boards";
import { joinChecks } from "./stages/join-builds";
import { NothingToBuild } from "./nothing-to-build";
import { unreadNames } from "./stages/unread-relatives";

/**
 * The pipeline of some collections. `limited` runs the expressions of a council's own indicators; a
 * caller that can stop one that does not end gives its own. `startHelpers` starts the threads of a
 * caller that has some.
 */
export function makePipeline(
  collections: readonly Collection[],
  limited: Limited = unlimited,
  startHelpers?: StartHelpers,
): Pipeline {
  const knowledge = knowledgeOf(collections);
  const means = { collections, knowledge, limited };
  const build = buildOf({ ...means, startHelpers });
  const check: Pipeline["check"] = async (inputs, settings, progress) => {
    const all = await readFiles(inputs, knowledge, settings, { progress });
    const parts = areasToBuild(collections, all, settings).map((area) => {
      const how = { progress, withSettings: area.isFirst };
      const { found, chosen } = chooseAndCheck(area.extracts, knowledge, area.settings, how);
      const result = { ...found, files: all.files, rows: chosen.rows };
      return { authority: area.settings.authority ?? "", result };
    });
    return parts.length === 1 ? parts[0].result : joinChecks(parts);
  };

  /** Reads and checks the extracts of the one authority that lists, packs and boards are of. */
  const readOne = async (
    [inputs, settings, progress]: Parameters<Pipeline["check"]>,
    how: { readonly casesOnly?: boolean } = {},
  ) => {
    const all = await readFiles(inputs, knowledge, settings, { progress, ...how });
    const [area, ...more] = areasToBuild(collections, all, settings);
    if (more.length > 0) {
      const asked = [area, ...more].map(({ settings: { authority } }) => authority).join(", ");
      throw new NothingToBuild(
        `Lists, packs and boards are of one authority: a list shows its children, and each authority answers for its own. Several are asked for (${asked}). Run the command once for each, with --authority and a folder of its own.`,
      );
    }
    return { area, read: chooseAndCheck(area.extracts, knowledge, area.settings, { progress }) };
  };

  /** The same with the people linked, for lists and packs. */
  const readCases = async (...asked: Parameters<Pipeline["check"]>) => {
    const { area, read } = await readOne(asked, { casesOnly: true });
    const progress = asked[2];
    const { extracts, chosen, found } = read;
    progress("Linking people", 0, null);
    const cases = casesOf(collections, extracts.sources, chosen, {
      unread: unreadNames(extracts),
      settings: area.settings,
      progress,
    });
    return {
      result: { ...found, files: extracts.files, rows: [...chosen.rows, ...cases.rows] },
      cases,
    };
  };

  return {
    build,
    buildOwn: buildOf({ ...means, startHelpers }, { leaveOutNobody: true }),
    rehearse: (inputs, settings, { collection, hash }, progress) =>
      buildOf(means, { rehearsed: collection })(inputs, settings, hash, progress),
    share: shareOf(means),
    check,
    catalogue: knowledge.indicators,
    async boards(...asked) {
      return boardsRead((await readOne(asked)).read, knowledge);
    },
    async list(inputs, settings, { list, options }, progress) {
      const { cases, result } = await readCases(inputs, settings, progress);
      progress("Making the list", 0, null);
      return { ...result, made: await cases.list(list, options) };
    },
    foi: answerFoi(build, readCases),
  };
}

/** The pipeline of all collections. */
export const pipeline: Pipeline = makePipeline(allCollections);
