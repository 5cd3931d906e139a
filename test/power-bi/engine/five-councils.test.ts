import { expect } from "chai";
import type { Built, Row } from "./built";
import { ask, seenBy, type Value } from "./engine";
import { COUNCILS, urnOf } from "./five-councils";
import { fiveInOne, readerOf } from "./variants";

/** Tables that hold people, with the star's table and a column that tells rows apart. */
const PEOPLE = {
  Person: ["person", "Person key", "person_key"],
  "EHC requests": ["ehc_request", "Request key", "request_key"],
  "EHC plans": ["ehc_plan", "Plan key", "plan_key"],
  "EHC caseload": ["ehc_caseload", "Person key", "person_key"],
  Placements: ["placement", "Person key", "person_key"],
  "Plan needs": ["plan_need", "Person key", "person_key"],
} as const;
type Table = keyof typeof PEOPLE;
const tables = Object.keys(PEOPLE) as Table[];

const schoolReader = (urn: string) => ({
  role: "School reader",
  user: `school-${urn}@example.org`,
});
const urns = COUNCILS.flatMap((_, council) => [urnOf(council, 0), urnOf(council, 1)]);
const access = [
  "user,area_code,setting_id",
  ...COUNCILS.map((area) => `${readerOf(area).user},${area},`),
  ...urns.map((urn) => `${schoolReader(urn).user},,urn:${urn}`),
  "",
].join("\r\n");

describe("one build of five councils, evaluated", function () {
  this.timeout(600_000);
  let world: Built;
  before(async () => {
    world = await fiveInOne();
  });

  const council = (): Map<string, string> =>
    new Map(world.table("person").map((row) => [row.person_key, row.area_code]));
  const keysOf = (table: Table, isSeen: (row: Row) => boolean): number[] => {
    const [star, , key] = PEOPLE[table];
    return world
      .table(star)
      .filter(isSeen)
      .map((row) => Number(row[key]))
      .sort();
  };
  const sorted = (values: readonly Value[]): Value[] => [...values].sort();
  const seen = {
    ...Object.fromEntries(tables.map((table) => [table, PEOPLE[table][1]])),
    "Board figures": "Area code",
    "Breakdown figures": "Area code",
    Finding: "Rule",
    "Rows read": "File read",
    Access: "User",
  };

  it("gives each council its own figures, and none where several are in view", async () => {
    const figures = world
      .table("kpi_board")
      .filter(({ frequency, method }) => frequency === "calendar_year" && method === "counted");
    const wanted = COUNCILS.flatMap((area) =>
      ["ehc_plans_issued", "ehc_plans_within_20_weeks_pct"].map((id) => ({
        area,
        row: figures
          .filter((row) => row.area_code === area && row.indicator_id === id)
          .find((row) => row.period_end === "2024-12-31")!,
      })),
    );
    const answers = await ask(world.folder, [
      ...wanted.map(({ area, row }) => ({
        measures: ["Value"],
        filters: {
          "Area.Area code": [area],
          "Indicator.Indicator id": [row.indicator_id],
          "Date.Year": ["2024"],
          "Board figures.Frequency": ["calendar_year"],
        },
      })),
      { measures: ["Value"], filters: { "Indicator.Indicator id": ["ehc_plans_issued"] } },
    ]);
    expect(answers.slice(0, -1).map(({ Value: value }) => value)).to.deep.equal(
      wanted.map(({ row }) => Number(row.value)),
    );
    expect(new Set(wanted.map(({ row }) => row.value)).size).to.be.greaterThan(1);
    expect(answers.at(-1)).to.deep.equal({ Value: null });
  });

  it("gives each council its own rows", async () => {
    const answers = await ask(
      world.folder,
      COUNCILS.map((area) => ({
        measures: ["Plans issued", "Open plans"],
        filters: { "Area.Area code": [area], "Date.Year": ["2024"] },
      })),
    );
    const own = council();
    expect(answers.map((answer) => answer["Plans issued"])).to.deep.equal(
      COUNCILS.map(
        (area) =>
          world
            .table("ehc_request")
            .filter((row) => row.issued === "1" && own.get(row.person_key) === area).length,
      ),
    );
  });

  it("shows a reader of one council its rows alone, of every table of people", async () => {
    const answers = await seenBy(world.folder, COUNCILS.map(readerOf), { seen, access });
    const own = council();
    COUNCILS.forEach((area, i) => {
      for (const table of tables) {
        const wanted = keysOf(table, (row) => own.get(row.person_key) === area);
        expect(wanted.length, `${area} ${table}`).to.be.greaterThan(0);
        expect(sorted(answers[i][table]), `${area} ${table}`).to.deep.equal(wanted);
      }
      for (const table of ["Board figures", "Breakdown figures"])
        expect(new Set(answers[i][table]), `${area} ${table}`).to.deep.equal(new Set([area]));
      for (const table of ["Finding", "Rows read", "Access"])
        expect(answers[i][table], `${area} ${table}`).to.deep.equal([]);
    });
  });

  it("shows a reader of one school its children there alone, and the figures of their councils", async () => {
    const answers = await seenBy(world.folder, urns.map(schoolReader), { seen, access });
    urns.forEach((urn, i) => {
      const settings = new Set(
        world
          .table("setting")
          .filter((row) => row.setting_id === `urn:${urn}`)
          .map((row) => row.setting_key),
      );
      const there = (row: Row): boolean => settings.has(row.setting_key);
      const children = new Set(
        ["placement", "ehc_caseload"].flatMap((name) =>
          world
            .table(name)
            .filter(there)
            .map((row) => row.person_key),
        ),
      );
      expect(children.size, urn).to.be.greaterThan(2).and.to.be.lessThan(8);
      const wanted: Record<Table, (row: Row) => boolean> = {
        Person: (row) => children.has(row.person_key),
        "EHC caseload": there,
        Placements: there,
        "EHC requests": () => false,
        "EHC plans": () => false,
        "Plan needs": () => false,
      };
      for (const table of tables)
        expect(sorted(answers[i][table]), `${urn} ${table}`).to.deep.equal(
          keysOf(table, wanted[table]),
        );
      const own = council();
      const areas = new Set([...children].map((key) => own.get(key)));
      expect(new Set(answers[i]["Board figures"]), urn).to.deep.equal(areas);
      for (const table of ["Finding", "Rows read", "Access"])
        expect(answers[i][table], `${urn} ${table}`).to.deep.equal([]);
    });
  });

  it("shows somebody who is not listed nothing of people", async () => {
    const strangers = ["Area reader", "School reader"].map((role) => ({
      role,
      user: "stranger@example.org",
    }));
    for (const answer of await seenBy(world.folder, strangers, { seen, access }))
      for (const [table, values] of Object.entries(answer)) expect(values, table).to.deep.equal([]);
  });
});
