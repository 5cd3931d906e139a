import { isoOf } from "../../../prep/calendar/day";
import { collectInputs } from "../../../prep/cli/inputs";
import type { HealthArea } from "../../../prep/collections/mhsds/model/places";
import { mhsdsFigures } from "../../../prep/collections/mhsds/indicators/figures";
import { collections } from "../../../prep/collections/index";
import { mhsds as ofMhsds } from "../../../prep/collections/mhsds/index";
import { mhsdsModel } from "../../../prep/collections/mhsds/model/model";
import { readExtracts } from "../../../prep/stages/read-extracts";
import type { Settings } from "../../../prep/settings";
import type { Figures } from "./figures";

/** Measure and breakdown of each figure that is compared. */
const COMPARED: Readonly<Record<string, readonly [name: string, breakdown: string]>> = {
  mhs32a: ["mhs32a", "all"],
  mhs39a: ["mhs39a", "all"],
  mhs30d: ["mhs30d", "provider"],
  mhs58a: ["mhs58a", "attendance"],
  mh_wait_first_contact_days_median: ["wait", "all"],
};

const [folder] = process.argv.slice(2);
const [started, before] = [performance.now(), process.cpuUsage()];
const inputs = await collectInputs(folder, { inputs: {} } as Settings, () => undefined);
const extracts = await readExtracts(
  inputs,
  { collections, indicators: [], kpiSheets: {} },
  () => undefined,
);
const [mhsds] = extracts.of(ofMhsds);
if (!mhsds) throw new Error("no MHSDS extract was recognised");
const read = performance.now();
const everyone: HealthArea = {
  code: "",
  type: "ods",
  name: "",
  footprint: "Everyone in the extract",
  members: new Uint8Array(mhsds.personMonths.count).fill(1),
};
const figures: Record<string, number> = {};
let counted = 0;
mhsdsFigures(
  mhsdsModel(mhsds, null),
  [everyone],
  (_, { indicator, frequency, end, breakdown, breakdownValue, value }) => {
    counted++;
    const compared = COMPARED[indicator];
    if (compared?.[1] === breakdown && frequency === "month" && value)
      figures[
        [compared[0], isoOf(end), breakdown === "all" ? "" : breakdownValue].join(" ").trim()
      ] = value;
  },
);
const { user, system } = process.cpuUsage(before);
const result: {
  seconds: number;
  cpuSeconds: number;
  readSeconds: number;
  counted: number;
  peakMiB: number;
  figures: Figures;
} = {
  seconds: (performance.now() - started) / 1000,
  cpuSeconds: (user + system) / 1e6,
  readSeconds: (read - started) / 1000,
  counted,
  peakMiB: process.resourceUsage().maxRSS / 1024,
  figures,
};
console.log(JSON.stringify(result));
