import { writtenModel, type WrittenModel } from "../read/written-model";
import { bestPractice } from "./best-practice";
import { contextRules } from "./context-rules";
import { daxRules } from "./dax-rules";
import { modelRules, type Found } from "./model-rules";
import { pageRules } from "./page-rules";
import { queryRules } from "./query-rules";
import { reportParts } from "./report-parts";
import { reportRules } from "./report-rules";
import { filterRules } from "./filter-rules";
import { itemRules } from "./item-rules";
import { propertyRules } from "./property-rules";
import { refreshRules } from "./refresh-rules";
import { roleRules } from "./role-rules";
import { togetherRules } from "./together-rules";
import { valueRules } from "./value-rules";
import { wordRules } from "./word-rules";
import { writtenRules } from "./written-rules";

/** Something wrong with a project. */
export interface Fault {
  readonly rule: string;
  /** What Power BI refuses or shows wrongly is an error; what is only ill made, a warning. */
  readonly severity: "error" | "warning";
  /** File in the project's folder; empty where the rule is about no one file. */
  readonly file: string;
  /** Line of the file; null where the rule is about all of it. */
  readonly line: number | null;
  /** The object, as its author calls it. */
  readonly where: string;
  readonly message: string;
}

/** Files of a project by their path in its folder, with `/`. */
export type ProjectFiles = ReadonlyMap<string, string | Uint8Array>;

/** Folders of the items of a kind, such as `SEND.Report`. */
const itemsOf = (files: ProjectFiles, kind: string): string[] => [
  ...new Set(
    [...files.keys()].flatMap((path) => {
      const [folder] = path.split("/");
      return folder.endsWith(`.${kind}`) ? [folder] : [];
    }),
  ),
];

function modelOf(files: ProjectFiles, folder: string): WrittenModel {
  const start = `${folder}/definition/`;
  return writtenModel(
    new Map(
      [...files].flatMap(([path, content]): [string, string][] =>
        path.startsWith(start) && typeof content === "string"
          ? [[path.slice(start.length), content]]
          : [],
      ),
    ),
  );
}

/** The rules about a model. */
const rulesOfModels = [
  ...writtenRules,
  ...wordRules,
  ...modelRules,
  ...propertyRules,
  ...daxRules,
  ...valueRules,
  ...contextRules,
  ...queryRules,
  ...refreshRules,
  ...roleRules,
  ...bestPractice,
];
/** The rules about a report. */
const rulesOfReports = [...reportRules, ...pageRules, ...filterRules, ...togetherRules];
/** Rules whose faults Power BI takes and shows as they are. */
const warnings: ReadonlySet<string> = new Set([
  ...bestPractice.map(({ id }) => id),
  ...[
    "role-reader",
    "relationship-ways",
    "summed",
    "overlap",
    "page-titles",
    "back",
    "dax-unused",
    "opened-page",
    "parameter",
    "relationship-used",
  ],
]);
const severityOf = (rule: string): Fault["severity"] => (warnings.has(rule) ? "warning" : "error");

/** A text of a file, for the whole of the rules: one that is text in the project. */
export const isText = (path: string): boolean =>
  /\.(?:tmdl|json|pbip|pbir|pbism|platform)$/.test(path) && !path.includes("/CustomVisuals/");

function faultsOfModel(folder: string, model: WrittenModel): Fault[] {
  return rulesOfModels.flatMap(({ id, check }) =>
    check(model).map(([where, message]: Found): Fault => {
      const place =
        model.places.get(where) ??
        [...model.unreadable, ...model.oddTypes].find(({ file }) => where.startsWith(file));
      return {
        rule: id,
        severity: severityOf(id),
        file: place === undefined ? "" : `${folder}/definition/${place.file}`,
        line: place?.line ?? null,
        where,
        message,
      };
    }),
  );
}

function faultsOfReport(files: ProjectFiles, folder: string, model: WrittenModel): Fault[] {
  const parts = reportParts(files, folder, model);
  return rulesOfReports.flatMap(({ id, check }) =>
    check(parts).map(([where, message]): Fault => ({
      rule: id,
      severity: severityOf(id),
      file: parts.has(where) ? `${folder}/${where}` : folder,
      line: null,
      where,
      message,
    })),
  );
}

/**
 * What is wrong with a project as its files say, by our own rules: what Microsoft's validators let
 * pass, and what they find in the model's text. No file of the project is changed.
 */
export function lintProject(files: ProjectFiles): Fault[] {
  const models = itemsOf(files, "SemanticModel").map(
    (folder) => [folder, modelOf(files, folder)] as const,
  );
  // A report over a model elsewhere has fields that cannot be looked up.
  const reports = models.length === 0 ? [] : itemsOf(files, "Report");
  return [
    ...itemRules.flatMap(({ id, check }) =>
      check(files).map(([where, message]): Fault => ({
        rule: id,
        severity: severityOf(id),
        file: where,
        line: null,
        where,
        message,
      })),
    ),
    ...models.flatMap(([folder, model]) => faultsOfModel(folder, model)),
    ...reports.flatMap((folder) => faultsOfReport(files, folder, models[0][1])),
  ];
}
