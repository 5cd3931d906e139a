import type powerbi from "powerbi-visuals-api";
import type { Words } from "../host/words";
import { columnIds, type ColumnId } from "./column-ids";
import type { Palette } from "./palettes";
import { settingsTable, type Setting, type Settings } from "./settings-table";

/**
 * Rows of the first grouping, matched one by one: where the host may put the colours of an author's
 * rule.
 */
const EACH_ROW = {
  data: [{ dataViewWildcard: { matchingOption: 0 } }],
} as unknown as powerbi.data.Selector;
/** A colour without a rule is one for the whole visual, not for each row. */
const WHOLE = { static: {} } as unknown as powerbi.data.Selector;
const CONSTANT_OR_RULE = 3;

/** The columns that a card of settings is of: without one of them in sight it is not shown. */
const NEEDED: Readonly<Partial<Record<keyof Settings, readonly ColumnId[]>>> = {
  own: ["ownStatus"],
  comparators: ["england", "region", "neighbours"],
  direction: ["direction"],
  trend: ["trend"],
};

/** What the pane is for, beside the settings. */
interface PaneOf {
  readonly highContrast: boolean;
  /** Columns that the data fills; null shows the settings of all. */
  readonly columns: ReadonlySet<ColumnId> | null;
}

/**
 * The formatting pane: a card for each card of the settings table, a group for each column. What
 * the data has nothing for is not shown, so that the pane is short; nor are colours in high
 * contrast, where they are the host's.
 */
export function formattingModel(
  settings: Settings,
  palette: Palette,
  words: Words,
  { highContrast, columns }: PaneOf,
): powerbi.visuals.FormattingModel {
  const shown = Object.entries(settingsTable).filter(([card]) => {
    const needed = NEEDED[card as keyof Settings];
    const isOfUse = columns === null || !needed || needed.some((id) => columns.has(id));
    return isOfUse && !(highContrast && card === "colours");
  });
  const cards = shown.map(([card, table]) => {
    const group = (name: string, displayName: string, prefix: string): Group => ({
      displayName,
      slices: Object.entries<Setting>(table)
        .filter(([setting]) => setting.startsWith(prefix))
        .map(([setting, kind]) => slice(card, setting, kind, { settings, palette, words })),
      uid: `${name}-group`,
    });
    const displayName = words(`set_${card}`);
    const groups =
      card === "columns"
        ? columnIds
            .filter((id) => columns?.has(id) ?? true)
            .map((id) => group(`${card}-${id}`, words(`column_${id}`), id))
        : [group(card, displayName, "")];
    return {
      displayName,
      groups,
      uid: `${card}-card`,
      revertToDefaultDescriptors: groups.flatMap(({ slices }) =>
        slices.map(({ control }) => {
          const { objectName, propertyName } = control.properties.descriptor;
          return { objectName, propertyName };
        }),
      ),
    };
  });
  return { cards } as unknown as powerbi.visuals.FormattingModel;
}

/** Where a setting is kept in the report. */
interface Descriptor {
  readonly objectName: string;
  readonly propertyName: string;
}

/** A setting of the pane, as the host's formatting model has it. */
interface Slice {
  readonly displayName: string;
  readonly uid: string;
  readonly control: {
    readonly type: string;
    readonly properties: { readonly descriptor: Descriptor };
  };
}

interface Group {
  readonly displayName: string;
  readonly slices: readonly Slice[];
  readonly uid: string;
}

/** The control of each kind of setting, as the host names it. */
const CONTROLS = {
  toggle: "ToggleSwitch",
  text: "TextInput",
  number: "NumUpDown",
  choice: "Dropdown",
  colour: "ColorPicker",
} as const;

function slice(
  card: string,
  name: string,
  setting: Setting,
  { settings, palette, words }: { settings: Settings; palette: Palette; words: Words },
): Slice {
  const value = (settings as unknown as Record<string, Record<string, boolean | number | string>>)[
    card
  ][name];
  const titleKey =
    card === "columns"
      ? `set_column_${/(Show|Heading|Width|Place)$/.exec(name)![1].toLowerCase()}`
      : `set_${card}_${name}`;
  return {
    displayName: words(titleKey),
    uid: `${card}-${name}`,
    control: {
      type: CONTROLS[setting.kind],
      properties: {
        descriptor: { objectName: card, propertyName: name, ...ruleOf(setting) },
        ...contentOf(name, setting, value, { palette, words }),
      },
    },
  };
}

/** What lets an author take a setting from a rule or a field. */
const ruleOf = (setting: Setting): object =>
  (setting.kind !== "colour" && setting.kind !== "text") || !setting.rule
    ? {}
    : setting.kind === "text"
      ? { instanceKind: CONSTANT_OR_RULE }
      : { selector: EACH_ROW, altConstantValueSelector: WHOLE, instanceKind: CONSTANT_OR_RULE };

/** What a control of each kind shows. */
function contentOf(
  name: string,
  setting: Setting,
  value: boolean | number | string,
  { palette, words }: { palette: Palette; words: Words },
): object {
  switch (setting.kind) {
    case "toggle":
      return { value };
    case "text":
      return { value, placeholder: "" };
    case "number":
      return {
        value,
        options: {
          minValue: { type: 0, value: setting.min },
          maxValue: { type: 1, value: setting.max },
        },
      };
    case "choice": {
      const items = setting.choices.map((choice) => ({
        value: choice,
        displayName: words(`choice_${choice.toLowerCase().replace(/ /g, "_")}`),
      }));
      return { value: items.find((item) => item.value === value), items };
    }
    case "colour": {
      const own = palette[(name === "row" ? "background" : name) as keyof Palette];
      return { value: { value: value === "" ? own : value } };
    }
  }
}
