import { expect } from "chai";
import { builtSample, type Built, type Row } from "./built";
import { seenBy, type Value } from "./engine";

describe("a build of one council, as its schools see it", function () {
  this.timeout(1_800_000);
  let world: Built;
  before(async () => {
    world = await builtSample();
  });

  const bySchool = (): Row[] =>
    world.table("kpi_value").filter(({ breakdown }) => breakdown === "school");
  const seen = {
    "Breakdown figures": "Breakdown value",
    "Board figures": "Area code",
    Finding: "Rule",
    "Rows read": "File read",
  };
  const distinct = (values: readonly Value[]): Value[] => [...new Set(values)].sort();

  it("shows each its own figures by school, those of other groups, and no list of the checks", async () => {
    const known = new Set(world.table("setting").map((row) => row.setting_id));
    const schools = [...new Set(bySchool().map((row) => row.breakdown_value))].filter((id) =>
      known.has(id),
    );
    expect(schools.length).to.be.greaterThan(3);
    const areas = new Set(
      world
        .table("kpi_value")
        .filter(({ area_role: role }) => role === "own")
        .map((row) => row.area_code),
    );
    const schoolReaders = schools.slice(0, 1).map((school, i) => ({
      role: "School reader",
      user: `school-${i}@example.org`,
      school,
    }));
    const everything = { role: "Area reader", user: "area@example.org" };
    const access = [
      "user,area_code,setting_id",
      ...schoolReaders.map(({ user, school }) => `${user},,${school}`),
      ...[...areas].map((area) => `${everything.user},${area},`),
      "",
    ].join("\r\n");
    const answers = await seenBy(world.folder, [...schoolReaders, everything], { seen, access });
    const ofSchools = (values: readonly Value[]): Value[] =>
      distinct(values.filter((value) => known.has(String(value))));
    schoolReaders.forEach(({ school }, i) => {
      const answer = answers[i];
      expect(ofSchools(answer["Breakdown figures"])).to.deep.equal([school]);
      expect(distinct(answer["Breakdown figures"]).length).to.be.greaterThan(10);
      expect(answer["Board figures"].length).to.be.greaterThan(0);
      for (const table of ["Finding", "Rows read"])
        expect(answer[table], `${school} ${table}`).to.deep.equal([]);
    });
    // The reader of the authority sees all of it: the tables are not empty.
    const all = answers[schoolReaders.length];
    expect(ofSchools(all["Breakdown figures"]).length).to.be.greaterThan(3);
    expect(all["Rows read"].length).to.be.greaterThan(0);
  });
});
