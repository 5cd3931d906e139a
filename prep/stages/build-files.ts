import type { Collection } from "../collections/collection";
import type { Limited } from "../indicators/limited";
import type { Pipeline } from "../pipeline-contract";
import { stopwatch } from "../stopwatch";
import { groupOf } from "./area-group";
import type { StartHelpers } from "./area-helpers";
import { areasToBuild } from "./areas-to-build";
import { buildArea, type AreaOptions } from "./build-area";
import { buildAreas, buildShare } from "./build-areas";
import { countedOfAll } from "./counted-of-all";
import { joinBuilds } from "./join-builds";
import type { Knowledge } from "./knowledge";
import { readFiles } from "./read-and-check";

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
export const buildOf =
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

/** Reads them too, and builds the authorities that it claims beside another thread. */
export const shareOf =
  ({ collections, knowledge, limited }: BuildMeans): Pipeline["share"] =>
  async (inputs, settings, hash, share) => {
    const all = await readFiles(inputs, knowledge, settings, { progress: noProgress });
    const one = buildArea(knowledge, limited, {
      leaveOutNobody: share.leaveOutNobody,
      isOfGroup: settings.allOf !== null,
    });
    const areas = areasToBuild(collections, all, settings);
    buildShare(areas, (area) => one(area, hash, noProgress), share);
  };
