import type { FoundInRun, RunList } from "../run-list";

/** Where the runs are, below the folder of a dry run. */
export const RUNS = "runs.csv";

const kinds = ["rule", "figure"] as const;

/** How often a rule was broken, or what a figure was, in one run. */
interface Measured {
  readonly kind: (typeof kinds)[number];
  readonly id: string;
  /** Null where there was no figure. */
  readonly value: number | null;
}

/** One dry run over one state of the extracts. */
export type MeasuredRun = FoundInRun<Measured>;

/** runs.csv: the dry runs, and what each measured. */
export const dryRuns: RunList<Measured> = {
  name: "runs",
  columns: [
    { name: "kind", type: "text", value: ({ kind }) => kind },
    { name: "id", type: "text", value: ({ id }) => id },
    { name: "value", type: "double", value: ({ value }) => value },
  ],
  read: ([kindText, id, valueText]) => {
    const kind = kinds.find((one) => one === kindText);
    const value = valueText === "" ? null : Number(valueText);
    if (!kind || id === "" || (value !== null && !Number.isFinite(value))) return null;
    return { kind, id, value };
  },
};

/** What changed in one rule or figure since the run before. */
export interface Change {
  readonly kind: Measured["kind"];
  readonly id: string;
  readonly before: number | null;
  readonly now: number | null;
}

/** What changed since the run before; null where that is the first. */
export function changesOf(runs: readonly MeasuredRun[], input: string): Change[] | null {
  const at = runs.findIndex((run) => run.input === input);
  if (at <= 0) return null;
  const before = new Map(runs[at - 1].found.map((one) => [`${one.kind} ${one.id}`, one.value]));
  return runs[at].found.flatMap(({ kind, id, value }) => {
    const was = before.get(`${kind} ${id}`) ?? null;
    return was === value ? [] : [{ kind, id, before: was, now: value }];
  });
}
