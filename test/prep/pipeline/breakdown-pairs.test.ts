import { expect } from "chai";
import { breakdownPairs, isPair } from "../../../prep/indicators/breakdown-pairs";
import { publishedStar } from "../../../prep/publish/disclosure/published-star";
import { knowledgeOf } from "../../../prep/stages/knowledge";
import { collections } from "../../../prep/collections/index";
import type { Star } from "../../../prep/star/frame";
import { upnOf } from "../collections/sen2/model/one-case";
import { pupil, schoolXml } from "../collections/school-census/one-school";
import {
  active,
  issued,
  need,
  person,
  placement,
  request,
  smallReturn,
  xmlFile,
} from "./small-return";
import { build, rowsOf, text } from "./run";

type Row = Readonly<Record<string, unknown>>;

const needs = (type: string): string =>
  `<SENneeds><SENneed><SENtypeRank>1</SENtypeRank><SENtype>${type}</SENtype></SENneed></SENneeds>`;
const census = schoolXml("census.xml", {
  onRoll: [
    pupil({ upn: upnOf("024001001"), sen: "E", needs: needs("ASD") }),
    pupil({ upn: upnOf("024001002"), sen: "K", needs: needs("ASD") }),
    pupil({ upn: upnOf("024001003"), sen: "K", needs: needs("SLCN") }),
    pupil({ upn: upnOf("024001004") }),
  ],
});
const withPlan = (n: number, type: string, setting: string) =>
  person(
    n,
    request(
      "2023-02-01",
      "2023-03-01",
      {},
      issued("2023-06-01"),
      active({}, [placement({ SENsetting: setting }), need(type, "1")]),
    ),
  );
const returned = xmlFile(
  smallReturn(2025, [
    withPlan(1, "ASD", "OLA"),
    withPlan(2, "ASD", "OLA"),
    withPlan(3, "SEMH", "EHE"),
    withPlan(4, "ASD", "EHE"),
  ]),
);

/** Settings have groups where a register is there. */
const register = text(
  "register.csv",
  "URN,EstablishmentName,LA (code),EstablishmentNumber,TypeOfEstablishment (code),TypeOfEstablishment (name)\n100001,A school,999,2001,1,Community school\n",
);

/** Figures of an indicator by the groups of a breakdown, of a period. */
const groupsOf = (star: Star, id: string, breakdown: string, label: string) =>
  Object.fromEntries(
    rowsOf(star, "kpi_value").flatMap((row: Row) =>
      row.indicator_id === id && row.breakdown === breakdown && row.period_label === label
        ? [[String(row.breakdown_value), Number(row.value)]]
        : [],
    ),
  );

/** What groups of two breakdowns come to for one of them; groups of nobody left out. */
function margin(groups: Readonly<Record<string, number>>, side: 0 | 1): Record<string, number> {
  const sums: Record<string, number> = {};
  for (const [name, value] of Object.entries(groups)) {
    const key = name.split(" | ")[side];
    sums[key] = (sums[key] ?? 0) + value;
  }
  return sums;
}
const withSomebody = (groups: Readonly<Record<string, number>>): Record<string, number> =>
  Object.fromEntries(Object.entries(groups).filter(([, value]) => value > 0));

describe("groups of two breakdowns at once", () => {
  let plans: Star;
  let pupils: Star;
  before(async () => {
    ({ star: plans } = await build([returned, register]));
    ({ star: pupils } = await build([census]));
  });

  it("count plans by age and by setting within each need", () => {
    const on = (breakdown: string) =>
      groupsOf(plans, "ehc_plans_maintained", breakdown, "16 Jan 2025");
    expect(Object.values(on("setting_group_by_primary_need")).sort()).to.deep.equal([1, 1, 2]);
    expect(margin(on("setting_group_by_primary_need"), 1)).to.deep.equal({ ASD: 3, SEMH: 1 });
    expect(margin(on("age_band_by_primary_need"), 1)).to.deep.equal({ ASD: 3, SEMH: 1 });
  });

  it("count pupils by need and phase, by provision and need, by year group and need", () => {
    const [label] = rowsOf(pupils, "kpi_value").flatMap((row: Row) =>
      row.indicator_id === "pupils_on_roll" && row.frequency === "term"
        ? String(row.period_label)
        : [],
    );
    const provision = groupsOf(pupils, "pupils_on_roll", "sen_provision_by_primary_need", label);
    expect(withSomebody(provision)).to.deep.include({
      "ehc_plan | ASD": 1,
      "sen_support | ASD": 1,
      "sen_support | SLCN": 1,
    });
    const support = groupsOf(pupils, "sen_support_pupils", "primary_need_by_phase", label);
    expect(margin(withSomebody(support), 0)).to.deep.equal({ ASD: 1, SLCN: 1 });
  });

  it("add up to each of the two, wherever every row has both", () => {
    for (const [star, id] of [
      [plans, "ehc_plans_maintained"],
      [pupils, "sen_support_pupils"],
    ] as const) {
      const sums = new Map<string, number>();
      for (const row of rowsOf(star, "kpi_value") as Row[]) {
        if (row.indicator_id !== id || !row.value) continue;
        const [name, groups] = [String(row.breakdown), String(row.breakdown_value).split(" | ")];
        const pair = Object.entries(breakdownPairs).find(([one]) => one === name);
        const parts = pair ? pair[1].map((one, i) => [one, groups[i], pair[0]]) : [];
        const when = `${String(row.frequency)} ${String(row.period_end)}`;
        for (const [one, group, of] of pair ? parts : [[name, groups[0], "itself"]]) {
          const key = `${when} ${one} ${group} ${of}`;
          sums.set(key, (sums.get(key) ?? 0) + Number(row.value));
        }
      }
      const ofPairs = [...sums].filter(([key]) => !key.endsWith(" itself"));
      expect(ofPairs.length, id).to.be.greaterThan(10);
      for (const [key, sum] of ofPairs)
        expect(sum, `${id} ${key}`).to.equal(sums.get(key.replace(/ \w+$/, " itself")));
    }
  });

  it("are in nothing that is published", async () => {
    const { countedAs, relations, internal } = knowledgeOf(collections);
    const { star } = await publishedStar(plans, {
      rules: {
        threshold: 5,
        roundTo: 1,
        showZeros: true,
        centilePeople: 10,
        showUnchecked: true,
      },
      knowledge: { countedAs, relations, internal },
      notAvailableAbove: 20,
      known: [],
      names: { catalogue: new Map(), allowed: [] },
    });
    for (const table of ["kpi_value", "kpi_breakdown"]) {
      const breakdowns = rowsOf(star, table).map(({ breakdown }) => String(breakdown));
      expect(breakdowns.length).to.be.greaterThan(0);
      expect(breakdowns.filter(isPair)).to.deep.equal([]);
    }
  });
});
