import type { StarTable } from "../../star/declaration";
import type { DataPlace } from "./model/partition";
import type { SemanticModel } from "./model/model";
import { semanticModel } from "./model/semantic-model";
import type { PrivateVisual } from "./private-visual";
import { makeReport } from "./report/make-report";
import { reportFiles } from "./report/report-files";
import { schemas } from "./schemas";
import { stableUuid } from "./stable-id";
import { modelFiles } from "./tmdl/model-files";

/**
 * Name of the project: short, for the visual's long id comes twice in its path and Windows ends
 * paths at 260 characters.
 */
export const PROJECT = "SEND";

/** Tables of the star that the measures and pages stand on. A star without them has no project. */
const FOUNDATION = [
  "date",
  "area",
  "indicator",
  "source",
  "kpi_board",
  "kpi_breakdown",
  "kpi_comparator",
  "compared_area",
];

export const hasFoundation = (tables: readonly StarTable[]): boolean =>
  FOUNDATION.every((name) => tables.some((table) => table.name === name));

export interface ProjectParts {
  readonly tables: readonly StarTable[];
  readonly place: DataPlace;
  /** Codes of the authorities that the rows are of. */
  readonly authorities: readonly string[];
  readonly visual: PrivateVisual | null;
  /** What every page says of who may see it. */
  readonly marking?: string;
  /** The star was made safe to publish: no lists of the checks, no roles. */
  readonly forPublishing?: boolean;
}

export interface Project {
  readonly model: SemanticModel;
  /** Files by their path in the project's folder, with `/`. */
  readonly files: ReadonlyMap<string, string | Uint8Array>;
}

const json = (value: object): string => `${JSON.stringify(value, null, 2)}\n`;
const platform = (type: string): string =>
  json({
    $schema: schemas.platform,
    metadata: { type, displayName: PROJECT },
    config: { version: "2.0", logicalId: stableUuid(`item/${type}`) },
  });

/**
 * A Power BI project of a star: a semantic model and a report over it. The same parts give the same
 * files.
 */
export function powerBiProject({
  tables,
  place,
  authorities,
  visual,
  marking = "",
  forPublishing = false,
}: ProjectParts): Project {
  const model = semanticModel(tables, place, authorities, forPublishing);
  const below = (
    folder: string,
    files: ReadonlyMap<string, string | Uint8Array>,
  ): [string, string | Uint8Array][] =>
    [...files].map(([path, content]) => [`${folder}/${path}`, content]);
  return {
    model,
    files: new Map<string, string | Uint8Array>([
      [
        `${PROJECT}.pbip`,
        json({
          $schema: schemas.pbip,
          version: "1.0",
          artifacts: [{ report: { path: `${PROJECT}.Report` } }],
          settings: { enableAutoRecovery: true },
        }),
      ],
      [".gitignore", "**/.pbi/localSettings.json\n**/.pbi/cache.abf\n"],
      [`${PROJECT}.SemanticModel/.platform`, platform("SemanticModel")],
      [
        `${PROJECT}.SemanticModel/definition.pbism`,
        json({ $schema: schemas.semanticModel, version: "4.2", settings: { qnaEnabled: false } }),
      ],
      ...below(`${PROJECT}.SemanticModel/definition`, modelFiles(model)),
      [`${PROJECT}.Report/.platform`, platform("Report")],
      [
        `${PROJECT}.Report/definition.pbir`,
        json({
          $schema: schemas.reportItem,
          version: "4.0",
          datasetReference: { byPath: { path: `../${PROJECT}.SemanticModel` } },
        }),
      ],
      ...below(
        `${PROJECT}.Report`,
        reportFiles(makeReport(model.tables, visual?.guid ?? null, marking), visual),
      ),
    ]),
  };
}
