import { parse } from "csv-parse/sync";
import { expect } from "chai";
import { makeSample } from "../../../prep/sample/make-sample";
import { sampleFiles } from "../../../prep/sample/sample-files";
import { optOuts } from "../pipeline/opt-outs";
import { GROUPS } from "../../oracle/groups";
import { SCHOOLS } from "../../../prep/sample/schools";

describe("the files of a sample", () => {
  const sample = makeSample({ people: 200, errors: 9 });
  const files = new Map(
    [...sampleFiles(sample)].map(({ name, chunks }) => [name, Buffer.concat([...chunks])]),
  );
  const rows = (name: RegExp, encoding: BufferEncoding = "utf8"): Record<string, string>[] =>
    parse([...files].find(([path]) => name.test(path))![1].toString(encoding), { columns: true });

  it("are a folder of returns by turns as XML and CSV, and the registers", () => {
    expect([...files.keys()].filter((name) => name.endsWith(".xml"))).to.deep.equal([
      "sen2/SEN2_2024.xml",
      "sen2/SEN2_2026.xml",
    ]);
    expect([...files.keys()].filter((name) => name.startsWith("sen2/2025/"))).to.have.length(9);
    expect(
      [...files.keys()].filter((name) => /^(school-register|postcodes)\//.test(name)),
    ).to.have.length(3);
  });

  it("have a school register with a school for every placement group that a school can have", () => {
    const register = rows(/edubasealldata\d+\.csv/, "latin1");
    expect(register).to.have.length(SCHOOLS.length);
    const withoutSchool = new Set([
      "early_years",
      "elective_home_education",
      "neet",
      "not_in_education_notice_to_cease",
      "not_in_education_other",
      "arranged_by_authority",
      "arranged_by_parents",
      "other_setting",
      "fe_ukrlp",
      "not_recorded",
    ]);
    const groups = new Set(
      SCHOOLS.flatMap(({ group, hasUnit, hasResourced }) => [
        group,
        ...(hasUnit ? [`${group}_sen_unit`] : []),
        ...(hasResourced ? [`${group}_resourced`] : []),
      ]),
    );
    for (const group of GROUPS.setting_group)
      expect(groups.has(group), group).to.equal(!withoutSchool.has(group));
    expect(register.filter((row) => row["LA (code)"] !== "999").length).to.be.greaterThan(5);
    expect(register.every((row) => /^\d\d-\d\d-\d{4}$/.test(row.OpenDate))).to.equal(true);
    const links = rows(/links_/, "latin1");
    expect(links.map(({ LinkType }) => LinkType)).to.deep.equal(["Successor", "Predecessor"]);
    expect(register.find(({ URN }) => URN === links[0].URN)!.CloseDate).to.equal("31-03-2024");
  });

  it("have every postcode of every person in the directory, once", () => {
    const directory = rows(/postcode-directory/).map(({ pcds }) => pcds);
    expect(new Set(directory).size).to.equal(directory.length);
    const known = new Set(directory);
    for (const { person } of sample.history.lives())
      expect(known.has(person.postcode)).to.equal(true);
  });

  it("list five people who opted out, apart", () => {
    const upns = new Set([...sample.history.lives()].map(({ person }) => person.upn));
    const listed = parse(Buffer.concat([...optOuts(sample)]), { columns: true }) as {
      upn: string;
    }[];
    expect(listed).to.have.length(5);
    expect(listed.every(({ upn }) => upns.has(upn))).to.equal(true);
  });
});
