import { expect } from "chai";
import { parse } from "csv-parse/sync";
import type { Finding } from "../../../prep/check/finding";
import { listFindings } from "../../../prep/check/run";
import { tasksOf } from "../../../prep/publish/findings";
import { workPlaces, type TeamEntry } from "../../../prep/publish/work-places";
import { worklistFiles } from "../../../prep/publish/worklists";

type WorklistFile = ReturnType<typeof worklistFiles>[number];

const finding = (
  record: string,
  school: string | undefined,
  severity: Finding["severity"] = "error",
): Finding => ({
  rule: "P10",
  severity,
  file: "sen2.xml",
  table: "person",
  record,
  line: 10,
  field: "upn",
  message: "The UPN's check letter does not fit.",
  action: "Correct the UPN.",
  ...(school === undefined ? {} : { school }),
});

const schools = new Map([
  [
    "urn:100001",
    {
      id: "urn:100001",
      urn: "100001",
      name: "Sample Primary, North",
      settingGroup: "mainstream_academy",
    },
  ],
  [
    "laestab:9992001",
    {
      id: "urn:100001",
      urn: "100001",
      name: "Sample Primary, North",
      settingGroup: "mainstream_academy",
    },
  ],
  [
    "urn:100002",
    { id: "urn:100002", urn: "100002", name: "Sample Special", settingGroup: "special_maintained" },
  ],
  [
    "sensetting:EHE",
    {
      id: "sensetting:EHE",
      urn: null,
      name: "Elective home education",
      settingGroup: "elective_home_education",
    },
  ],
]);

const findings = [
  finding("person 1", "urn:100001"),
  finding("person 2", "laestab:9992001", "warning"),
  finding("person 3", "urn:100002"),
  finding("person 3", "urn:100002", "warning"),
  finding("person 4", "sensetting:EHE", "warning"),
  finding("", undefined),
];
const teams: readonly TeamEntry[] = [
  { school: null, settingGroup: "special_maintained", team: "Special" },
  { school: "100002", settingGroup: null, team: "South / two" },
  { school: "100001", settingGroup: null, team: "CON" },
  { school: null, settingGroup: null, team: "Nobody" },
];

const filesOf = (
  entries: readonly TeamEntry[],
  list: readonly Finding[] = findings,
): WorklistFile[] => {
  const places = workPlaces(schools, entries);
  return worklistFiles(tasksOf(list, places), listFindings(list, []).bySchool, places);
};
const rowsOf = ({ chunks }: WorklistFile): Record<string, string>[] =>
  parse(Buffer.concat([...chunks]), { columns: true, bom: true });
const records = (files: readonly WorklistFile[], path: string): string[] =>
  rowsOf(files.find((file) => file.path === path)!).map(({ record }) => record);

describe("worklists by school and team", () => {
  it("have every task once by school, a school under all its numbers in one list, and what has no school in a list of its own", () => {
    const files = filesOf([]);
    expect(files.map(({ path }) => path.replace("checks/worklists/", ""))).to.deep.equal([
      "overview.csv",
      "schools/no-school.csv",
      "schools/sensetting-ehe.csv",
      "schools/100001.csv",
      "schools/100002.csv",
    ]);
    expect(records(files, "checks/worklists/schools/100001.csv")).to.deep.equal([
      "person 1",
      "person 2",
    ]);
    expect(records(files, "checks/worklists/schools/100002.csv")).to.deep.equal(["person 3"]);
    expect(records(files, "checks/worklists/schools/no-school.csv")).to.deep.equal([""]);
    const tasks = filesOf([]).slice(1).flatMap(rowsOf);
    expect(tasks).to.have.length(5);
    expect(tasks.every(({ team }) => team === "")).to.equal(true);
  });

  it("go to the team of the school before that of its setting group, and to nobody's where none fits", () => {
    const files = filesOf(teams).filter(({ path }) => path.includes("/teams/"));
    expect(files.map(({ path }) => path.replace("checks/worklists/teams/", ""))).to.deep.equal([
      "con-list.csv",
      "south-two.csv",
      "not-assigned.csv",
    ]);
    expect(records(files, "checks/worklists/teams/south-two.csv")).to.deep.equal(["person 3"]);
    expect(records(files, "checks/worklists/teams/not-assigned.csv")).to.deep.equal([
      "",
      "person 4",
    ]);
    expect(rowsOf(files[0]).map(({ team, urn, school }) => [team, urn, school])).to.deep.equal([
      ["CON", "100001", "Sample Primary, North"],
      ["CON", "100001", "Sample Primary, North"],
    ]);
    const group = filesOf([teams[0]]).find(({ path }) => path.endsWith("/teams/special.csv"))!;
    expect(rowsOf(group).map(({ record }) => record)).to.deep.equal(["person 3"]);
  });

  it("give each team a file of its own, whatever its name", () => {
    const files = filesOf([
      { school: "100001", settingGroup: null, team: "Süd!" },
      { school: "100002", settingGroup: null, team: "sud" },
      { school: null, settingGroup: "elective_home_education", team: "??" },
    ]);
    const names = files
      .filter(({ path }) => path.includes("/teams/"))
      .map(({ path }) => path.replace("checks/worklists/teams/", ""));
    expect(names).to.have.members(["sud.csv", "sud-2.csv", "unnamed.csv", "not-assigned.csv"]);
    expect(new Set(files.map(({ path }) => path)).size).to.equal(files.length);
  });

  it("are counted in the overview, most errors first, with what is too much to list", () => {
    const many = Array.from({ length: 1200 }, (_, i) =>
      finding(`person ${i + 1}`, i % 2 === 0 ? "urn:100001" : "urn:100002"),
    );
    const { findings: listed, bySchool } = listFindings(many, []);
    const places = workPlaces(schools, []);
    const overview = rowsOf(worklistFiles(tasksOf(listed, places), bySchool, places)[0]);
    expect(
      overview.map(({ urn, errors, warnings, findings_not_listed }) => [
        urn,
        errors,
        warnings,
        findings_not_listed,
      ]),
    ).to.deep.equal([
      ["100001", "600", "0", "100"],
      ["100002", "600", "0", "100"],
    ]);
    const rows = rowsOf(filesOf(teams)[0]);
    expect(
      rows.map(({ school, errors, warnings, records: count }) => [school, errors, warnings, count]),
    ).to.deep.equal([
      ["Sample Primary, North", "1", "1", "2"],
      ["Sample Special", "1", "1", "1"],
      ["no_school", "1", "0", "1"],
      ["Elective home education", "0", "1", "1"],
    ]);
  });

  it("do not depend on the order in which the checks ran", () => {
    const text = (list: readonly Finding[]): string =>
      filesOf(teams, list)
        .map(({ path, chunks }) => path + Buffer.concat([...chunks]).toString("hex"))
        .join();
    expect(text([...findings].reverse())).to.equal(text(findings));
  });
});
