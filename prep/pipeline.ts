import type { Collection } from "./collections/collection";
import { collections as allCollections } from "./collections/index";
import type { Pipeline } from "./pipeline-contract";
import { unlimited, type Limited } from "./indicators/limited";
import { answerFoi } from "./stages/answer-foi";
import type { StartHelpers } from "./stages/area-helpers";
import { buildArea, type AreaOptions } from "./stages/build-area";
import { buildAreas, buildShare } from "./stages/build-areas";
import { casesOf } from "./stages/cases-of";
import { knowledgeOf, type Knowledge } from "./stages/knowledge";
import { chooseAndCheck, readFiles } from "./stages/read-and-check";
import { groupOf } from "./stages/area-group";
import { countedOfAll } from "./stages/counted-of-all";
import { areasToBuild } from "./stages/areas-to-build";
import { boardsRead } from "./stages/read-boards";
import { joinBuilds, joinChecks } from "./stages/join-builds";
import { NothingToBuild } from "./nothing-to-build";
import { unreadNames } from "./stages/unread-relatives";
import { stopwatch } from "./stopwatch";

const noProgress = (): void => undefined;

/** What beside the files a build is made with. */
interface BuildMeans {
  readonly collections: readonly Collection[];
  readonly knowledge: Knowledge;
  readonly limited: Limited;
  /** Starts the threads that build some of several authorities; none where it is not given. */
  readonly startHelpers?: StartHelpers;
}

/** Reads extracts once, of whatever authorities, and builds each authority that is asked for. */
const buildOf =
  (
    { collections, knowledge, limited, startHelpers }: BuildMeans,
    {
      rehearsed = null,
      leaveOutNobody = false,
    }: Pick<AreaOptions, "rehearsed" | "leaveOutNobody"> = {},
  ): Pipeline["build"] =>
  async (inputs, settings, hash, progress) => {
    const clock = stopwatch();
    const helpers = startHelpers?.(inputs, settings, { leaveOutNobody }) ?? null;
    try {
      const casesOnly = rehearsed !== null;
      const how = { progress, casesOnly, onPeople: () => void hash("") };
      const all = await readFiles(inputs, knowledge, settings, how);
      clock.lap("read");
      const one = buildArea(knowledge, limited, {
        rehearsed,
        leaveOutNobody,
        isOfGroup: settings.allOf !== null,
      });
      const areas = areasToBuild(collections, all, settings);
      const parts = await buildAreas(areas, (area) => one(area, hash, progress), helpers);
      const joining = stopwatch();
      const group = settings.allOf === null ? null : groupOf(settings.allOf);
      const together = group && {
        group,
        all: countedOfAll(collections, all, { group, settings, hash, progress }),
      };
      const result =
        parts.length === 1 && together === null
          ? parts[0].result
          : joinBuilds(parts, together, leaveOutNobody);
      joining.lap("join");
      return { ...result, timings: { ...clock.timings, ...result.timings, ...joining.timings } };
    } finally {
      helpers?.stop();
    }
  };

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
    async share(inputs, settings, hash, share) {
      const all = await readFiles(inputs, knowledge, settings, { progress: noProgress });
      const one = buildArea(knowledge, limited, {
        leaveOutNobody: share.leaveOutNobody,
        isOfGroup: settings.allOf !== null,
      });
      const areas = areasToBuild(collections, all, settings);
      buildShare(areas, (area) => one(area, hash, noProgress), share);
    },
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
