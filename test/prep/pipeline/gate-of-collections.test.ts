import { expect } from "chai";
import { censusFiles, samplePupils } from "../../../prep/sample/census/census-files";
import { makeSample } from "../../../prep/sample/make-sample";
import { makeMhsds, mhsdsFiles } from "../../../prep/sample/mhsds/mhsds";
import type { BuildResult } from "../../../prep/results";
import { build, bytesOf, rowsOf, text, type MemoryFile } from "./run";

const SEED = 31;
const sample = makeSample({ people: 60, years: 2, seed: SEED });

const changed = (
  files: readonly MemoryFile[],
  which: RegExp,
  change: (text: string) => string,
): MemoryFile[] =>
  files.map((file) =>
    which.test(file.name)
      ? text(file.name, change(new TextDecoder().decode(bytesOf(file.chunks))))
      : file,
  );

/** How the figures of some indicators stand: `id status comparability`, each once. */
const states = ({ star }: BuildResult, ids: RegExp): string[] =>
  [
    ...new Set(
      rowsOf(star, "kpi_value")
        .filter(
          ({ indicator_id, breakdown, area_role, frequency, as_at, left_out_reason }) =>
            ids.test(String(indicator_id)) &&
            breakdown === "all" &&
            area_role === "own" &&
            /^(?:month|term)$/.test(String(frequency)) &&
            (as_at !== null || left_out_reason !== null),
        )
        .map(({ indicator_id, status, comparability }) =>
          [indicator_id, status, comparability ?? ""].join(" ").trim(),
        ),
    ),
  ].sort();

describe("what was read only in part of a school census", function () {
  const files = (): MemoryFile[] => censusFiles(samplePupils(sample, SEED, 120), ["collect-csv"]);
  const IDS = /^(?:suspensions|pupils_on_roll|absence_rate_pct)$/;

  it("leaves out suspensions none of which lies in a term that is told of, and nothing else", async () => {
    expect(states(await build(files()), IDS)).to.deep.equal([
      "absence_rate_pct ok comparable",
      "pupils_on_roll ok comparable",
      "suspensions ok comparable",
    ]);
    const old = changed(files(), /termlyexclusions/i, (csv) =>
      csv.replace(/\b20[12]\d\b/g, "1999"),
    );
    expect(states(await build(old), IDS)).to.deep.equal([
      "absence_rate_pct ok comparable",
      "pupils_on_roll ok comparable",
      "suspensions not_available",
    ]);
  });

  it("leaves out what rests on a table that breaks off", async () => {
    const cut = changed(files(), /pupilonroll/i, (csv) => csv.slice(0, Math.floor(csv.length / 2)));
    expect(states(await build(cut), /^pupils_on_roll$/)).to.deep.equal([
      "pupils_on_roll not_available",
    ]);
  });
});

describe("what was read only in part of mental health data", function () {
  const health = makeMhsds(sample.history, { seed: 5, people: 80 });
  const files = (): MemoryFile[] => [...mhsdsFiles(health)];
  const options = { authority: "999" };
  const IDS = /^mh_(?:referrals_received_0_18|contacts_attended_0_18)$/;

  it("leaves out contacts of a file that breaks off and keeps referrals", async () => {
    expect(states(await build(files(), options), IDS)).to.include.members([
      "mh_contacts_attended_0_18 ok comparable",
      "mh_referrals_received_0_18 ok comparable",
    ]);
    const cut = changed(files(), /MHS201/, (csv) => csv.slice(0, Math.floor(csv.length / 2)));
    const left = states(await build(cut, options), IDS);
    expect(left.filter((state) => /contacts/.test(state))).to.deep.equal([
      "mh_contacts_attended_0_18 not_available",
    ]);
    expect(left).to.include("mh_referrals_received_0_18 ok comparable");
  });
});
