import type powerbi from "powerbi-visuals-api";
import { Visual } from "../../../src/visual";
import { testHost, type TestHost, type TestHostOptions } from "./test-host";

export interface OpenVisual extends TestHost {
  readonly visual: Visual;
  readonly element: HTMLElement;
  update(
    dataView?: powerbi.DataView,
    options?: { width?: number; height?: number; type?: number; viewMode?: number },
  ): void;
  all(selector: string): HTMLElement[];
  one(selector: string): HTMLElement;
  key(key: string, options?: KeyboardEventInit): void;
  close(): void;
}

/** The visual in the page, in an element of the size of its viewport. */
export function openVisual(options?: TestHostOptions): OpenVisual {
  const test = testHost(options);
  const element = document.createElement("div");
  document.body.append(element);
  const visual = new Visual({
    element,
    host: test.host,
  } as powerbi.extensibility.visual.VisualConstructorOptions);
  const all = (selector: string): HTMLElement[] => [
    ...element.querySelectorAll<HTMLElement>(selector),
  ];
  return {
    ...test,
    visual,
    element,
    all,
    one: (selector) => {
      const found = all(selector);
      if (found.length === 0) throw new Error(`Nothing matches ${selector}`);
      return found[0];
    },
    update: (dataView, { width = 1280, height = 720, type, viewMode } = {}) => {
      element.style.cssText = `position:relative;width:${width}px;height:${height}px`;
      visual.update({
        viewport: { width, height },
        dataViews: dataView ? [dataView] : [],
        type,
        viewMode,
      } as powerbi.extensibility.visual.VisualUpdateOptions);
    },
    key: (key, init = {}) => {
      document.activeElement?.dispatchEvent(
        new KeyboardEvent("keydown", { key, bubbles: true, cancelable: true, ...init }),
      );
    },
    close: () => {
      visual.destroy();
      element.remove();
    },
  };
}
