import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { expect } from "chai";
import * as codeSets from "../../../prep/collections/mhsds/fields/code-sets";
import { mhsdsIndicators } from "../../../prep/collections/mhsds/indicators/indicators";
import { accessView, secondContactView } from "../../../prep/collections/mhsds/views/access-view";
import { contactView, indirectView } from "../../../prep/collections/mhsds/views/contact-view";
import { personIndicatorView } from "../../../prep/collections/mhsds/views/person-indicator-view";
import {
  referralMonthView,
  waitingView,
} from "../../../prep/collections/mhsds/views/referral-month-view";
import { referralView } from "../../../prep/collections/mhsds/views/referral-view";
import { teamView } from "../../../prep/collections/mhsds/views/team-view";
import type { Node } from "../../../prep/columns/expression";
import type { View } from "../../../prep/indicators/view";
import { sqlJob } from "../../../prep/sql/job";

const root = fileURLToPath(new URL("../../../", import.meta.url));

const filesBelow = (folder: string): string[] =>
  readdirSync(join(root, folder), { recursive: true, encoding: "utf8" })
    .filter((path) => path.endsWith(".ts"))
    .map((path) => join(folder, path).replaceAll("\\", "/"));

const textOf = (path: string): string => readFileSync(join(root, path), "utf8");

const views: readonly View[] = [
  accessView,
  contactView,
  indirectView,
  personIndicatorView,
  referralMonthView,
  referralView,
  secondContactView,
  teamView,
  waitingView,
];

const job = [...sqlJob("duckdb", { cautionAbove: 1, notAvailableAbove: 20 })]
  .filter(([path]) => path.startsWith("steps/"))
  .map(([, text]) => text)
  .join("\n")
  .replaceAll(/\s+/g, " ");

/** Codes that rules of flags name, which are no words of ours. */
const codes: readonly string[] = [
  ...codeSets.attended,
  ...codeSets.missed,
  ...codeSets.direct,
  ...codeSets.anonymousDirect,
  ...codeSets.learningDisabilityTeams,
  ...codeSets.childrensTeams,
  ...codeSets.fromEducation,
  codeSets.SUSPECTED_AUTISM,
  codeSets.SELF_REFERRAL,
  codeSets.CHILDREN,
  codeSets.YES,
];

describe("a rule of the mental health figures", () => {
  it("is written in the declarations alone: no printer of SQL names a code of it", () => {
    const named = filesBelow("prep/sql").flatMap((path) => {
      const literals = new Set(
        [...textOf(path).matchAll(/'([A-Z]?\d{0,2}|Y)'/g)].map(([, code]) => code),
      );
      return codes.filter((code) => literals.has(code)).map((code) => `${path}: ${code}`);
    });
    expect(named).to.deep.equal([]);
  });

  it("has no age and no length of a wait in a printer of SQL", () => {
    const told = filesBelow("prep/sql").flatMap((path) =>
      [...textOf(path).matchAll(/(age\w*|wait\w*|days\w*)\s*(<|>|<=|>=|=|BETWEEN)\s*\d+/gi)].map(
        ([text]) => `${path}: ${text}`,
      ),
    );
    expect(told.filter((text) => !/age_received BETWEEN 0$/.test(text))).to.deep.equal([]);
  });

  it("names no indicator in a printer of SQL: which there are is the records' own", () => {
    const named = filesBelow("prep/sql").flatMap((path) => {
      const text = textOf(path);
      return mhsdsIndicators
        .filter(({ id }) => text.includes(`'${id}'`) || text.includes(`"${id}"`))
        .map(({ id }) => `${path}: ${id}`);
    });
    expect(named).to.deep.equal([]);
  });

  it("has its codes from their list in declarations and readers, never in the model", () => {
    const users = filesBelow("prep/collections/mhsds/model")
      .concat(filesBelow("prep/collections/mhsds/indicators"))
      .flatMap((path) => {
        const imported = /import \{([^}]*)\} from "[^"]*fields\/code-sets"/.exec(textOf(path))?.[1];
        return (imported ?? "")
          .split(",")
          .map((name) => name.trim())
          .filter((name) => name !== "")
          .map((name) => `${path}: ${name}`);
      });
    // The first letter of a source says its group; the table of them is printed as it is.
    expect(users).to.deep.equal(["prep/collections/mhsds/model/group-columns.ts: sourceGroups"]);
  });

  it("is no flag of two names in one view", () => {
    for (const { name, flags } of views) {
      const written = Object.values(flags).map((flag: Node) => JSON.stringify(flag));
      const twice = Object.keys(flags).filter((_, i) => written.indexOf(written[i]) !== i);
      expect(twice, name).to.deep.equal(name === "mh_referral" ? ["seen_in_four_weeks"] : []);
    }
  });

  it("is in the printed SQL wherever a view declares what is found of a unit", () => {
    for (const { reductions = {} } of views)
      for (const name of Object.keys(reductions)) expect(job).to.include(` AS ${name}`);
  });
});
