import { dayFromIso, type Day } from "../../prep/calendar/day";
import { caseLists } from "../../prep/collections/index";
import { writeList } from "../../prep/lists/write-list";
import { pipeline } from "../../prep/pipeline";
import type { Progress } from "../../prep/progress";
import { foiMaker, refuseSpan, writePack } from "../../prep/publish/foi/write-pack";
import { refuseUnrecognised } from "../../prep/stages/unread-files";
import { Stop } from "../../prep/stop";
import type { ListWish, Made, PackWish } from "../messages";
import { givenInputs } from "./given-files";
import { givenSettings } from "./given-settings";
import { memoryFolder } from "./memory-folder";
import { readReleases } from "./release-register";
import { zipOf } from "./zip-of";

/** Makes a list that shows who is meant, as `lists` of the command line does. */
export async function makeList(wish: ListWish, progress: Progress): Promise<Made> {
  const list = caseLists.find(({ name }) => name === wish.list)!;
  const options = { names: wish.names, within: wish.within };
  const { settings } = await givenSettings(wish);
  const inputs = await givenInputs(wish.files, settings, progress);
  const result = await pipeline.list(inputs, settings, { list, options }, progress);
  refuseUnrecognised(result);
  const folder = memoryFolder();
  await writeList(folder, list, { options, settings, inputs, result });
  const { notes, counts } = result.made;
  return { zip: await zipOf(folder.contents), notes, counts };
}

function dayOf(iso: string): Day {
  const day = dayFromIso(iso);
  if (day === null) throw new Stop("usage", "Give the first and the last day of the pack.");
  return day;
}

/** Makes a pack for a freedom of information request, as `foi` of the command line does. */
export async function makePack(wish: PackWish, progress: Progress): Promise<Made> {
  const { by, profile } = wish;
  const [from, to] = [dayOf(wish.from), dayOf(wish.to)];
  if (to < from) throw new Stop("usage", "The last day lies before the first.");
  refuseSpan({ from, to });
  const { settings } = await givenSettings(wish);
  const known = await readReleases(wish.files);
  const inputs = await givenInputs(wish.files, settings, progress);
  const builtAt = new Date().toISOString();
  const asked = { request: { from, to, by, profile }, maker: foiMaker(builtAt), known };
  const result = await pipeline.foi(inputs, settings, asked, progress);
  refuseUnrecognised(result);
  const { pack } = result;
  const folder = memoryFolder();
  await writePack(folder, pack, { settings, inputs, profile, builtAt });
  return {
    zip: await zipOf(folder.contents),
    notes: [
      `${pack.numbers} numbers, of which ${pack.hidden} are hidden and ${pack.notKnown} not known.`,
      "Read the covering note before you release it.",
    ],
    counts: [],
  };
}
