import { formatValue } from "../../src/kpi/number-format";
import type { CatalogueEntry } from "../indicators/catalogue-entry";
import type { BoardSheet, WrittenKpi } from "../sources/board-file/board-file";
import { UNNAMED, type Boards, type PlacedKpi } from "../sources/board-file/placed";
import type { Star } from "../star/frame";
import type { KpiValueRow } from "../star/kpi-value-row";
import { boardWorkbook } from "./board-workbook";
import { subjectsOf, type Subject } from "./exceptions/subject";

/** The current figures of KPIs. */
interface Current {
  readonly current: readonly KpiValueRow[];
}

/** What copies of board files are made from. */
interface BoardsBuilt {
  readonly boards: Boards;
  readonly boardSheets: readonly BoardSheet[];
  readonly star: Star;
  readonly exceptions: Current;
  /** The same of each of several boards, as it rates them. */
  readonly exceptionsOfBoards: readonly (Current & { readonly board: string | null })[];
  readonly knowledge: { readonly indicators: readonly CatalogueEntry[] };
}

const RATINGS: Readonly<Record<string, string>> = {
  met: "Met",
  near: "Near",
  missed: "Missed",
  not_rated: "Not rated",
};

/** What a build knows of a KPI; nothing of a figure that is not there. */
function resultOf(
  kpi: PlacedKpi | undefined,
  figure: KpiValueRow | undefined,
  subject: Subject | undefined,
): WrittenKpi["result"] {
  if (kpi === undefined) return {};
  const matched = kpi.entry?.id ?? kpi.row?.name ?? "no KPI that is known";
  if (figure === undefined || figure.value === null || subject === undefined) return { matched };
  const { unit, decimals } = subject;
  return {
    matched,
    latest: formatValue(figure.value, { unit, decimals }),
    latest_period: figure.period_label,
    latest_rating: RATINGS[figure.rating ?? "not_rated"],
  };
}

/** `boards/board.xlsx` of `board.csv` in a folder. */
const pathOf = (file: string): string =>
  `boards/${file
    .split("/")
    .at(-1)!
    .replace(/\.\w+$/, "")}.xlsx`;

const placeOf = ({ file, sheet, line }: Pick<PlacedKpi, "file" | "sheet" | "line">): string =>
  JSON.stringify([file, sheet, line]);

/**
 * A copy of each board file as .xlsx, with the latest figure of each KPI, its period and its
 * rating. Of board files of one name the later copies are numbered.
 */
export async function boardCopies({
  boards,
  boardSheets,
  star,
  exceptions,
  exceptionsOfBoards,
  knowledge,
}: BoardsBuilt): Promise<{ readonly path: string; readonly bytes: Uint8Array }[]> {
  const subjects = subjectsOf(star);
  const figures = ({ current }: Current) =>
    new Map(current.map((row) => [row.indicator_id, row] as const));
  const current = figures(exceptions);
  const onBoards = new Map(exceptionsOfBoards.map((one) => [one.board, figures(one)]));
  const placed = new Map(boards.kpis.map((kpi) => [placeOf(kpi), kpi]));
  const written: { path: string; bytes: Uint8Array }[] = [];
  for (const [i, file] of boards.files.entries()) {
    const sheets = boardSheets.filter((sheet) => sheet.file === file);
    const kpis = sheets.flatMap(({ sheet, kpis: rows }) =>
      rows.map(({ typed, line }): WrittenKpi => {
        const kpi = placed.get(placeOf({ file, sheet, line }));
        const id = kpi?.id ?? "";
        const figure = (onBoards.get(kpi?.board ?? UNNAMED) ?? current).get(id);
        return { ...typed, result: resultOf(kpi, figure, subjects.get(id)) };
      }),
    );
    if (kpis.length === 0) continue;
    const notes = sheets.flatMap((sheet) => sheet.notes.map(({ typed }) => typed));
    const path = pathOf(file);
    const isTaken = written.some((one) => one.path === path);
    written.push({
      path: isTaken ? path.replace(/\.xlsx$/, `-${i + 1}.xlsx`) : path,
      bytes: await boardWorkbook({ kpis, notes }, knowledge.indicators),
    });
  }
  return written;
}
