import type powerbi from "powerbi-visuals-api";
import welsh from "../../../stringResources/cy-GB/resources.resjson";
import english from "../../../stringResources/en-GB/resources.resjson";

/**
 * A host for tests that run the visual's own source: it records what the visual calls and answers
 * as Power BI does.
 */
export interface TestHost {
  readonly host: powerbi.extensibility.visual.IVisualHost;
  readonly calls: { readonly name: string; readonly values: readonly unknown[] }[];
  /** Names of the calls so far, in order, and none afterwards. */
  taken(): string[];
  /** Rows selected now. */
  selectedRows(): number[];
  /** As a bookmark or another visual does it. */
  bookmark(rows: readonly number[]): void;
}

export interface TestHostOptions {
  readonly highContrast?: boolean;
  readonly allowInteractions?: boolean;
  readonly locale?: "en-GB" | "cy-GB";
}

interface Id {
  readonly row: number;
  equals(other: Id): boolean;
}

export const englishWords = english as Readonly<Record<string, string>>;

export function testHost({
  highContrast = false,
  allowInteractions = true,
  locale = "en-GB",
}: TestHostOptions = {}): TestHost {
  const calls: { name: string; values: readonly unknown[] }[] = [];
  const record =
    <T>(name: string, answer: (...values: never[]) => T) =>
    (...values: unknown[]): T => {
      calls.push({ name, values });
      return answer(...(values as never[]));
    };
  const none = (): void => undefined;
  const idOf = (row: number): Id => ({ row, equals: (other) => other.row === row });
  let selected: Id[] = [];
  let onSelect: (ids: Id[]) => void = none;
  const colour = (value: string) => ({ value });
  const colours = highContrast
    ? {
        isHighContrast: true,
        foreground: colour("#ffff00"),
        foregroundSelected: colour("#00ff00"),
        background: colour("#000000"),
      }
    : {
        isHighContrast: false,
        foreground: colour("#252423"),
        foregroundSelected: colour("#252423"),
        background: colour("#ffffff"),
        positive: colour("#1aab40"),
        neutral: colour("#d9b300"),
        negative: colour("#d64554"),
      };
  const host = {
    hostCapabilities: { allowInteractions },
    colorPalette: colours,
    locale: "en-GB",
    createLocalizationManager: () => ({
      getDisplayName: (key: string) =>
        (locale === "cy-GB" ? (welsh as typeof englishWords) : englishWords)[key] ?? key,
    }),
    createSelectionIdBuilder: () => {
      let row = -1;
      const builder = {
        withCategory: (_: unknown, index: number) => ((row = index), builder),
        createSelectionId: () => idOf(row),
      };
      return builder;
    },
    createSelectionManager: () => ({
      select: record(
        "select",
        async (ids: Id[], multiple: boolean) => (selected = multiple ? [...selected, ...ids] : ids),
      ),
      clear: record("clear", async () => (selected = [])),
      getSelectionIds: () => selected,
      hasSelection: () => selected.length > 0,
      showContextMenu: record("showContextMenu", async () => ({})),
      registerOnSelectCallback: (callback: typeof onSelect) => (onSelect = callback),
    }),
    tooltipService: {
      enabled: () => true,
      show: record("tooltip.show", none),
      move: record("tooltip.move", none),
      hide: record("tooltip.hide", none),
    },
    eventService: {
      renderingStarted: record("renderingStarted", none),
      renderingFinished: record("renderingFinished", none),
      renderingFailed: record("renderingFailed", none),
    },
    persistProperties: record("persistProperties", none),
    displayWarningIcon: record("displayWarningIcon", none),
  };
  return {
    host: host as unknown as powerbi.extensibility.visual.IVisualHost,
    calls,
    taken: () => calls.splice(0).map(({ name }) => name),
    selectedRows: () => selected.map(({ row }) => row),
    bookmark: (rows) => {
      selected = rows.map(idOf);
      onSelect(selected);
    },
  };
}
