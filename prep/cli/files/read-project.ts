import { readdir, readFile } from "node:fs/promises";
import { join } from "node:path";
import { isText, type ProjectFiles } from "../../publish/power-bi/lint/lint-project";
import { Stop } from "../../stop";
import { filesBelow } from "./files-below";

/** A Power BI project on disk. */
interface ReadProject {
  readonly folder: string;
  readonly files: ProjectFiles;
}

/** What Power BI Desktop keeps beside a project, and what others may have put there. */
const isOfProject = (path: string): boolean =>
  !path.split("/").includes(".pbi") && /^[^/]+\.(?:SemanticModel|Report)\/|\.pbip$/.test(path);

async function projectIn(folder: string): Promise<ReadProject> {
  const paths = (await filesBelow(folder)).filter(isOfProject).sort();
  const files = await Promise.all(
    paths.map(async (path): Promise<[string, string | Uint8Array]> => {
      const bytes = await readFile(join(folder, path));
      return [path, isText(path) ? bytes.toString("utf8").replace(/^\uFEFF/, "") : bytes];
    }),
  );
  return { folder, files: new Map(files) };
}

/**
 * The projects of a folder: of the project itself, or of an output folder that holds some. Throws
 * `Stop` where there is none.
 */
export async function readProjects(folder: string): Promise<ReadProject[]> {
  const names = await readdir(folder).catch(() => []);
  const isProject = names.some((name) => /\.(?:SemanticModel|Report)$/.test(name));
  const folders = isProject
    ? [folder]
    : names.filter((name) => /^power-bi(?:-\d+)?$/.test(name)).map((name) => join(folder, name));
  const projects = await Promise.all(folders.sort().map(projectIn));
  const found = projects.filter(({ files }) => files.size > 0);
  if (found.length === 0)
    throw new Stop(
      "input",
      `There is no Power BI project in ${folder}: name the folder that has a .SemanticModel and a .Report folder in it, or the output folder of a build.`,
    );
  return found;
}
