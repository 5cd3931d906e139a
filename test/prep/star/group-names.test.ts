import { expect } from "chai";
import { rowsTable } from "../../../prep/star/rows-table";
import { needDimension, settingDimension } from "../../../prep/star/child-dimensions";
import { givenColumns } from "../../../prep/star/made-columns";
import { breakdownName, groupNames } from "../../../prep/star/group-names";

const needs = rowsTable(needDimension, [
  ["ASD", "Autistic spectrum disorder", "Communication and interaction", 1],
  ["SLCN", "Speech, language and communication needs", "Communication and interaction", 2],
]);
const setting = (key: number, id: string, name: string): (string | number | null)[] =>
  givenColumns(settingDimension.columns).map(
    (column) => ({ setting_key: key, setting_id: id, setting_name: name })[column.name] ?? null,
  );
const settings = rowsTable(settingDimension, [
  setting(1, "urn:140001", "Hill School"),
  setting(2, "urn:140002", "Hill School"),
  setting(3, "urn:140003", "Lake School"),
]);

const group = (breakdown: string, breakdown_value: string) => ({ breakdown, breakdown_value });

describe("names of groups", () => {
  it("are those of dimensions and code lists, else the code in words", () => {
    const named = {
      "Autistic spectrum disorder": group("primary_need", "ASD"),
      Female: group("sex", "F"),
      "Not recorded": group("sex", "not_recorded"),
      "No SEN": group("sen_provision", "no_sen"),
      "EHC plan, Autistic spectrum disorder": group(
        "sen_provision_by_primary_need",
        "ehc_plan | ASD",
      ),
      Bullying: group("reason", "BU"),
      "Year 7": group("year_group", "7"),
      "5-10": group("age_band", "5-10"),
      RZY: group("provider", "RZY"),
    };
    const nameOf = groupNames(Object.values(named), [needs, settings]);
    expect(Object.values(named).map(nameOf)).to.deep.equal(Object.keys(named));
  });

  it("tell two groups of a breakdown apart: their codes stand behind names that they share", () => {
    const schools = ["urn:140001", "urn:140002", "urn:140003"].map((id) => group("school", id));
    expect(schools.map(groupNames(schools, [settings]))).to.deep.equal([
      "Hill School (urn:140001)",
      "Hill School (urn:140002)",
      "Lake School",
    ]);
  });

  it("come with the name of the breakdown", () => {
    expect(
      ["setting_group_by_primary_need", "sen_provision", "sub_icb", "age_band"].map(breakdownName),
    ).to.deep.equal(["Placement group by primary need", "SEN provision", "Sub ICB", "Age band"]);
  });
});
