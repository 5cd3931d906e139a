import { writeFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import type { RuleText } from "../prep/check/rule";
import { exitCodes } from "../prep/cli/exit-codes";
import { collections } from "../prep/collections/index";
import { knowledgeOf } from "../prep/stages/knowledge";

/** Where the page is. */
export const findingsPageFile = fileURLToPath(new URL("../docs/findings.md", import.meta.url));

const cell = (text: string): string => text.replaceAll("|", "\\|").replaceAll("\n", " ");

const lineOf = ({ id, severity, field, message, action, basis }: RuleText): string =>
  `| ${id} | ${severity} | ${field === null ? "" : `\`${field}\``} | ${cell(message)} | ${cell(action)} | ${cell(basis)} |`;

const FEWEST = 4;

/** What each rule looks at, for the headings of the page: its table, else what many rules share. */
function partsOf(rules: readonly RuleText[]): (rule: RuleText) => string {
  const sharing = (basis: string): number => rules.filter((one) => one.basis === basis).length;
  return ({ table, basis }) =>
    table !== "" ? `Table ${table}` : sharing(basis) < FEWEST ? "Other" : basis;
}

/** The page of exit codes and of every rule with what it says and what to do, as Markdown. */
export function findingsPage(): string {
  const rules = [...knowledgeOf(collections).rules].sort((a, b) => (a.id < b.id ? -1 : 1));
  const partOf = partsOf(rules);
  const parts = [...new Set(rules.map(partOf))].sort();
  return [
    "# Findings and exit codes",
    "",
    "<!-- Written by `npm run docs` from the rules; change those. -->",
    "",
    "`checks/findings.csv` names each finding with its file, line or record, field and rule. Look the rule up here. A finding never quotes what was in the cell.",
    "[Worklists](worklists.md) put the findings of a return in the order in which a team works on them.",
    "",
    "## Exit codes",
    "",
    "| code | meaning |",
    "| --- | --- |",
    ...Object.values(exitCodes).map(({ code, meaning }) => `| ${code} | ${cell(meaning)} |`),
    "",
    `## The ${rules.length} rules`,
    "",
    "An error is wrong; a warning may be right and asks you to look. What a finding takes out of a figure is said there; [the gate](counting.md) holds a figure back where too much is missing.",
    "",
    ...parts.flatMap((part) => [
      `### ${part}`,
      "",
      "| rule | severity | field | what it says | what to do | where it comes from |",
      "| --- | --- | --- | --- | --- | --- |",
      ...rules.filter((rule) => partOf(rule) === part).map(lineOf),
      "",
    ]),
  ].join("\n");
}

if (process.argv[1] === fileURLToPath(import.meta.url))
  writeFileSync(findingsPageFile, findingsPage());
