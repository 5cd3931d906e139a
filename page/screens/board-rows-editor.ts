import type { TypedNote, WrittenBoard, WrittenKpi } from "../../prep/sources/board-file/board-file";
import {
  kpiColumns,
  noteColumns,
  TARGET_TYPE,
  type BoardColumn,
  type KpiField,
} from "../../prep/sources/board-file/columns";
import { html } from "../../src/views/element";

/** Columns of a board that the page shows; the others stay as they are. */
const SHOWN: readonly KpiField[] = [
  "kpi",
  "printed_name",
  "section",
  "polarity",
  "tolerance",
  "owner",
];
const NAMES = "kpi-names";

const commentary = noteColumns.find(({ field }) => field === "commentary")!;

/** A cell to type in, or to choose in where the column has a list. */
function cellOf(
  { heading, type, list }: Pick<BoardColumn, "heading" | "type" | "list">,
  { row, value, names }: { row: number; value: string; names?: true },
): HTMLInputElement | HTMLSelectElement {
  const label = `${heading}, row ${row + 1}`;
  if (!list) {
    const input = html("input", { type: "text", "aria-label": label, title: type, value });
    if (names) input.setAttribute("list", NAMES);
    return input;
  }
  const choices = ["", ...list, ...(value === "" || list.includes(value) ? [] : [value])];
  return html(
    "select",
    { "aria-label": label, title: type },
    ...choices.map((one) => html("option", { value: one, selected: one === value }, one)),
  );
}

/** Whether a note is of a KPI: it names it as the board prints it, or as the catalogue does. */
const isNoteOf = (note: TypedNote, { cells, result }: WrittenKpi): boolean =>
  [cells.printed_name, cells.kpi].includes(note.kpi) && note.period === result?.latest_period;

type Cell = HTMLInputElement | HTMLSelectElement;

interface Row {
  readonly kpi: WrittenKpi;
  readonly cells: ReadonlyMap<KpiField, Cell>;
  readonly target: Cell;
  /** Null where no figure says for which period it would be. */
  readonly note: Cell | null;
}

const keptText = (cell: Cell): string => cell.value.trim();

function typedKpi({ kpi, cells, target }: Row): WrittenKpi {
  const typed = [...cells].map(([field, cell]) => [field, keptText(cell)] as const);
  const changed = Object.fromEntries(typed);
  const kept = Object.entries({ ...kpi.cells, ...changed }).filter(([, text]) => text !== "");
  const [first, ...more] = kpi.targets;
  const now = keptText(target);
  return {
    ...kpi,
    cells: Object.fromEntries(kept),
    targets: now === "" ? more : [{ target: now, from: first?.from ?? "" }, ...more],
  };
}

/** The notes with the commentary that was typed for the latest period of each KPI. */
function typedNotes(notes: readonly TypedNote[], rows: readonly Row[]): TypedNote[] {
  const left = [...notes];
  for (const { kpi, note } of rows) {
    if (note === null) continue;
    const at = left.findIndex((one) => isNoteOf(one, kpi));
    const words = keptText(note);
    if (at >= 0) left[at] = { ...left[at], commentary: words };
    else if (words !== "")
      left.push({
        ...(kpi.cells.board ? { board: kpi.cells.board } : {}),
        kpi: kpi.cells.printed_name ?? kpi.cells.kpi,
        period: kpi.result!.latest_period,
        commentary: words,
      });
  }
  return left;
}

interface BoardRowsEditor {
  readonly element: HTMLElement;
  /** The board as it is typed now. */
  board(): WrittenBoard;
}

/** The KPIs of a board as a table to type in: what each is matched to, targets, owners, words. */
export function boardRowsEditor(board: WrittenBoard, names: readonly string[]): BoardRowsEditor {
  const columns = SHOWN.map((field) => kpiColumns.find((one) => one.field === field)!);
  const rows = board.kpis.map((kpi, row): Row => {
    const note = board.notes.find((one) => isNoteOf(one, kpi));
    const value = (field: KpiField): string => kpi.cells[field] ?? "";
    return {
      kpi,
      cells: new Map(
        columns.map((column): [KpiField, Cell] => [
          column.field,
          cellOf(column, {
            row,
            value: value(column.field),
            ...(column.field === "kpi" ? { names: true as const } : {}),
          }),
        ]),
      ),
      target: cellOf(
        { heading: "Target", type: TARGET_TYPE },
        { row, value: kpi.targets[0]?.target ?? "" },
      ),
      note: kpi.result?.latest_period
        ? cellOf(commentary, { row, value: note?.commentary ?? "" })
        : null,
    };
  });
  const heads = [...columns.map(({ heading }) => heading), "Target", "Commentary", "Matched to"];
  const element = html(
    "div",
    { class: "editor", tabindex: "0", role: "region", "aria-label": "KPIs of the board" },
    html("datalist", { id: NAMES }, ...names.map((name) => html("option", { value: name }))),
    html(
      "table",
      { class: "list" },
      html("thead", {}, html("tr", {}, ...heads.map((head) => html("th", { scope: "col" }, head)))),
      html(
        "tbody",
        {},
        ...rows.map(({ kpi, cells, target, note }) =>
          html(
            "tr",
            {},
            ...[...cells.values(), target, note ?? ""].map((cell) => html("td", {}, cell || null)),
            html("td", {}, kpi.result?.matched ?? ""),
          ),
        ),
      ),
    ),
  );
  return {
    element,
    board: () => ({ kpis: rows.map(typedKpi), notes: typedNotes(board.notes, rows) }),
  };
}
