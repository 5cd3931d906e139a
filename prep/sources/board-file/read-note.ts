import { readDay } from "../../calendar/read-day";
import { readPeriod } from "../kpi-sheet/period-text";
import type { BoardNote } from "./board-file";
import type { BoardRow } from "./cells";
import { noteColumns, type NoteField } from "./columns";

const typeOf = (field: NoteField): string =>
  noteColumns.find((column) => column.field === field)!.type;

/**
 * Reads one row of notes; null where it has no period, for nobody could say when the words were
 * true.
 */
export function readNote(row: BoardRow): BoardNote | null {
  const words = (field: NoteField): string | null => row.text(field) || null;
  const period = readPeriod(row.text("period"));
  if (period === null) {
    row.report("B83", "period", typeOf("period"));
    return null;
  }
  const dueText = row.text("due");
  const due = dueText === "" ? null : readDay(dueText);
  if (dueText !== "" && due === null) row.report("B83", "due", typeOf("due"));
  return {
    line: row.line,
    typed: Object.fromEntries(
      noteColumns.flatMap(({ field }) =>
        row.text(field) === "" ? [] : [[field, row.text(field)]],
      ),
    ),
    board: row.text("board"),
    kpi: row.text("kpi"),
    period,
    commentary: words("commentary"),
    action: words("action"),
    due,
    progress: words("progress"),
  };
}
