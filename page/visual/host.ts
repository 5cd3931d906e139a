import type powerbi from "powerbi-visuals-api";
import english from "../../stringResources/en-GB/resources.resjson";
import type { Tooltip } from "./tooltip";

const words = english as Readonly<Record<string, string>>;

/** A row of the data view, as the host of the visual tells rows apart. */
interface RowId {
  readonly row: number;
  equals(other: RowId): boolean;
}

const colour = (value: string) => ({ value });
const nothing = (): void => undefined;

/** A selection that nothing else on the page listens to. */
function selectionManager() {
  let selected: RowId[] = [];
  return {
    select: async (ids: RowId[], multiple: boolean) => {
      const isAgain = ids.every((id) => selected.some((held) => held.equals(id)));
      const rest = selected.filter((held) => !ids.some((id) => held.equals(id)));
      selected = isAgain ? (multiple ? rest : []) : multiple ? [...selected, ...ids] : ids;
      return selected;
    },
    clear: async () => {
      selected = [];
      return {};
    },
    getSelectionIds: () => selected,
    hasSelection: () => selected.length > 0,
    showContextMenu: async () => ({}),
    registerOnSelectCallback: nothing,
  };
}

function selectionIdBuilder() {
  let row = -1;
  const builder = {
    withCategory: (_: unknown, index: number) => {
      row = index;
      return builder;
    },
    createSelectionId: (): RowId => {
      const own = row;
      return { row: own, equals: (other) => other.row === own };
    },
  };
  return builder;
}

/** What the visual asks of Power BI, given by the page. `keep` takes what a reader changed. */
export function pageHost(
  tooltip: Tooltip,
  keep: (changes: powerbi.VisualObjectInstancesToPersist) => void,
): powerbi.extensibility.visual.IVisualHost {
  const isHighContrast = matchMedia("(forced-colors: active)").matches;
  const manager = selectionManager();
  const host = {
    hostCapabilities: { allowInteractions: true },
    locale: "en-GB",
    colorPalette: isHighContrast
      ? {
          isHighContrast,
          foreground: colour("CanvasText"),
          foregroundSelected: colour("Highlight"),
          background: colour("Canvas"),
        }
      : {
          isHighContrast,
          foreground: colour("#1d1d1d"),
          foregroundSelected: colour("#1d1d1d"),
          background: colour("#ffffff"),
        },
    createLocalizationManager: () => ({ getDisplayName: (key: string) => words[key] ?? key }),
    createSelectionIdBuilder: selectionIdBuilder,
    createSelectionManager: () => manager,
    tooltipService: { enabled: () => true, ...tooltip },
    eventService: {
      renderingStarted: nothing,
      renderingFinished: nothing,
      renderingFailed: nothing,
    },
    persistProperties: keep,
    displayWarningIcon: nothing,
  };
  return host as unknown as powerbi.extensibility.visual.IVisualHost;
}
