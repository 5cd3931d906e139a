import { expect } from "chai";
import {
  boardNamed,
  boardNames,
  bookOf,
  type Board,
  type ExpectedFigure,
} from "../../../board-book";
import { build, rowsOf } from "../../pipeline/run";

const plain = (text: unknown): string =>
  String(text ?? "")
    .toLowerCase()
    .replace(/[^a-z0-9%£]+/g, " ")
    .trim();

interface Loaded {
  readonly kpi: string;
  readonly section: string;
  readonly part: string;
  readonly end: string;
  readonly frequency: string;
  readonly value: number | null;
  readonly target: number | null;
  readonly words: string;
}

/** The figures of the authority that a board gives, through the whole build. */
async function loadedOf({ sheets, expected }: Board): Promise<Loaded[]> {
  const result = await build([{ name: expected.file, chunks: [bookOf(sheets)] }], {
    authority: "839",
  });
  const kpis = new Map(rowsOf(result.star, "indicator").map((row) => [row.indicator_id, row]));
  return rowsOf(result.star, "kpi_value")
    .filter(({ area_role }) => area_role === "own")
    .map((row) => ({
      kpi: plain(kpis.get(row.indicator_id)!.indicator_name),
      section: plain(kpis.get(row.indicator_id)!.section),
      part: row.breakdown_value === "all" ? "" : plain(row.breakdown_value),
      end: String(row.period_end),
      frequency: String(row.frequency),
      value: row.value as number | null,
      target: row.target as number | null,
      words: plain(row.status_text),
    }));
}

const isOf = (one: Loaded, figure: ExpectedFigure, own: string): boolean =>
  one.kpi === plain(figure.kpi) &&
  one.end === figure.period_end &&
  one.frequency === figure.frequency &&
  one.part === (figure.area === own ? "" : plain(figure.area)) &&
  (figure.value === null
    ? one.value === null && one.words === plain(figure.status_words)
    : one.value !== null && Math.abs(one.value - figure.value) < 1e-6);

describe("boards in the layouts of public papers", () => {
  for (const name of boardNames())
    it(`${name}: every figure under its KPI, period and area, and no other`, async () => {
      const board = boardNamed(name);
      const { figures, own_area: own } = board.expected;
      const loaded = await loadedOf(board);
      const missed = figures.filter((figure) => !loaded.some((one) => isOf(one, figure, own)));
      expect(missed).to.deep.equal([]);
      const wrong = loaded.filter(
        (one) => one.value !== null && !figures.some((figure) => isOf(one, figure, own)),
      );
      expect(wrong).to.deep.equal([]);
      for (const figure of figures.filter(({ target }) => target !== null))
        expect(loaded.find((one) => isOf(one, figure, own))!.target, figure.kpi).to.equal(
          figure.target,
        );
    });
});
