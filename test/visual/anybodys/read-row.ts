import type { Opened } from "../host";

/** Columns whose cells are read. */
const CELLS = ["value", "target", "status", "ownStatus", "asAt"] as const;

/**
 * A row of the scorecard as a reader sees it: the texts of its cells, without those for screen
 * readers.
 */
export type DrawnRow = Readonly<Record<(typeof CELLS)[number], string>> & {
  readonly name: string;
  /** `up, improving`; blank where no arrow is drawn. */
  readonly direction: string;
};

/** The rows that are drawn. */
export const drawnRows = (frame: Opened["frame"]): Promise<DrawnRow[]> =>
  frame.evaluate(
    (cells) =>
      [...document.querySelectorAll("tr.kpi")].map((row) => ({
        name: row.querySelector(".name")?.textContent ?? "",
        direction: row.querySelector(".c-direction .direction .sr-only")?.textContent ?? "",
        ...(Object.fromEntries(
          cells.map((column) => {
            const cell = row.querySelector(`.c-${column}`)?.cloneNode(true) as Element | undefined;
            for (const hidden of cell?.querySelectorAll(".sr-only, .spc") ?? []) hidden.remove();
            return [column, cell?.textContent?.trim() ?? ""];
          }),
        ) as Record<(typeof cells)[number], string>),
      })),
    CELLS,
  );
