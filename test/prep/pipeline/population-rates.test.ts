import { expect } from "chai";
import { authorities, isInvented } from "../../../prep/reference/authorities";
import { publishedCsv } from "../../published-file";
import { estimates, ratedFolder } from "./population-files";
import { build, rowsOf, text, type MemoryFile } from "./run";

type Row = Readonly<Record<string, unknown>>;

const release = (name: string): MemoryFile =>
  text(`releases/2025/${name}.csv`, `${publishedCsv(name).text}\n`);

const rowsWith = async (files: readonly MemoryFile[], authority: string): Promise<Row[]> =>
  rowsOf((await build(files, { authority })).star, "kpi_value");
const one = (rows: readonly Row[], id: string, label: string, role = "own"): Row | undefined =>
  rows.find(
    (row) =>
      row.indicator_id === id &&
      row.period_label === label &&
      row.area_role === role &&
      row.breakdown === "all",
  );

/** The districts of Cambridgeshire. */
const DISTRICTS = { E07000008: 5, E07000009: 10, E07000010: 10, E07000011: 15, E07000012: 20 };

describe("population estimates by single year of age", () => {
  const everywhere = Object.fromEntries(
    authorities()
      .filter((area) => area.until === null && !isInvented(area) && !/^E10/.test(area.onsCode))
      .map(({ onsCode }) => [onsCode, 100]),
  );

  it("are summed to bands of age, districts to their county, for each year", async () => {
    const file = estimates({ E06000058: 1000, ...DISTRICTS, W06000001: 9 });
    const own = await rowsWith([file], "839");
    expect(
      ["0_17", "2_18", "0_24", "0_25"].map((ages) => one(own, `population_${ages}`, "2023")?.value),
    ).to.deep.equal([72_000, 68_000, 100_000, 104_000]);
    const county = await rowsWith([file], "873");
    expect(one(county, "population_0_17", "2022")).to.include({ value: 36 * 60 });
    const { E07000012: left, ...short } = DISTRICTS;
    expect(left).to.equal(20);
    expect(one(await rowsWith([estimates(short)], "873"), "population_0_17", "2022")).to.equal(
      undefined,
    );
  });

  it("are of no region and not of England where an authority is not in the file", async () => {
    const rows = await rowsWith([estimates(everywhere)], "839");
    expect(one(rows, "population_0_17", "2022", "own")).to.include({ value: 3600 });
    expect(one(rows, "population_0_17", "2022", "england")).to.equal(undefined);
    const london = await rowsWith([estimates(everywhere)], "202");
    expect(one(london, "population_0_17", "2022", "region")).to.include({ value: 33 * 3600 });
  });

  it("have no figure where an age is there twice or not at all, and tell rows that are not understood", async () => {
    const twice = estimates({ E06000058: 1000 }, ["E06000058,A place,E,1,3,1,1,1"]);
    expect(one(await rowsWith([twice], "839"), "population_0_17", "2022")).to.include({
      value: null,
    });
    const odd = estimates(DISTRICTS, ["E07000009,B,E,1,x,1,1,1"]);
    const { star, findings } = await build([odd], { authority: "873" });
    expect(findings.map(({ rule }) => rule)).to.include("E43");
    expect(one(rowsOf(star, "kpi_value"), "population_0_17", "2022")).to.include({ value: null });
  });
});

describe("rates of a population", () => {
  const people = { E06000058: 1000, E06000059: 500 };

  it("are of published counts over the population of the mid-year before, which they name", async () => {
    const rows = await rowsWith(
      [release("caseload"), release("requests"), estimates(people)],
      "839",
    );
    const plans = one(rows, "ehc_plans_maintained", "16 Jan 2025")!;
    const rate = one(rows, "ehc_plans_per_1000_0_25", "16 Jan 2025")!;
    expect(rate).to.include({
      numerator: plans.value,
      denominator: 52 * 3000,
      comparability: "comparable",
      comparability_note:
        "Over residents aged 0 to 25 of mid-2024 (Office for National Statistics)",
    });
    expect(rate.value).to.be.closeTo((1000 * Number(plans.value)) / (52 * 3000), 1e-9);
    expect(one(rows, "ehc_plans_of_residents_pct", "16 Jan 2025")?.value).to.be.closeTo(
      Number(rate.value) / 10,
      1e-9,
    );
    const requests = one(rows, "ehc_requests_received", "2024")!;
    expect(one(rows, "ehc_requests_per_10000_2_18", "2024")?.value).to.equal(
      (10_000 * Number(requests.value)) / (34 * 3000),
    );
    // Older than the first estimate: no rate. The neighbours have no population here.
    expect(one(rows, "ehc_plans_per_1000_0_25", "20 Jan 2022")).to.equal(undefined);
    expect(one(rows, "ehc_plans_per_1000_0_25", "16 Jan 2025", "neighbour")).to.equal(undefined);
  });

  it("are to be read with care over a population that is older than it should be", async () => {
    const old = text(
      "shared/population.csv",
      "area,period,indicator,value\n839,2022,population_0_25,100000\n839,2015,population_2_18,9\n",
    );
    const rows = await rowsWith([release("caseload"), release("requests"), old], "839");
    const rate = one(rows, "ehc_plans_per_1000_0_25", "16 Jan 2025")!;
    expect(rate).to.include({ denominator: 100_000, comparability: "caution" });
    expect(rate.comparability_note).to.match(/of mid-2022 .*; a later population is not loaded$/);
    expect(one(rows, "ehc_requests_per_10000_2_18", "2024")).to.equal(undefined);
  });

  it("are averaged over the neighbours in their own unit", async () => {
    const shared = text(
      "shared/figures.csv",
      "area,period,indicator,value,numerator,denominator\n822,2024-25,personal_health_budgets_rate,45,45,100000\n882,2024-25,personal_health_budgets_rate,90,180,200000\n",
    );
    const pooled = (await rowsWith([shared], "839")).find(
      (row) => row.method === "pooled" && row.area_role === "neighbour_average",
    )!;
    expect(pooled).to.include({ value: 75, numerator: 225, denominator: 300_000 });
  });

  it("of what is counted are of the same numerator; of a part of a year there is none of what happens", async () => {
    const rows = rowsOf((await build(ratedFolder())).star, "kpi_value");
    expect(one(rows, "ehc_plans_per_1000_0_25", "16 Jan 2025")).to.include({
      numerator: 10,
      denominator: 52 * 2100,
      origin: "counted",
      method: "counted",
    });
    expect(one(rows, "ehc_requests_per_10000_2_18", "2024")).to.include({ numerator: 3 });
    expect(one(rows, "ehc_requests_per_10000_2_18", "Feb 2024")).to.equal(undefined);
  });
});
