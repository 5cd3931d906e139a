import type powerbi from "powerbi-visuals-api";
import type { Words } from "../host/words";
import { columnIds } from "./column-ids";
import type { Palette } from "./palettes";
import { settingsTable, type Setting, type Settings } from "./settings-table";

// Written out in the host's form (formatting model of API 5.11): a library for it would be a tenth
// of the package.

/**
 * Rows of the first grouping, matched one by one: where the host may put the colours of an author's
 * rule. A single colour goes to the whole visual.
 */
const BY_RULE = {
  selector: { data: [{ dataViewWildcard: { matchingOption: 0 } }] },
  altConstantValueSelector: null,
  instanceKind: 3,
};

const CONTROLS: Readonly<Record<Setting["kind"], string>> = {
  toggle: "ToggleSwitch",
  number: "NumUpDown",
  text: "TextInput",
  choice: "Dropdown",
  colour: "ColorPicker",
};

interface Reader {
  readonly settings: Settings;
  readonly palette: Palette;
  readonly words: Words;
}

/**
 * The formatting pane: a card for each card of the settings table, a group for each column. In high
 * contrast the colours are the host's and their card is not shown.
 */
export function formattingModel(
  settings: Settings,
  palette: Palette,
  words: Words,
  highContrast: boolean,
): powerbi.visuals.FormattingModel {
  const reader = { settings, palette, words };
  const cards = Object.entries(settingsTable)
    .filter(([card]) => !(highContrast && card === "colours"))
    .map(([card, table]) => {
      const group = (name: string, displayName: string, prefix: string): object => ({
        displayName,
        uid: `${name}-group`,
        slices: Object.entries<Setting>(table)
          .filter(([setting]) => setting.startsWith(prefix))
          .map(([setting, kind]) => sliceOf(card, setting, kind, reader)),
      });
      const displayName = words(`set_${card}`);
      return {
        displayName,
        uid: `${card}-card`,
        groups:
          card === "columns"
            ? columnIds.map((id) => group(`${card}-${id}`, words(`column_${id}`), id))
            : [group(card, displayName, "")],
        revertToDefaultDescriptors: Object.keys(table).map((propertyName) => ({
          objectName: card,
          propertyName,
        })),
      };
    });
  return { cards } as unknown as powerbi.visuals.FormattingModel;
}

function sliceOf(
  card: string,
  name: string,
  setting: Setting,
  { settings, palette, words }: Reader,
): object {
  const value = (settings as unknown as Record<string, Record<string, boolean | number | string>>)[
    card
  ][name];
  const title =
    card === "columns"
      ? `set_column_${/(Show|Heading|Width|Place)$/.exec(name)![1].toLowerCase()}`
      : `set_${card}_${name}`;
  const descriptor = {
    objectName: card,
    propertyName: name,
    ...("rule" in setting ? BY_RULE : {}),
  };
  return {
    displayName: words(title),
    uid: `${card}-${name}`,
    control: {
      type: CONTROLS[setting.kind],
      properties: { descriptor, ...contentOf(name, setting, value, { palette, words }) },
    },
  };
}

/** What a control shows, and what may be chosen in it. */
function contentOf(
  name: string,
  setting: Setting,
  value: boolean | number | string,
  { palette, words }: Pick<Reader, "palette" | "words">,
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
    case "colour":
      return { value: { value: value === "" ? palette[name as keyof Palette] : value } };
  }
}
