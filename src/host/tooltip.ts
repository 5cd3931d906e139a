import type powerbi from "powerbi-visuals-api";
import type { Kpi } from "../model/kpi";
import { tooltipItems } from "../model/tooltip-items";
import type { Words } from "./words";

/** Where the reader points, in pixels of the page. */
interface Pointer {
  readonly x: number;
  readonly y: number;
  readonly touch: boolean;
}

/** Shows, moves and hides the host's tooltip; report-page tooltips get the row's identity. */
export function tooltipOf(
  service: powerbi.extensibility.ITooltipService,
  words: Words,
): (kpi: Kpi | null, identity: powerbi.visuals.ISelectionId | null, at: Pointer) => void {
  let shown: string | null = null;
  return (kpi, identity, { x, y, touch: isTouchEvent }) => {
    if (kpi === null || !service.enabled()) {
      if (shown !== null) service.hide({ immediately: true, isTouchEvent });
      shown = null;
      return;
    }
    const options = {
      coordinates: [x, y],
      isTouchEvent,
      dataItems: tooltipItems(kpi, words),
      identities: identity ? [identity] : [],
    };
    if (shown === kpi.key) service.move(options);
    else service.show(options);
    shown = kpi.key;
  };
}
