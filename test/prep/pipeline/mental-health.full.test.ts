import { expect } from "chai";
import { DUE, expectedMhsds, type ExpectedHealthValue } from "../../oracle/mhsds/expected-mhsds";
import { makeMhsds, mhsdsFiles } from "../../../prep/sample/mhsds/mhsds";
import { makeSample } from "../../../prep/sample/make-sample";
import { sampleFiles } from "../../../prep/sample/sample-files";
import type { BuildResult } from "../../../prep/results";
import { build, rowsOf, text, type MemoryFile } from "./run";

type Row = Record<string, string | number | boolean | null>;

const key = (row: Row): string =>
  ["indicator_id", "frequency", "period_end", "breakdown", "breakdown_value"]
    .map((name) => row[name])
    .join(" | ");

/** Where more than a fifth of those whose four weeks are over is not told, no share is shown. */
const afterGate = (answer: ExpectedHealthValue): ExpectedHealthValue => {
  const { indicator_id, denominator, left_out } = answer;
  const missing = left_out ?? 0;
  const isHidden = indicator_id === DUE && 4 * missing > (denominator ?? 0);
  return isHidden
    ? { ...answer, numerator: null, denominator: null, value: null, status: "not_available" }
    : answer;
};

describe("a build with mental health data", () => {
  const sample = makeSample({ people: 300, years: 2, seed: 5 });
  const health = makeMhsds(sample.history, { seed: 5, people: 400 });
  const files = (): MemoryFile[] => [...sampleFiles(sample), ...mhsdsFiles(health)];
  let result: BuildResult;
  let values: readonly Row[];
  before(async () => {
    result = await build(files(), { mhsds: { icb: "QKS" } });
    values = rowsOf(result.star, "kpi_value");
  });

  it("counts the residents of the authority and the people of the board, as they truly were", () => {
    const answers = [...expectedMhsds(health)].map(afterGate);
    for (const [basis, area] of [
      ["council", "999"],
      ["icb", "QKS"],
    ]) {
      const counted = new Map(
        values
          .filter((row) => row.area_code === area && row.area_role === "own")
          .map((row) => [key(row), row]),
      );
      const expected = answers.filter((answer) => answer.area_basis === basis);
      expect(expected.length, area).to.be.greaterThan(2000);
      const wrong = expected.filter((answer) => {
        const found = counted.get(key(answer as unknown as Row));
        return (
          !found ||
          found.numerator !== answer.numerator ||
          found.status !== answer.status ||
          Math.abs(Number(found.value ?? 0) - (answer.value ?? 0)) > 1e-9
        );
      });
      expect(wrong.slice(0, 10), area).to.deep.equal([]);
    }
  });

  it("has flags whose sums are the figures of the authority", () => {
    const own = values.filter(
      (row) =>
        row.area_code === "999" &&
        row.area_role === "own" &&
        row.breakdown === "all" &&
        row.frequency === "month",
    );
    const sums = (table: string, date: string, flag: string): Map<string, number> => {
      const byMonth = new Map<string, number>();
      for (const row of rowsOf(result.star, table))
        if (row[date] !== null)
          byMonth.set(
            String(row[date]).slice(0, 7),
            (byMonth.get(String(row[date]).slice(0, 7)) ?? 0) + Number(row[flag]),
          );
      return byMonth;
    };
    for (const [indicator, table, date, top, bottom] of [
      ["mh_referrals_received_0_18", "mh_referral", "received_date", "received_0_18", null],
      [
        "mh_within_4_weeks_pct",
        "mh_referral",
        "first_direct_date",
        "within_4_weeks",
        "direct_seen",
      ],
      ["mh_contacts_attended_0_18", "mh_contact", "contact_date", "attended_0_18", null],
      [
        "mh_not_attended_pct",
        "mh_contact",
        "contact_date",
        "not_attended_0_18",
        "attendance_known_0_18",
      ],
    ] as const) {
      const numerators = sums(table, date, top);
      const denominators = bottom && sums(table, date, bottom);
      const figures = own.filter((row) => row.indicator_id === indicator && row.status === "ok");
      expect(figures.length, indicator).to.be.greaterThan(10);
      for (const row of figures) {
        const month = String(row.period_end).slice(0, 7);
        expect(numerators.get(month) ?? 0, `${indicator} ${month}`).to.equal(row.numerator);
        if (denominators)
          expect(denominators.get(month) ?? 0, `${indicator} ${month}`).to.equal(row.denominator);
      }
    }
  });

  it("links to the children by the agreed table alone, and says how many it matched", () => {
    const {
      columns,
      rows: [row],
    } = result.checkLists.find(({ name }) => name === "health-linkage")!;
    const count = (name: string): number =>
      Number(row[columns.findIndex((column) => column.name === name)]);
    expect(count("linked")).to.be.greaterThan(20);
    expect(count("linked")).to.be.at.most(count("pairs"));
    const people = rowsOf(result.star, "mh_person");
    const linked = people.filter((row) => row.linked_person_key !== null);
    expect(linked.length).to.be.greaterThan(0);
    const known = new Set(rowsOf(result.star, "person").map((row) => row.person_key));
    expect(linked.every((row) => known.has(row.linked_person_key))).to.equal(true);
    const cohort = values.filter(
      (row) => row.indicator_id === "ehc_cohort_with_open_mh_referral_pct" && row.status === "ok",
    );
    expect(cohort.length).to.be.greaterThan(5);
    for (const row of cohort) expect(row.comparability_note).to.match(/could be linked/);
  });

  it("says which referrals its waits leave out, and whom they are of", () => {
    const waits = values.filter(
      (row) => row.indicator_id === "mh_wait_first_contact_days_median" && row.area_code === "999",
    );
    for (const row of waits)
      expect(row.cohort_note).to.match(/Leaves out \d+ referrals received before 1 Jan 2024/);
  });

  it("keeps every Person_ID, NHS number and local id out of the star", () => {
    const ids = new Set(
      health.patients.flatMap(({ personId, nhsNumber, referrals }) => [
        personId,
        nhsNumber,
        ...referrals.map(({ id }) => id),
      ]),
    );
    expect(ids.size).to.be.greaterThan(400);
    for (const table of [
      "mh_person",
      "mh_referral",
      "mh_contact",
      "service_team",
      "mh_organisation",
    ])
      for (const row of rowsOf(result.star, table))
        for (const value of Object.values(row))
          expect(ids.has(String(value)), table).to.equal(false);
  });

  it("holds people, referrals and contacts of the authority that was asked for alone", () => {
    const councils = (table: string): string[] => [
      ...new Set(rowsOf(result.star, table).map((row) => String(row.council))),
    ];
    expect(councils("mh_referral")).to.deep.equal(["999"]);
    expect(councils("mh_person")).to.deep.equal(["999"]);
    const referrals = new Set(rowsOf(result.star, "mh_referral").map((row) => row.mh_referral_key));
    const contacts = rowsOf(result.star, "mh_contact");
    expect(contacts.length).to.be.greaterThan(100);
    expect(contacts.every((row) => referrals.has(row.mh_referral_key))).to.equal(true);
    // Figures of the board stay figures.
    const board = values.filter(({ area_code: area, status }) => area === "QKS" && status === "ok");
    expect(board.length).to.be.greaterThan(100);
  });

  it("leaves out who has opted out, from figures, tables and the cohort", async () => {
    const list = ["Person_ID", ...health.patients.map(({ personId }) => personId)].join("\n");
    const without = await build([...files(), text("opt-out.csv", list, "optOut")], {
      mhsds: { icb: "QKS" },
    });
    const all = rowsOf(without.star, "mh_person").length;
    // Those of the anonymous service are told apart by its own ids, which no list has.
    const anonymous = new Set(rowsOf(without.star, "mh_referral").map((row) => row.provider));
    expect([...anonymous]).to.deep.equal(["DFC"]);
    expect(all).to.be.lessThan(rowsOf(result.star, "mh_person").length);
    const counted = rowsOf(without.star, "kpi_value").filter(
      (row) => row.area_role === "own" && row.breakdown === "all" && row.status === "ok",
    );
    const sum = (id: string): number =>
      counted
        .filter((row) => row.indicator_id === id)
        .reduce((total, row) => total + Number(row.numerator), 0);
    expect([sum("cyp01"), sum("mhs40"), sum("ehc_cohort_with_open_mh_referral_pct")]).to.deep.equal(
      [0, 0, 0],
    );
    expect(
      values.some((row) => row.indicator_id === "mhs40" && Number(row.numerator) > 0),
    ).to.equal(true);
  });

  it("is possible for a board that has mental health data alone", async () => {
    const alone = await build(
      mhsdsFiles(health).filter(({ name }) => !name.includes("linkage")),
      { mhsds: { icb: "QKS" } },
    );
    const areas = new Set(
      rowsOf(alone.star, "kpi_value")
        .filter((row) => row.area_role === "own")
        .map((row) => row.area_code),
    );
    expect([...areas]).to.deep.equal(["QKS"]);
    expect(rowsOf(alone.star, "area").find((row) => row.area_code === "QKS")?.area_level).to.equal(
      "icb",
    );
    expect(alone.star.has("person")).to.equal(false);
  });
});
