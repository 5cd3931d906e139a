import type { StarTable } from "../../star/declaration";
import type { ProfileName } from "../disclosure/profile";
import { indicatorsOfRows } from "./measures/row-measures";
import type { DataPlace } from "./model/place";
import { parameterYml } from "./model/lakehouse";
import type { SemanticModel } from "./model/model";
import { semanticModel } from "./model/semantic-model";
import type { PrivateVisual } from "./private-visual";
import { makeReport } from "./report/make-report";
import { reportFiles } from "./report/report-files";
import { schemas } from "./schemas";
import { stableUuid } from "./stable-id";
import { modelFiles } from "./tmdl/model-files";

/**
 * Name of the project where the settings give none: short, for the visual's long id comes twice in
 * its path and Windows ends paths at 260 characters.
 */
export const PROJECT = "SEND";

/** Tables of the star that the measures and pages stand on. A star without them has no project. */
const FOUNDATION = [
  "date",
  "area",
  "indicator",
  "source",
  "kpi_period",
  "kpi_board",
  "kpi_breakdown",
  "kpi_comparator",
  "compared_area",
];

export const hasFoundation = (tables: readonly StarTable[]): boolean =>
  FOUNDATION.every((name) => tables.some((table) => table.name === name));

export interface ProjectParts {
  /** Name of the project and its items. */
  readonly name?: string;
  readonly tables: readonly StarTable[];
  readonly place: DataPlace;
  /** Codes of the authorities that the rows are of. */
  readonly authorities: readonly string[];
  readonly visual: PrivateVisual | null;
  /** Whether a reader chooses one of several boards. */
  readonly isOfBoards?: boolean;
  /** What every page says of who may see it. */
  readonly marking?: string;
  /**
   * What the star was built for. Any but internal was made safe to publish: no lists of the checks,
   * no roles.
   */
  readonly profile?: ProfileName;
}

export interface Project {
  readonly name: string;
  readonly model: SemanticModel;
  /** Files by their path in the project's folder, with `/`. */
  readonly files: ReadonlyMap<string, string | Uint8Array>;
}

const json = (value: object): string => `${JSON.stringify(value, null, 2)}\n`;

/**
 * What Fabric knows an item by. Its id is the same in every build of the same authorities for the
 * same profile under the same name, and no other's: two councils or two profiles in one workspace or
 * one Git repository stay two items.
 */
const platform = (type: string, name: string, whose: string): string =>
  json({
    $schema: schemas.platform,
    metadata: { type, displayName: name },
    config: { version: "2.0", logicalId: stableUuid(`item/${type}/${whose}`) },
  });

/**
 * A Power BI project of a star: a semantic model and a report over it. The same parts give the same
 * files.
 */
export function powerBiProject({
  name = PROJECT,
  tables,
  place,
  authorities,
  visual,
  isOfBoards = false,
  marking = "",
  profile = "internal",
}: ProjectParts): Project {
  const forPublishing = profile !== "internal";
  const model = semanticModel(tables, place, authorities, { forPublishing, isOfBoards });
  const whose = [...[...authorities].sort(), profile, name].join("/");
  const below = (
    folder: string,
    files: ReadonlyMap<string, string | Uint8Array>,
  ): [string, string | Uint8Array][] =>
    [...files].map(([path, content]) => [`${folder}/${path}`, content]);
  return {
    name,
    model,
    files: new Map<string, string | Uint8Array>([
      [
        `${name}.pbip`,
        json({
          $schema: schemas.pbip,
          version: "1.0",
          artifacts: [{ report: { path: `${name}.Report` } }],
          settings: { enableAutoRecovery: true },
        }),
      ],
      ...(place.kind === "lakehouse" ? [["parameter.yml", parameterYml] as const] : []),
      [".gitignore", "**/.pbi/localSettings.json\n**/.pbi/cache.abf\n"],
      [`${name}.SemanticModel/.platform`, platform("SemanticModel", name, whose)],
      [
        `${name}.SemanticModel/definition.pbism`,
        json({ $schema: schemas.semanticModel, version: "4.2", settings: { qnaEnabled: false } }),
      ],
      ...below(`${name}.SemanticModel/definition`, modelFiles(model)),
      [`${name}.Report/.platform`, platform("Report", name, whose)],
      [
        `${name}.Report/definition.pbir`,
        json({
          $schema: schemas.reportItem,
          version: "4.0",
          datasetReference: { byPath: { path: `../${name}.SemanticModel` } },
        }),
      ],
      ...below(
        `${name}.Report`,
        reportFiles(
          makeReport(model, visual?.guid ?? null, {
            marking,
            isOfSeveral: authorities.length > 1,
            isOfBoards,
            indicators: indicatorsOfRows(tables),
          }),
          visual,
        ),
      ),
    ]),
  };
}
