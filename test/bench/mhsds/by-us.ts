import { isoOf } from "../../../prep/calendar/day";
import { collectInputs } from "../../../prep/cli/inputs";
import type { HealthArea } from "../../../prep/collections/mhsds/model/places";
import { mhsdsFigures } from "../../../prep/collections/mhsds/indicators/figures";
import { collections } from "../../../prep/collections/index";
import { mhsds as ofMhsds } from "../../../prep/collections/mhsds/index";
import { mhsdsModel } from "../../../prep/collections/mhsds/model/model";
import { readExtracts } from "../../../prep/stages/read-extracts";
import type { Settings } from "../../../prep/settings";
import { COMPARED } from "./compared";
import type { Figures } from "./figures";

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
let [counted, values] = [0, 0];
mhsdsFigures(
  mhsdsModel(mhsds, null),
  [everyone],
  (_, { indicator, frequency, end, breakdown, breakdownValue, value }) => {
    counted++;
    if (value) values++;
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
  values: number;
  peakMiB: number;
  figures: Figures;
} = {
  seconds: (performance.now() - started) / 1000,
  cpuSeconds: (user + system) / 1e6,
  readSeconds: (read - started) / 1000,
  counted,
  values,
  peakMiB: process.resourceUsage().maxRSS / 1024,
  figures,
};
console.log(JSON.stringify(result));
