import "../style/visual.less";
import type powerbi from "powerbi-visuals-api";
import { applyPalette } from "./host/apply-palette";
import { hostColours } from "./host/host-colours";
import { listen, type Handlers } from "./host/interactions";
import { keyboardOn, type Keyboard } from "./host/keyboard";
import { pressed } from "./host/reader-actions";
import { selectionOf, type Selection } from "./host/selection";
import { tooltipOf } from "./host/tooltip";
import { wordsFrom, type Words } from "./host/words";
import { scorecardReader } from "./model/scorecard-reader";
import type { Kpi, Scorecard } from "./model/kpi";
import { readState, type ReaderState } from "./model/reader-state";
import { formattingModel } from "./settings/formatting-model";
import { modelRules } from "./settings/model-rules";
import { paletteOf, type Palette } from "./settings/palettes";
import { readSettings } from "./settings/read-settings";
import type { Settings } from "./settings/settings-table";
import { draw } from "./views/draw";
import { html } from "./views/element";
import { drawMessage } from "./views/landing";
import { columnsIn } from "./views/scorecard/columns/table";
import type { ScorecardView } from "./views/scorecard/scorecard";

/**
 * Bits of the host's update type (its enum is declared but not exported to run time): a change of
 * size, and the end of one.
 */
const RESIZE = 4 | 32;

/** The scorecard visual: reads the data view, draws it, and answers the host. */
export class Visual implements powerbi.extensibility.visual.IVisual {
  private readonly host: powerbi.extensibility.visual.IVisualHost;
  private readonly root: HTMLElement;
  private readonly words: Words;
  private readonly selection: Selection;
  private readonly keyboard: Keyboard;
  private readonly reader = scorecardReader();
  private settings: Settings = readSettings(undefined);
  private scorecard: Scorecard = {
    kpis: [],
    asAt: null,
    refreshed: null,
    regionName: null,
    headings: {},
    wells: new Set(),
    warnings: [],
  };
  private state: ReaderState = readState("", this.settings);
  private kept = "";
  private selected: ReadonlySet<string> = new Set();
  private view: ScorecardView | null = null;
  private size = { width: 0, height: 0 };
  private editing = false;

  constructor(options?: powerbi.extensibility.visual.VisualConstructorOptions) {
    if (!options) throw new Error("The host gave the visual no options.");
    this.host = options.host;
    this.words = wordsFrom(
      this.host.createLocalizationManager(),
      () => this.settings.comparators.words === "comparators",
    );
    this.root = html("div", { class: "send-scorecard" });
    options.element.append(this.root);
    this.selection = selectionOf(this.host, () => this.selectionChanged());
    const tooltip = tooltipOf(this.host.tooltipService, this.words);
    const handlers: Handlers = {
      enabled: () => this.host.hostCapabilities?.allowInteractions !== false,
      press: (press) => {
        if (press.act === "polarity") this.keep("status", { polarity: press.of });
        else this.change(pressed(this.state, press, this.scorecard));
      },
      select: (key, multiple) =>
        void this.withKpi(key, (kpi) =>
          this.selection.select(kpi, multiple).then(() => this.selectionChanged()),
        ),
      clear: () => void this.selection.clear().then(() => this.selectionChanged()),
      menu: (key, x, y) => this.selection.menu(this.kpi(key), { x, y }),
      point: (key, x, y, touch) => {
        const kpi = this.kpi(key);
        tooltip(kpi, kpi && this.selection.idOf(kpi), { x, y, touch });
      },
    };
    listen(this.root, handlers);
    this.keyboard = keyboardOn(this.root, handlers, () => this.state.open);
    this.root.addEventListener("scroll", () => this.view?.scrolled(), {
      capture: true,
      passive: true,
    });
  }

  update(options: powerbi.extensibility.visual.VisualUpdateOptions): void {
    this.host.eventService.renderingStarted(options);
    try {
      const { width, height } = options.viewport;
      this.editing = Number(options.viewMode ?? 0) > 0;
      this.size = { width, height };
      const type: number = options.type ?? 0;
      const resizeOnly = type !== 0 && (type & ~RESIZE) === 0;
      if (!resizeOnly) this.read(options.dataViews?.[0]);
      this.draw();
      this.host.eventService.renderingFinished(options);
    } catch (error) {
      this.root.replaceChildren();
      this.view = null;
      drawMessage(this.root, this.words("message_title"), this.words("message_failed"));
      this.host.eventService.renderingFailed(options, error instanceof Error ? error.name : "");
    }
  }

  getFormattingModel(): powerbi.visuals.FormattingModel {
    return formattingModel(this.settings, this.palette(), this.words, {
      highContrast: this.host.colorPalette.isHighContrast,
      columns: this.scorecard.kpis.length === 0 ? null : columnsIn(this.scorecard),
    });
  }

  destroy(): void {
    this.root.remove();
  }

  private read(dataView: powerbi.DataView | undefined): void {
    const objects = dataView?.metadata?.objects;
    const before = JSON.stringify(this.settings.layout);
    this.settings = readSettings(objects);
    const kept = objects?.reader?.state;
    const text = typeof kept === "string" ? kept : "";
    if (text !== this.kept || before !== JSON.stringify(this.settings.layout))
      this.state = readState(text, this.settings);
    this.kept = text;
    this.scorecard = this.reader(
      dataView,
      modelRules(this.settings, Math.floor(Date.now() / 86_400_000)),
    );
    this.selection.use(dataView?.categorical?.categories?.[0]);
    this.selected = this.selection.keys(this.scorecard.kpis);
    const warning = this.scorecard.warnings.find(({ key }) => key !== "warning_no_indicator");
    if (warning)
      this.host.displayWarningIcon?.(
        this.words("message_title"),
        this.words(warning.key, warning.count),
      );
  }

  private draw(): void {
    this.root.dataset.focused = String(
      this.root.contains(document.activeElement) && document.activeElement !== this.root,
    );
    this.keyboard.release();
    applyPalette(
      this.root,
      this.palette(),
      this.settings,
      this.host.colorPalette.isHighContrast
        ? { selected: this.host.colorPalette.foregroundSelected.value }
        : null,
    );
    const scene = {
      scorecard: this.scorecard,
      settings: this.settings,
      words: this.words,
      state: this.state,
      selected: this.selected,
      editing: this.editing,
      ...this.size,
    };
    this.view = draw(this.root, scene, this.view);
    this.keyboard.restore(this.view);
  }

  /** Keeps what the reader did in the report, so that bookmarks hold it, and draws it. */
  private change(state: ReaderState): void {
    if (state === this.state) return;
    this.state = state;
    this.kept = JSON.stringify(state);
    this.keep("reader", { state: this.kept });
    this.draw();
  }

  /** Keeps properties in the report; the host answers with an update where they are settings. */
  private keep(objectName: string, properties: Record<string, string>): void {
    const selector = null as unknown as powerbi.data.Selector;
    this.host.persistProperties({ merge: [{ objectName, properties, selector }] });
  }

  private selectionChanged(): void {
    this.selected = this.selection.keys(this.scorecard.kpis);
    for (const item of this.root.querySelectorAll<HTMLElement>("[data-key]")) {
      item.setAttribute(
        item.matches("tr") ? "aria-selected" : "aria-pressed",
        String(this.selected.has(item.dataset.key ?? "")),
      );
    }
  }

  private kpi(key: string | null): Kpi | null {
    return key === null ? null : (this.scorecard.kpis.find((kpi) => kpi.key === key) ?? null);
  }

  private withKpi(key: string, use: (kpi: Kpi) => void): void {
    const kpi = this.kpi(key);
    if (kpi) use(kpi);
  }

  private palette(): Palette {
    return paletteOf(this.settings.colours, hostColours(this.host.colorPalette));
  }
}
