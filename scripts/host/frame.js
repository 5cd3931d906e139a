// Runs inside the sandboxed frame, in place of Power BI: loads a packaged visual, records every call it makes of its host.
(() => {
  const calls = (window.__calls = []);
  // The data of an update is the host's own: to copy it would take longer than to draw it.
  const plain = (value) => {
    try {
      return JSON.parse(JSON.stringify(value?.dataViews ? null : (value ?? null)));
    } catch {
      return String(value);
    }
  };
  const record =
    (name, answer) =>
    (...args) => {
      calls.push([name, args.map(plain)]);
      return typeof answer === "function" ? answer(...args) : answer;
    };
  const colour = (value) => ({ value });

  const identity = (parts) => ({
    parts,
    equals: (other) => JSON.stringify(other?.parts) === JSON.stringify(parts),
    includes: () => false,
    getKey: () => JSON.stringify(parts),
    getSelector: () => parts,
    getSelectorsByColumn: () => ({}),
    hasIdentity: () => true,
  });
  const builder = () => {
    const parts = {};
    const self = {
      withCategory: (column, index) => ((parts[column.source.queryName] = index), self),
      createSelectionId: () => identity({ ...parts }),
    };
    return self;
  };

  let selected = [];
  let onSelect = () => {};
  const selectionManager = {
    select: record("select", async (ids, multiple) => {
      const list = [].concat(ids);
      const all = list.every((id) => selected.some((held) => held.equals(id)));
      const rest = selected.filter((held) => !list.some((id) => held.equals(id)));
      selected = all ? (multiple ? rest : []) : multiple ? [...selected, ...list] : list;
      return selected;
    }),
    clear: record("clear", async () => ((selected = []), {})),
    hasSelection: () => selected.length > 0,
    getSelectionIds: () => selected,
    showContextMenu: record("showContextMenu", async () => ({})),
    registerOnSelectCallback: (callback) => (onSelect = callback),
  };
  window.__bookmark = (rows, queryName) => {
    selected = rows.map((row) => identity({ [queryName]: row }));
    onSelect(selected);
  };

  const host = ({ highContrast = false, allowInteractions = true, locale = "en-GB" }, strings) => ({
    createSelectionIdBuilder: builder,
    createSelectionManager: () => selectionManager,
    colorPalette: highContrast
      ? {
          isHighContrast: true,
          foreground: colour("#ffff00"),
          foregroundSelected: colour("#00ff00"),
          background: colour("#000000"),
          hyperlink: colour("#00ffff"),
        }
      : {
          isHighContrast: false,
          foreground: colour("#252423"),
          foregroundSelected: colour("#252423"),
          background: colour("#ffffff"),
          hyperlink: colour("#0078d4"),
          positive: colour("#1aab40"),
          negative: colour("#d64554"),
          neutral: colour("#d9b300"),
        },
    tooltipService: {
      enabled: () => true,
      show: record("tooltip.show"),
      move: record("tooltip.move"),
      hide: record("tooltip.hide"),
    },
    eventService: {
      renderingStarted: record("renderingStarted"),
      renderingFinished: record("renderingFinished"),
      renderingFailed: record("renderingFailed"),
    },
    persistProperties: record("persistProperties"),
    displayWarningIcon: record("displayWarningIcon"),
    createLocalizationManager: () => ({
      getDisplayName: (key) => strings[locale]?.[key] ?? strings["en-US"]?.[key] ?? key,
    }),
    hostCapabilities: { allowInteractions },
    locale,
  });

  window.__open = ({ script, style, guid, strings, options = {} }) => {
    window.powerbi = { visuals: { plugins: {} } };
    document.head.append(
      Object.assign(document.createElement("style"), { textContent: style ?? "" }),
    );
    document.body.append(Object.assign(document.createElement("script"), { textContent: script }));
    const plugin = window.powerbi.visuals.plugins[guid];
    if (!plugin) throw new Error(`The package registered no visual ${guid}.`);
    const element = document.querySelector("#visual");
    element.className = `visual visual-${guid}`;
    element.style.position = "relative";
    window.__element = element;
    window.__visual = plugin.create({ element, host: host(options, strings) });
  };

  /** One update; returns the milliseconds until the visual returned and its layout was done. */
  window.__update = ({ dataViews = [], viewport, type = 2 }) => {
    Object.assign(window.__element.style, {
      width: `${viewport.width}px`,
      height: `${viewport.height}px`,
    });
    for (const view of dataViews)
      if (view?.categorical?.values) view.categorical.values.grouped = () => [];
    const started = performance.now();
    window.__visual.update({ type, viewMode: 0, viewport, dataViews });
    void window.__element.getBoundingClientRect().height;
    void document.body.scrollHeight;
    return performance.now() - started;
  };
  window.addEventListener("message", ({ data }) => {
    if (data?.open) window.__open(data.open);
    if (data?.update) window.__update(data.update);
  });
})();
