import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect } from "chai";
import { csvRows } from "../../csv-rows";
import type { Settings } from "../../../prep/settings";
import { bundleProgram, removeProgram, runProgram, writeFiles } from "./command-line";
import { build, rowsOf, text } from "./run";

type Row = Readonly<Record<string, unknown>>;

/** Shares of invented councils: value, numerator, denominator. */
const FIGURES: Readonly<Record<string, string>> = {
  "838": "50,5,10",
  "839": "40,40,100",
  "800": "60,,",
  "801": "c,,",
  "822": "30,30,100",
  "351": "10,1,10",
  England: "61.5,,",
};
const files = [
  text(
    "shared.csv",
    `area,period,indicator,value,numerator,denominator\n${Object.entries(FIGURES)
      .map(([area, cells]) => `${area},2024-25,own_home_pct,${cells}\n`)
      .join("")}`,
  ),
  text(
    "bands.csv",
    "area_code,Peers by deprivation,Peers by size\n839,band 3,small\n838,band 3,large\nE10000009,band 3,\n822,band 4,small\n800,band 3,small\n123,band 1,small\n822,band 3,large\n",
  ),
];

describe("groups of peers", () => {
  let figures: readonly Row[];
  let told: string;

  const buildWith = async (settings: Partial<Settings>): Promise<void> => {
    const { star, findings } = await build(files, { authority: "839", ...settings });
    figures = rowsOf(star, "kpi_value");
    told = findings.map(({ rule, file, message }) => `${rule} ${file} ${message}`).join("\n");
  };
  const average = (area: string, method: string): Row =>
    figures.find(({ area_code, method: by }) => area_code === area && by === method)!;

  it("are averaged by mean, median and pooled, each with how many had a value, and who not and why", async () => {
    await buildWith({
      peers: [
        { name: "Our partners", areas: ["838", "E06000026", "800", "801", "351", "839"] },
        { name: "The region", areas: ["region"] },
        { name: "All England", areas: ["England"] },
        { name: "The board", areas: ["board"] },
      ],
    });
    const [mean, median, pooled] = ["mean", "median", "pooled"].map((method) =>
      average("peers Our partners", method),
    );
    expect([mean, median, pooled].map(({ value, area_count: of }) => [value, of])).to.deep.equal([
      [40, 3],
      [50, 3],
      [30, 2],
    ]);
    expect(mean.comparability_note).to.equal(
      "Simple mean of the published, rounded figures; 3 of 5 peers, without 801 (suppressed), 879 (not in the files)",
    );
    expect(pooled.comparability_note).to.match(/800 \(without the numbers behind it\)/);
    expect(mean).to.include({ area_role: "other", area_code_type: "group", for_area_code: "839" });
    expect(average("peers The region", "mean").comparability_note).to.match(/; 2 of 14 peers, /);
    expect(average("peers All England", "mean").comparability_note).to.match(
      /; 4 of 152 peers, without 201, .* and \d+ more \(not in the files\), 801 \(suppressed\)/,
    );
    expect(average("peers The board", "mean")).to.include({ value: 50, area_count: 1 });
    expect(told).not.to.match(/T02/);
  });

  it("are those with one value in a column that begins with peers", async () => {
    await buildWith({});
    const bands = average("peers Peers by deprivation", "mean");
    expect(bands).to.include({ value: 55, area_count: 2 });
    expect(bands.comparability_note).to.match(/2 of 3 peers in band 3, without 835 /);
    expect(average("peers Peers by size", "mean")).to.include({ value: 45, area_count: 2 });
    expect(told).to.match(/N01 bands.csv An authority of the table of peers is not known/);
    expect(told).to.match(
      /N01 bands.csv The table of peers names this authority in an earlier row/,
    );
  });

  it("are shown one by one where the settings say so, the models beside them", async () => {
    await buildWith({ neighbourModel: "Peers by size" });
    const shown = figures.filter(({ area_role }) => area_role === "neighbour");
    expect(shown.map(({ area_code }) => area_code).sort()).to.deep.equal(["800", "822"]);
    const mean = figures.find(
      ({ area_role, method }) => area_role === "neighbour_average" && method === "mean",
    )!;
    expect(mean).to.include({ value: 45, neighbour_model: "Peers by size" });
    expect(average("neighbours 2025-05", "mean")).to.include({ area_role: "other" });
  });

  it("that are not understood are told, and the usual neighbours shown", async () => {
    await buildWith({
      neighbourModel: "2025-50",
      peers: [
        { name: "Ours", areas: ["Atlantis", "838"] },
        { name: "Ours", areas: ["800"] },
        { name: null, areas: ["838"] },
      ],
    });
    expect(told).to.match(/T02 .* names "Atlantis", which is no area/);
    expect(told).to.match(/Ours is the name of two groups/);
    expect(told).to.match(/has no name/);
    expect(told).to.match(/2025-50 is no neighbour model .* Did you mean 2025-05\?/);
    expect(
      figures.some(
        ({ area_role, neighbour_model: model }) => area_role === "neighbour" && model === "2025-05",
      ),
    ).to.equal(true);
  });

  describe("of a settings file", () => {
    let place: string;

    before(async function () {
      await bundleProgram();
      place = mkdtempSync(join(tmpdir(), "peers-"));
      const peers = [{ name: "Our partners", areas: ["838", "822"] }];
      const settings = text("send-scorecard.json", JSON.stringify({ authority: "839", peers }));
      writeFiles(join(place, "in"), [...files, settings]);
      const { stderr } = runProgram(place, ["build", "in", "--out", "out", "--quiet"]);
      expect(stderr).to.equal("");
    });
    after(() => {
      removeProgram();
      rmSync(place, { recursive: true, force: true });
    });

    it("are named in the table of who is compared, beside the models", () => {
      const names = csvRows(readFileSync(join(place, "out/star/compared_area.csv"), "utf8")).map(
        ({ compared_name }) => compared_name,
      );
      expect(names).to.include("Our partners (pooled)");
      expect(names).to.include("Peers by deprivation (median)");
      expect(names).to.include("Neighbours of 2021-04 (mean)");
    });
  });
});
