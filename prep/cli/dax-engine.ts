import { spawn } from "node:child_process";
import { existsSync } from "node:fs";
import { dirname, join, resolve } from "node:path";
import program from "../publish/power-bi/engine/evaluate.py";
import { Stop } from "../stop";

/** What the engine is called in the Python package index, and what it reads Parquet with. */
const PACKAGES = ["pbix-mcp==0.9.149", "pyarrow"];

/** Programs that Python goes by. */
const NAMES = ["python3", "python", "py"];

/** How many KPIs each measure is tried with, one after another. */
const KPIS = 3;
const KPI = "Indicator.Indicator id";

/** What became of the measures of a project in the engine. */
export interface Evaluated {
  /** How many measures were evaluated; null where the engine was not run. */
  readonly measures: number | null;
  /** Why it was not run. */
  readonly why: string | null;
  /** Tables that no file was found for: measures were evaluated over none of their rows. */
  readonly empty: readonly string[];
  /** Why a measure cannot be evaluated, by its name. */
  readonly errors: Readonly<Record<string, string>>;
  /** Columns of which one value has several places in the column that they are sorted by. */
  readonly unsorted: Readonly<Record<string, string>>;
}

interface Ran {
  readonly code: number | null;
  readonly out: string;
  readonly error: string;
}

/** Runs a program to its end; null where there is none of that name. */
async function ran(
  name: string,
  args: readonly string[],
  { input = "" }: { readonly input?: string } = {},
): Promise<Ran | null> {
  const child = spawn(name, args, { stdio: ["pipe", "pipe", "pipe"], windowsHide: true });
  const text = { out: "", error: "" };
  child.stdout.setEncoding("utf8").on("data", (some: string) => (text.out += some));
  child.stderr.setEncoding("utf8").on("data", (some: string) => (text.error += some));
  // A program that ends early takes no input: its code and words tell.
  child.stdin.on("error", () => {});
  child.stdin.end(input);
  const code = await new Promise<number | null>((done, fail) => {
    child.on("error", fail);
    child.on("close", done);
  }).catch(() => undefined);
  return code === undefined ? null : { code, ...text };
}

const hasEngine = async (name: string): Promise<boolean> =>
  (await ran(name, ["-c", "import pbix_mcp, pyarrow"]))?.code === 0;

/** No measure was run. */
export const nothingRun: Evaluated = {
  measures: null,
  why: null,
  empty: [],
  errors: {},
  unsorted: {},
};
const notRun = (why: string): Evaluated => ({ ...nothingRun, why });

/** A Python that has the engine: the one that is named, else one of the usual names. */
async function pythonWith(named: string | undefined): Promise<string | null> {
  for (const name of named === undefined ? NAMES : [named]) if (await hasEngine(name)) return name;
  return null;
}

/** Where the tables of a project lie: the output folder that it was built in. */
const dataOf = (folder: string): string => dirname(resolve(folder));

/**
 * Evaluates every measure of a model, with nothing chosen and with one KPI after another, over the
 * tables beside the project; `python` names a Python that has the engine. Says why where that
 * cannot be done. Throws `Stop` where a Python that was named has no engine.
 */
export async function evaluateMeasures(
  folder: string,
  models: readonly string[],
  { python, data = dataOf(folder) }: { readonly python?: string; readonly data?: string },
): Promise<Evaluated> {
  const name = await pythonWith(python);
  const install = `pip install ${PACKAGES.join(" ")}`;
  if (name === null) {
    if (python !== undefined)
      throw new Stop("usage", `${python} is no Python that has the engine of DAX: ${install}`);
    return notRun(`there is no Python with an engine of DAX (${install})`);
  }
  const [model] = models;
  if (model === undefined) return notRun("the report is over a model that lies elsewhere");
  if (!existsSync(join(data, "star")))
    return notRun(`there are no tables in ${data}: name the output folder with --data`);
  const request = {
    definition: join(resolve(folder), model, "definition"),
    data: resolve(data),
    tryOut: { column: KPI, values: KPIS },
  };
  const done = await ran(name, ["-c", program], { input: JSON.stringify(request) });
  if (done?.code !== 0)
    return notRun(`the engine ended with: ${done?.error.trim().split(/\r?\n/).at(-1) ?? ""}`);
  const { tried } = JSON.parse(done.out) as { readonly tried: Omit<Evaluated, "why"> };
  return { ...tried, why: null };
}
