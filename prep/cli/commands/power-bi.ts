import { Command } from "commander";
import { lintProject, type Fault } from "../../publish/power-bi/lint/lint-project";
import { evaluateMeasures, nothingRun, type Evaluated } from "../dax-engine";
import { exitCodes } from "../exit-codes";
import { readProjects } from "../files/read-project";
import { examples } from "../options";
import type { Finish } from "../program";
import { openScreen, type ScreenOptions } from "../screen";

/** A fault as a line: where it stands, what is wrong, by which rule. */
const faultLine = ({ rule, severity, file, line, where, message }: Fault): string => {
  const at = file === "" ? "" : `${file}${line === null ? "" : `, line ${line}`}: `;
  // Of a report the file says where; of a model the object does.
  return `${severity}: ${at}${file.endsWith(where) ? "" : `${where}: `}${message} [${rule}]`;
};

interface Options extends ScreenOptions {
  readonly python?: string;
  readonly data?: string;
}

const found = (rule: string, where: string, message: string): Fault => ({
  rule,
  severity: "error",
  file: "",
  line: null,
  where,
  message,
});

/** What the engine found over the tables, as faults of the project. */
const faultsOf = ({ errors, unsorted }: Evaluated): Fault[] => [
  ...Object.entries(errors).map(([where, message]) =>
    found("measure-evaluates", where, `the engine cannot evaluate it: ${message}`),
  ),
  ...Object.entries(unsorted).map(([where, value]) =>
    found("sorted-values", where, `"${value}" has several places in the column it is sorted by`),
  ),
];

/** What was run in the engine, in words. */
function engineLine({ measures, why, empty }: Evaluated): string {
  if (measures === null) return `  Measures were not run in an engine: ${why}.`;
  const without = empty.length > 0 ? `; without a file for ${empty.join(", ")}` : "";
  return `  ${measures} measures were run in an engine${without}.`;
}

async function checkProject(
  { folder, files }: Awaited<ReturnType<typeof readProjects>>[number],
  { python, data }: Options,
) {
  const models = [...files.keys()].flatMap((path) => {
    const [item] = path.split("/");
    return item.endsWith(".SemanticModel") ? [item] : [];
  });
  const written = lintProject(files);
  const isSound = written.every(({ severity }) => severity !== "error");
  const engine = isSound
    ? await evaluateMeasures(folder, models, { python, data })
    : { ...nothingRun, why: "the errors above come first" };
  return { folder, files: files.size, faults: [...written, ...faultsOf(engine)], engine };
}

async function check(folder: string, options: Options, finish: Finish): Promise<void> {
  const screen = openScreen(options);
  const projects = [];
  for (const project of await readProjects(folder))
    projects.push(await checkProject(project, options));
  const hasErrors = projects.some(({ faults }) =>
    faults.some(({ severity }) => severity === "error"),
  );
  const exitCode = hasErrors ? exitCodes.findings.code : exitCodes.ok.code;
  screen.result(
    { exitCode, projects },
    projects.flatMap((project) => [
      `${project.folder}: ${project.files} files, ${project.faults.length === 0 ? "nothing wrong" : `${project.faults.length} faults`}`,
      ...project.faults.map((fault) => `  ${faultLine(fault)}`),
      engineLine(project.engine),
    ]),
  );
  finish(exitCode);
}

/** `power-bi check`: looks through a project that somebody may have changed. */
export const powerBiCommand = (finish: Finish): Command =>
  new Command("power-bi").description("look after Power BI projects").addCommand(
    new Command("check")
      .description(
        "look through the text of a project, changed or not: names, DAX, Power Query, roles, pages; runs its measures where Python has an engine of DAX; changes nothing",
      )
      .argument("<folder>", "folder of the project, or output folder of a build")
      .option("--python <program>", "a Python that has pbix-mcp and pyarrow")
      .option("--data <folder>", "output folder with the tables (default: the project's own)")
      .addHelpText(
        "after",
        examples("power-bi check star/power-bi", "power-bi check star --json > faults.json"),
      )
      .action((folder: string, _: unknown, command: Command) =>
        check(folder, command.optsWithGlobals(), finish),
      ),
  );
