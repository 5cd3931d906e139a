import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import Ajv from "ajv";
import { expect } from "chai";
import fc from "fast-check";
import { parseSettings } from "../../../prep/settings-file/parse";
import { nearest } from "../../../prep/check/nearest";
import { settingsDeclaration } from "../../../prep/settings-file/declaration";
import { settingsExample } from "../../../prep/cli/settings-example";
import { readSettings } from "../../../prep/cli/config";
import { settingsJsonSchema } from "../../../prep/cli/settings-json-schema";
import { Stop } from "../../../prep/stop";
import { stripComments } from "../../../prep/settings-file/strip-comments";
import { dayFromIso } from "../../../prep/calendar/day";
import type { AllSettings } from "../../../prep/collections/index";

const defaults: AllSettings = {
  authority: null,
  authorities: [],
  allOf: null,
  asAt: null,
  threads: 0,
  inputs: {
    schoolRegister: null,
    schoolLinks: null,
    postcodeDirectory: null,
    localities: null,
    bankHolidays: null,
    optOut: null,
    healthLinkage: null,
  },
  limits: {
    requestDays: 42,
    notIssuedDays: 112,
    planDays: 140,
    reviewMonths: 12,
    reviewDecisionDays: 28,
    amendedPlanDays: 84,
    phaseTransferSchool: "02-15",
    phaseTransferPost16: "03-31",
  },
  coverage: { cautionAbove: 1, notAvailableAbove: 20 },
  schoolCensus: { attendanceTermLag: 1, suspensionTermLag: 2 },
  bankHolidays: [],
  workBasedCodes: { A: "apprenticeship", T: "traineeship", S: "supported_internship" },
  directPaymentCodes: { E: "education", S: "social_care", H: "health", I: "integrated" },
  mhsds: { icb: null },
  neighbourModel: null,
  peers: [],
  targets: [],
  rating: { profile: "default", kpis: [] },
  kpiSheets: { shown: "printed_first", columns: {}, corrections: [] },
  teams: [],
  disclosure: {
    public: { threshold: 5, roundTo: 1, showZeros: true, centilePeople: 10, showUnchecked: false },
    nhs: { threshold: 5, roundTo: 5, showZeros: false, centilePeople: 10, showUnchecked: false },
  },
  publish: { names: [] },
  powerBi: { name: null },
  output: { formats: ["parquet", "csv"], birthMonth: false },
};
const refusal = (text: string): string => {
  try {
    parseSettings(text, "it");
  } catch (error) {
    expect(error).to.be.instanceOf(Stop);
    return (error as Stop).message;
  }
  return expect.fail("the settings were taken");
};

describe("settings", () => {
  it("have the documented defaults, from an empty file and from the example of init", () => {
    expect(parseSettings("{}", "it")).to.deep.equal(defaults);
    expect(
      parseSettings(`\uFEFF${settingsExample(settingsDeclaration, "./schema.json")}`, "it"),
    ).to.deep.equal(defaults);
  });

  it("are taken as given, options of the command line first", () => {
    const text =
      '{ "authority": "839", "asAt": "2025-01-31", "limits": { "planDays": 100 }, "workBasedCodes": { "S": "apprenticeship" }, "output": { "formats": ["csv"] } }';
    expect(parseSettings(text, "it", { asAt: "2026-09-30" })).to.deep.equal({
      ...defaults,
      authority: "839",
      asAt: dayFromIso("2026-09-30"),
      limits: { ...defaults.limits, planDays: 100 },
      workBasedCodes: { S: "apprenticeship" },
      output: { formats: ["csv"], birthMonth: false },
    });
  });

  it("give way to an authority of the command line, also where they ask for a whole board", async () => {
    const folder = mkdtempSync(join(tmpdir(), "send-scorecard-settings-"));
    try {
      writeFileSync(join(folder, "send-scorecard.json"), '{ "allOf": "QVV" }');
      const asked = ({ authority, authorities, allOf }: typeof defaults) => [
        authority,
        authorities,
        allOf,
      ];
      const read = async (options: Parameters<typeof readSettings>[1]) =>
        asked((await readSettings(folder, options)) as typeof defaults);
      expect(await read({})).to.deep.equal([null, [], "QVV"]);
      expect(await read({ authority: ["839"] })).to.deep.equal(["839", [], null]);
      expect(await read({ authority: ["838", "839"] })).to.deep.equal([null, ["838", "839"], null]);
      expect(await read({ allOf: "QKS" })).to.deep.equal([null, [], "QKS"]);
    } finally {
      rmSync(folder, { recursive: true });
    }
  });

  const wrong: [string, string][] = [
    ['{ "authority": 839 }', 'authority must be three digits in quotes, such as "839", or null'],
    ['{ "authority": "Sampleshire" }', "authority must be three digits"],
    ['{ "asAt": "2026-02-30" }', 'asAt must be a date such as "2026-09-30", or null'],
    ['{ "limits": { "planDays": 0 } }', "limits.planDays must be a whole number from 1 to 732"],
    ['{ "limits": { "planDays": 1.5 } }', "limits.planDays must be a whole number"],
    ['{ "limits": { "planDays": "140" } }', "limits.planDays must be a whole number"],
    [
      '{ "limits": { "phaseTransferSchool": "15 February" } }',
      'limits.phaseTransferSchool must be a month and day such as "02-15"',
    ],
    ['{ "limits": { "phaseTransferSchool": "13-01" } }', 'must be a month and day such as "02-15"'],
    ['{ "bankHolidays": [{ "date": "2028-13-01" }] }', "bankHolidays.0.date must be a date"],
    ['{ "limits": [] }', "limits must be settings in braces"],
    [
      '{ "output": { "formats": [] } }',
      'output.formats must be a list of one or more of "parquet", "csv"',
    ],
    ['{ "output": { "formats": ["xlsx"] } }', 'output.formats.0 must be one of "parquet", "csv"'],
    ['{ "output": { "birthMonth": "no" } }', "output.birthMonth must be true or false"],
    [
      '{ "workBasedCodes": { "S": "internship" } }',
      'workBasedCodes.S must be one of "supported_internship"',
    ],
    ['{ "workBasedCodes": [] }', "workBasedCodes must be codes and what they mean, in braces"],
    ['{ "inputs": { "schoolRegister": 1 } }', "inputs.schoolRegister must be the path of a file"],
    ['{ "limit": {} }', "limit is not a setting; did you mean limits?"],
    [
      '{ "colour": 1 }',
      "colour is not a setting; there are authority, authorities, allOf, asAt, threads, inputs",
    ],
    ['{ "output": { "birthmonth": true } }', "did you mean birthMonth?"],
    ["[]", "the whole file must be settings in braces"],
    ["null", "the whole file must be settings in braces"],
    ['{\n "authority": "839",\n}', "not valid JSON on line 3"],
    ['{ "authority": "839"', "not valid JSON"],
  ];
  for (const [text, message] of wrong)
    it(`are refused with a reason: ${text.replace(/\n/g, "")}`, () =>
      expect(refusal(text)).to.include(message));

  it("are told all at once, unknown ones too", () => {
    const said = refusal(
      '{ "colour": 1, "shape": 2, "limits": { "planDay": 3, "requestDays": "x" }, "targets": [{ "value": 1, "kind": 2 }] }',
    );
    for (const words of [
      "colour is not",
      "shape is not",
      "limits.planDay is not a setting; did you mean planDays?",
      "limits.requestDays must be",
      "targets.0.value is not a setting; there are indicator",
      "targets.0.kind is not",
    ])
      expect(said).to.include(words);
  });

  it("never repeat what was given", () => {
    for (const text of [
      '{ "authority": "SECRET" }',
      '{ "authority": SECRET }',
      '{ "output": { "formats": ["SECRET"] } }',
    ])
      expect(refusal(text)).not.to.include("SECRET");
  });

  it("name every wrong setting at once", () => {
    expect(
      refusal('{ "authority": 1, "limits": { "planDays": 0, "x": 1 } }').split("\n"),
    ).to.have.length(4);
  });

  it("have a published JSON Schema that is the declaration's", () => {
    const published = readFileSync(
      new URL("../../../prep/cli/config.schema.json", import.meta.url),
      "utf8",
    );
    expect(published).to.equal(
      `${JSON.stringify(settingsJsonSchema(settingsDeclaration), null, 2)}\n`,
    );
  });

  it("are taken or refused alike by the JSON Schema", () => {
    const validate = new Ajv({
      formats: { date: (text: string) => dayFromIso(text) !== null },
    }).compile(settingsJsonSchema(settingsDeclaration));
    for (const [text] of wrong.filter(([json]) => !json.includes("\n") && json.endsWith("}")))
      expect([text, validate(JSON.parse(text))]).to.deep.equal([text, false]);
    expect(
      validate({
        $schema: "x",
        authority: "839",
        asAt: null,
        limits: { planDays: 100 },
        workBasedCodes: { S: "apprenticeship" },
      }),
    ).to.equal(true);
  });
});

describe("comments in settings", () => {
  it("are blanked, and strings are left alone", () => {
    expect(stripComments('{ "a": "http://x", // why "b"\n "c\\"//": 1 } // end')).to.equal(
      `{ "a": "http://x",           \n "c\\"//": 1 }       `,
    );
  });

  it("change nothing else, whatever the values", () => {
    fc.assert(
      fc.property(fc.json(), fc.string(), (json, comment) => {
        const commented = `// ${comment.replace(/[\r\n]/g, "")}\n${json}\n//${comment.replace(/[\r\n]/g, "")}`;
        expect(JSON.parse(stripComments(commented))).to.deep.equal(JSON.parse(json));
      }),
    );
  });
});

describe("the nearest word", () => {
  it("is the one that was probably meant, if any", () => {
    expect(nearest("requestdays", ["requestDays", "planDays"])).to.equal("requestDays");
    expect(nearest("formts", ["formats", "birthMonth"])).to.equal("formats");
    expect(nearest("colour", ["authority", "asAt"])).to.equal(null);
  });
});
