import type { Found } from "./model-rules";
import { at, list } from "./report-parts";

type Files = ReadonlyMap<string, string | Uint8Array>;

const UUID = /^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i;

const parsed = (content: string | Uint8Array): unknown => {
  try {
    return JSON.parse(String(content));
  } catch {
    return null;
  }
};

const ending = (files: Files, end: string): [path: string, content: unknown][] =>
  [...files]
    .filter(([path]) => path.endsWith(end) && !path.includes("/CustomVisuals/"))
    .map(([path, content]) => [path, parsed(content)]);

function idFaults(files: Files): Found[] {
  const ids = ending(files, ".platform").map(
    ([path, content]) => [path, String(at(content, "config", "logicalId"))] as const,
  );
  return ids.flatMap(([path, id], i): Found[] => {
    if (!UUID.test(id) || /^[0-]+$/.test(id)) return [[path, "the item has no id of its own"]];
    return ids.findIndex(([, other]) => other === id) < i
      ? [[path, "another item has the same id"]]
      : [];
  });
}

/** Reports that a project file names and that are not there. */
const projectFaults = (files: Files): Found[] =>
  ending(files, ".pbip").flatMap(([path, content]) =>
    content === null
      ? [[path, "the file is not JSON"] as const]
      : list(at(content, "artifacts"))
          .map((artifact) => String(at(artifact, "report", "path")))
          .filter((report) => !files.has(`${report}/definition.pbir`))
          .map((report): Found => [path, `there is no report ${report}`]),
  );

/** What the items of a project have wrong among themselves. */
export const itemRules: readonly { readonly id: string; check: (files: Files) => Found[] }[] = [
  { id: "item-ids", check: idFaults },
  { id: "project-file", check: projectFaults },
];
