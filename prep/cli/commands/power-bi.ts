import { Command } from "commander";
import { lintProject, type Fault } from "../../publish/power-bi/lint/lint-project";
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

async function check(folder: string, options: ScreenOptions, finish: Finish): Promise<void> {
  const screen = openScreen(options);
  const projects = (await readProjects(folder)).map((project) => ({
    folder: project.folder,
    files: project.files.size,
    faults: lintProject(project.files),
  }));
  const hasErrors = projects.some(({ faults }) =>
    faults.some(({ severity }) => severity === "error"),
  );
  const exitCode = hasErrors ? exitCodes.findings.code : exitCodes.ok.code;
  screen.result(
    { exitCode, projects },
    projects.flatMap((project) => [
      `${project.folder}: ${project.files} files, ${project.faults.length === 0 ? "nothing wrong" : `${project.faults.length} faults`}`,
      ...project.faults.map((fault) => `  ${faultLine(fault)}`),
    ]),
  );
  finish(exitCode);
}

/** `power-bi check`: looks through a project that somebody may have changed. */
export const powerBiCommand = (finish: Finish): Command =>
  new Command("power-bi").description("look after Power BI projects").addCommand(
    new Command("check")
      .description(
        "look through the text of a project, changed or not: names, DAX, Power Query, roles, pages; changes nothing",
      )
      .argument("<folder>", "folder of the project, or output folder of a build")
      .addHelpText(
        "after",
        examples("power-bi check star/power-bi", "power-bi check star --json > faults.json"),
      )
      .action((folder: string, _: unknown, command: Command) =>
        check(folder, command.optsWithGlobals(), finish),
      ),
  );
