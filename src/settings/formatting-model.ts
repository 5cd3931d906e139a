import type powerbi from "powerbi-visuals-api";
import {
  formattingSettings,
  FormattingSettingsService,
} from "powerbi-visuals-utils-formattingmodel";
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
  const cards = Object.entries(settingsTable).map(([card, table]) => {
    const group = (name: string, displayName: string, prefix: string): formattingSettings.Group => {
      const members = Object.entries<Setting>(table).filter(([setting]) =>
        setting.startsWith(prefix),
      );
      return new formattingSettings.Group({
        name,
        displayName,
        slices: members.map(([setting, kind]) =>
          slice(card, setting, kind, { settings, palette, words }),
        ),
      });
    };
    const displayName = words(`set_${card}`);
    const groups =
      card === "columns"
        ? columnIds
            .filter((id) => columns?.has(id) ?? true)
            .map((id) => group(`${card}-${id}`, words(`column_${id}`), id))
        : [group(card, displayName, "")];
    const needed = NEEDED[card as keyof Settings];
    const isOfUse = columns === null || !needed || needed.some((id) => columns.has(id));
    return {
      name: card,
      displayName,
      visible: isOfUse && !(highContrast && card === "colours"),
      groups,
    };
  });
  return new FormattingSettingsService().buildFormattingModel({ cards });
}

function slice(
  card: string,
  name: string,
  setting: Setting,
  { settings, palette, words }: { settings: Settings; palette: Palette; words: Words },
): formattingSettings.Slice {
  const value = (settings as unknown as Record<string, Record<string, boolean | number | string>>)[
    card
  ][name];
  const titleKey =
    card === "columns"
      ? `set_column_${/(Show|Heading|Width|Place)$/.exec(name)![1].toLowerCase()}`
      : `set_${card}_${name}`;
  const named = { name, displayName: words(titleKey) };
  switch (setting.kind) {
    case "toggle":
      return new formattingSettings.ToggleSwitch({ ...named, value: value as boolean });
    case "text":
      return new formattingSettings.TextInput({
        ...named,
        value: value as string,
        placeholder: "",
        ...(setting.rule ? { instanceKind: CONSTANT_OR_RULE } : {}),
      });
    case "number":
      return new formattingSettings.NumUpDown({
        ...named,
        value: value as number,
        options: {
          minValue: { type: 0, value: setting.min },
          maxValue: { type: 1, value: setting.max },
        },
      });
    case "choice": {
      const items = setting.choices.map((choice) => ({
        value: choice,
        displayName: words(`choice_${choice.toLowerCase().replace(/ /g, "_")}`),
      }));
      return new formattingSettings.ItemDropdown({
        ...named,
        items,
        value: items.find((item) => item.value === value)!,
      });
    }
    case "colour": {
      const rule = setting.rule
        ? { selector: EACH_ROW, altConstantSelector: WHOLE, instanceKind: CONSTANT_OR_RULE }
        : {};
      return new formattingSettings.ColorPicker({
        ...named,
        ...rule,
        value: {
          value:
            value === ""
              ? palette[(name === "row" ? "background" : name) as keyof Palette]
              : (value as string),
        },
      });
    }
  }
}
