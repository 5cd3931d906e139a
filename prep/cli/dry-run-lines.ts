import { formatChange, formatValue } from "../../src/kpi/number-format";
import type { Unit } from "../../src/kpi/unit";
import { noteOf, type NamedComparison } from "../publish/dry-run/figures";
import type { DryRun } from "../publish/dry-run/write";
import { tableLines } from "./summary";

const printed = (value: number | null | undefined, unit: Unit): string =>
  value === null || value === undefined ? "" : formatValue(value, { unit });

function lastYear({ before, mapping: { unit } }: NamedComparison): string {
  if (before === null) return "";
  const counted = before.origin === "counted" ? ", counted" : "";
  return `${printed(before.value, unit)} (${before.period_label}${counted})`;
}

const figureLines = ({ figures }: DryRun): string[] =>
  tableLines([
    ["Would be published", "Period", "Figure", "Last year", "Neighbours", "England", "Note"],
    ...figures.map((one) => {
      const { name, now, neighbourAverage, england, mapping } = one;
      return [
        name,
        now.period_label,
        printed(now.value, mapping.unit) || "none",
        lastYear(one),
        printed(neighbourAverage?.value, mapping.unit),
        printed(england?.value, mapping.unit),
        noteOf(one) ?? "",
      ];
    }),
  ]);

function changeLines({ changes, figures }: DryRun): string[] {
  if (changes === null)
    return ["This is the first dry run of this folder: nothing to compare with."];
  if (changes.length === 0) return ["No rule and no figure has changed since the last run."];
  const unitOf = new Map(figures.map(({ indicator, mapping }) => [indicator, mapping.unit]));
  return tableLines([
    ["Changed since the last run", "Was", "Is", "Change"],
    ...changes.map(({ kind, id, name, before, now }) => {
      const unit = kind === "rule" ? "count" : unitOf.get(id)!;
      return [
        kind === "rule" ? `${id} ${name}` : name,
        before === null ? "none" : printed(before, unit),
        now === null ? "none" : printed(now, unit),
        before === null || now === null ? "" : formatChange(now - before, { unit }),
      ];
    }),
  ]);
}

const ruleLines = ({ rehearsal: { found } }: DryRun): string[] =>
  found.summary.length === 0
    ? ["No rule is broken."]
    : tableLines([
        ["Rule", "Severity", "Times", "What is wrong"],
        ...[...found.summary]
          .sort((a, b) => a.severity.localeCompare(b.severity) || b.count - a.count)
          .map(({ rule, severity, count }) => [
            rule,
            severity,
            String(count),
            found.findings.find((one) => one.rule === rule)?.message ?? "",
          ]),
      ]);

const teamLines = ({ teams, places }: DryRun): string[] => [
  ...(teams.length === 0
    ? []
    : tableLines([
        ["Team", "Errors", "Warnings", "Records"],
        ...teams.map(({ team, errors, warnings, records }) => [team, errors, warnings, records]),
      ])),
  ...(places.hasTeams
    ? []
    : ["To get a worklist for each team, name the teams in the settings (docs/worklists.md)."]),
];

/** A dry run for the terminal: broken rules, work by team, figures, what changed. */
export const dryRunLines = (run: DryRun): string[] => [
  ...ruleLines(run),
  "",
  ...teamLines(run),
  "",
  ...figureLines(run),
  "",
  ...changeLines(run),
];
