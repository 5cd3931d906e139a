import { roles, type Role } from "./model/roles";
import { settingsTable, type Setting } from "./settings/settings-table";

const TYPES: Readonly<Record<Setting["kind"], object>> = {
  toggle: { bool: true },
  number: { numeric: true },
  text: { text: true },
  choice: { text: true },
  colour: { fill: { solid: { color: true } } },
};

const bind = (to: string): object => ({ bind: { to } });

/** Which way each well that takes a column or a measure is used. */
type Use = Readonly<Record<string, "Grouping" | "Measure">>;

/** Every way to use the wells that take either, so that one of them fits what the author chose. */
const uses: readonly Use[] = roles
  .filter(({ kind }) => kind === "GroupingOrMeasure")
  .reduce<Use[]>(
    (all, { name }) =>
      (["Grouping", "Measure"] as const).flatMap((kind) =>
        all.map((use) => ({ ...use, [name]: kind })),
      ),
    [{}],
  );

/**
 * The mapping for one use. An empty well counts as a column, so that always one mapping fits and
 * the host makes one data view.
 */
function mappingOf(use: Use): object {
  const usedAs = (wanted: string) => (role: Role) => (use[role.name] ?? role.kind) === wanted;
  const condition = ({ name }: Role): object =>
    use[name] === undefined
      ? { max: 1 }
      : { ...(use[name] === "Measure" ? { min: 1 } : {}), max: 1, kind: use[name] };
  return {
    conditions: [
      Object.fromEntries(
        roles.filter(({ many }) => !many).map((role) => [role.name, condition(role)]),
      ),
    ],
    categorical: {
      categories: {
        select: roles.filter(usedAs("Grouping")).map(({ name }) => bind(name)),
        dataReductionAlgorithm: { window: { count: 30_000 } },
      },
      values: {
        select: roles
          .filter(usedAs("Measure"))
          .map(({ name, many }) => (many ? { for: { in: name } } : bind(name))),
      },
    },
  };
}

/**
 * The content of capabilities.json, made from the field wells and the settings table; the packaging
 * writes it and a test holds it to this.
 */
export function capabilities(): object {
  return {
    dataRoles: roles.map(({ name, kind, first }) => ({
      name,
      kind,
      displayNameKey: `role_${name}`,
      displayName: name,
      ...(first ? { descriptionKey: `about_${name}` } : {}),
    })),
    dataViewMappings: uses.map(mappingOf),
    objects: {
      general: { properties: { formatString: { type: { formatting: { formatString: true } } } } },
      ...Object.fromEntries(
        Object.entries(settingsTable).map(([card, table]) => [
          card,
          {
            properties: Object.fromEntries(
              Object.entries(table as Record<string, Setting>).map(([name, { kind }]) => [
                name,
                { type: TYPES[kind] },
              ]),
            ),
          },
        ]),
      ),
      reader: { properties: { state: { type: { text: true } } } },
    },
    sorting: { default: {} },
    tooltips: {
      supportedTypes: { default: true, canvas: true },
      roles: ["tooltips"],
      supportEnhancedTooltips: true,
    },
    supportsHighlight: true,
    supportsKeyboardFocus: true,
    supportsLandingPage: true,
    supportsEmptyDataView: true,
    supportsMultiVisualSelection: true,
    suppressDefaultTitle: true,
    privileges: [],
  };
}
