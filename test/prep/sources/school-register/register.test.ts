import { expect } from "chai";
import { dayFromIso } from "../../../../prep/calendar/day";
import { readRegister } from "../../../../prep/sources/school-register/register";
import {
  familyOf,
  groupOfEstablishment,
  groupOfSenSetting,
  settingGroups,
} from "../../../../prep/sources/school-register/setting-groups";
import { codeSets } from "../../../../prep/collections/sen2/fields/code-sets";
import { rawTable } from "../../raw-table";

const school = (urn: string, more: Record<string, string> = {}) => ({
  urn,
  establishmentname: `School ${urn}`,
  "la (code)": "839",
  "typeofestablishment (code)": "01",
  "typeofestablishment (name)": "Community school",
  ...more,
});
const link = (urn: string, linkurn: string, linktype = "Successor") => ({ urn, linkurn, linktype });
const read = (schools: Record<string, string>[], links: Record<string, string>[] = []) =>
  readRegister(
    "gias.csv",
    rawTable("schools", schools),
    links.length > 0 ? rawTable("links", links) : null,
  );

describe("the school register", () => {
  it("finds a school by URN and UKPRN, an open one before a closed one", () => {
    const { register, rejected } = read([
      school("100000", { ukprn: "10000001", closedate: "31-08-2020" }),
      school("100001", { ukprn: "10000001", "la (code)": "31" }),
      school("100001"),
      school(""),
    ]);
    expect([register.count, rejected]).to.deep.equal([2, 2]);
    expect(register.byUrn("100000")).to.include({
      name: "School 100000",
      closed: dayFromIso("2020-08-31"),
      authority: "839",
    });
    expect(register.byUkprn("10000001")).to.include({ urn: "100001", authority: "031" });
    expect([register.byUrn("999999"), register.byUkprn("19999999")]).to.deep.equal([null, null]);
  });

  it("follows successors through several changes, and is not caught in a circle", () => {
    const closed = { closedate: "31-08-2020" };
    const { register } = read(
      [
        school("100000", closed),
        school("100001", closed),
        school("100002"),
        school("100003", closed),
      ],
      [
        link("100000", "100001"),
        link("100001", "100002"),
        link("100002", "100000", "Predecessor"),
        link("100003", "100003"),
      ],
    );
    expect(register.successorOf(register.byUrn("100000")!)?.urn).to.equal("100002");
    expect(register.successorOf(register.byUrn("100002")!)).to.equal(null);
    expect(register.successorOf(register.byUrn("100003")!)).to.equal(null);
    expect(
      read([school("100002")], [link("100009", "100002", "Result of Amalgamation")]).register.byUrn(
        "100009",
      )?.urn,
    ).to.equal("100002");
  });

  it("answers the rules for a URN as it is given, without its successor", () => {
    const { register } = read(
      [
        school("100000", {
          closedate: "31-08-2020",
          "typeofresourcedprovision (name)": "SEN unit",
        }),
        school("100001", { "typeofestablishment (code)": "25" }),
      ],
      [link("100009", "100000")],
    );
    const { forRules } = register;
    expect([
      forRules.has("100000"),
      forRules.has("100009"),
      forRules.closeDate("100000"),
      forRules.hasUnitOrResourced("100000"),
      forRules.isExpectedType("100000"),
      forRules.isExpectedType("100001"),
    ]).to.deep.equal([true, false, dayFromIso("2020-08-31"), true, true, false]);
  });
});

describe("setting groups", () => {
  it("tell units and resourced provision of mainstream schools apart, not of special schools", () => {
    expect([
      groupOfEstablishment("01", false, false),
      groupOfEstablishment("1", true, true),
      groupOfEstablishment("34", false, true),
      groupOfEstablishment("44", true, false),
      groupOfEstablishment("", false, false),
    ]).to.deep.equal([
      "mainstream_maintained",
      "mainstream_maintained_sen_unit",
      "mainstream_academy_resourced",
      "special_academy",
      "not_recorded",
    ]);
  });

  it("are all declared, and every SENsetting code has one", () => {
    const ids = new Set(settingGroups.map(({ id }) => id));
    for (const { code } of codeSets.SENsetting)
      expect(
        ids.has(groupOfSenSetting(code)) && groupOfSenSetting(code) !== "not_recorded",
        code,
      ).to.equal(true);
    for (let type = 1; type < 60; type++)
      for (const inUnit of [false, true])
        expect(ids.has(groupOfEstablishment(String(type), inUnit, !inUnit)), String(type)).to.equal(
          true,
        );
    expect(familyOf("no such group")).to.equal("not_recorded");
  });
});
