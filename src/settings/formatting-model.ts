import type powerbi from "powerbi-visuals-api";
import type { Words } from "../host/words";
import { columnIds } from "./column-ids";
import type { Palette } from "./palettes";
import { settingsTable, type Setting, type Settings } from "./settings-table";

type Slice = powerbi.visuals.FormattingSlice;
type Group = powerbi.visuals.FormattingGroup;

/** Rows of the first grouping, matched one by one: where the host may put the colours of an author's rule. */
const EACH_ROW = { data: [{ dataViewWildcard: { matchingOption: 0 } }] } as unknown as powerbi.data.Selector;
const CONSTANT_OR_RULE = 3;

/**
 * The formatting pane: a card for each card of the settings table, a group for each column. In high contrast the colours are
 * the host's and their card is not shown.
 */
export function formattingModel(settings: Settings, palette: Palette, words: Words, highContrast: boolean): powerbi.visuals.FormattingModel {
  const cards = Object.entries(settingsTable).filter(([card]) => !(highContrast && card === "colours"));
  return {
    cards: cards.map(([card, table]) => {
      const names = Object.keys(table);
      const groups: Group[] = card === "columns" ? columnIds.map((id) => group(`${card}-${id}`, words(`column_${id}`), names.filter((name) => name.startsWith(id)))) : [group(card, words(`set_${card}`), names)];
      return { uid: `${card}-card`, displayName: words(`set_${card}`), groups, revertToDefaultDescriptors: names.map((propertyName) => ({ objectName: card, propertyName })) };

      function group(uid: string, displayName: string, members: readonly string[]): Group {
        return { uid: `${uid}-group`, displayName, slices: members.map((name) => slice(card, name, (table as Record<string, Setting>)[name], settings, palette, words)) };
      }
    }),
  };
}

function slice(card: string, name: string, setting: Setting, settings: Settings, palette: Palette, words: Words): Slice {
  const value = (settings as unknown as Record<string, Record<string, boolean | number | string>>)[card][name];
  const descriptor = { objectName: card, propertyName: name };
  const titleKey = card === "columns" ? `set_column_${/(Show|Heading|Width|Place)$/.exec(name)![1].toLowerCase()}` : `set_${card}_${name}`;
  return { uid: `${card}-${name}-slice`, displayName: words(titleKey), control: control() } as unknown as Slice;

  function control(): { type: string; properties: object } {
    switch (setting.kind) {
      case "toggle":
        return { type: "ToggleSwitch", properties: { descriptor, value } };
      case "text":
        return { type: "TextInput", properties: { descriptor, value, placeholder: "" } };
      case "number":
        return { type: "NumUpDown", properties: { descriptor, value, options: { minValue: { type: 0, value: setting.min }, maxValue: { type: 1, value: setting.max } } } };
      case "choice": {
        const items = setting.choices.map((choice) => ({ value: choice, displayName: words(`choice_${choice.toLowerCase().replace(/ /g, "_")}`) }));
        return { type: "Dropdown", properties: { descriptor, items, value: items.find((item) => item.value === value) } };
      }
      case "colour": {
        const rule = setting.rule ? { ...descriptor, selector: EACH_ROW, altConstantValueSelector: undefined, instanceKind: CONSTANT_OR_RULE } : descriptor;
        return { type: "ColorPicker", properties: { descriptor: rule, value: { value: value === "" ? palette[name as keyof Palette] : value } } };
      }
    }
  }
}
