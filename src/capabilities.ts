import { roles } from "./model/roles";
import { settingsTable, type Setting } from "./settings/settings-table";

const TYPES: Readonly<Record<Setting["kind"], object>> = {
  toggle: { bool: true },
  number: { numeric: true },
  text: { text: true },
  choice: { text: true },
  colour: { fill: { solid: { color: true } } },
};

const bind = (to: string): object => ({ bind: { to } });

/**
 * The content of capabilities.json, made from the field wells and the settings table; the packaging
 * writes it and a test holds it to this.
 */
export function capabilities(): object {
  const groupings = roles.filter(({ kind }) => kind === "Grouping");
  const measures = roles.filter(({ kind }) => kind === "Measure");
  const once = roles.filter(({ many }) => !many);
  return {
    dataRoles: roles.map(({ name, kind }) => ({
      name,
      kind,
      displayNameKey: `role_${name}`,
      displayName: name,
    })),
    dataViewMappings: [
      {
        conditions: [Object.fromEntries(once.map(({ name }) => [name, { max: 1 }]))],
        categorical: {
          categories: {
            select: groupings.map(({ name }) => bind(name)),
            dataReductionAlgorithm: { window: { count: 30_000 } },
          },
          values: {
            select: measures.map(({ name, many }) => (many ? { for: { in: name } } : bind(name))),
          },
        },
      },
    ],
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
