import { expect } from "chai";
import { dayOf } from "../../../../prep/calendar/day";
import { partsOfAll } from "../../../../prep/indicators/counted-as";
import { defineView } from "../../../../prep/indicators/view";
import { loadSolver } from "../../../../prep/publish/disclosure/linear-program";
import type { KnownFigure } from "../../../../prep/publish/disclosure/known-figure";
import { publishRows } from "../../../../prep/publish/disclosure/publish-rows";
import { releasedFigures } from "../../../../prep/publish/disclosure/released-figures";
import type { DisclosureRules } from "../../../../prep/publish/disclosure/profile";
import { kpiValueRow, type KpiValueRow } from "../../../../prep/star/kpi-value-row";

const PUBLIC: DisclosureRules = {
  threshold: 5,
  roundTo: 1,
  showZeros: true,
  centilePeople: 10,
  showUnchecked: false,
};
const NHS: DisclosureRules = { ...PUBLIC, roundTo: 5, showZeros: false };

const year = (indicator: string, of: number, more: Partial<KpiValueRow>): KpiValueRow =>
  kpiValueRow({
    indicator_id: indicator,
    area_code: "999",
    area_code_type: "authority",
    area_role: "own",
    for_area_code: "999",
    period_start: dayOf(of, 1, 1),
    period_end: dayOf(of, 12, 31),
    period_label: String(of),
    frequency: "calendar_year",
    method: "counted",
    origin: "counted",
    source_key: 1,
    ...more,
  });
const count = (number: number, more: Partial<KpiValueRow> = {}, of = 2025): KpiValueRow =>
  year("requests", of, { numerator: number, value: number, status: "ok", ...more });
const share = (
  numerator: number,
  denominator: number,
  more: Partial<KpiValueRow> = {},
  of = 2025,
): KpiValueRow =>
  year("in_time", of, {
    numerator,
    denominator,
    value: denominator === 0 ? null : (100 * numerator) / denominator,
    status: denominator === 0 ? "not_applicable" : "ok",
    ...more,
  });

const requests = defineView({ name: "request", columns: {}, flags: {}, breakdowns: {} });

type PublishedRows = ReturnType<typeof publishRows>;

const solver = await loadSolver();
const publish = (
  rows: readonly KpiValueRow[],
  rules = PUBLIC,
  known: readonly KnownFigure[] = [],
): PublishedRows =>
  publishRows(rows, {
    rules,
    known,
    solver,
    units: new Map([
      ["requests", "count"],
      ["in_time", "percent"],
      ["sheet_pct", "percent"],
    ]),
    relations: { parts: [], selections: [], restsOn: {} },
    internal: new Map(),
    countedAs: partsOfAll(
      (["count", "percent"] as const).map((statistic, i) => ({
        id: ["requests", "in_time"][i],
        count: {
          clock: "event",
          view: requests,
          statistic,
          date: "received_date",
          numerator: ["received", "in_time"][i],
          ...(i === 1 ? { denominator: "received" } : {}),
          known: "requests",
          breakdowns: [],
        },
      })),
    ),
  });
const bySource = (numbers: readonly number[]): KpiValueRow[] => [
  count(numbers.reduce((a, b) => a + b, 0)),
  ...numbers.map((number, i) => count(number, { breakdown: "source", breakdown_value: `s${i}` })),
];
const values = ({ rows }: PublishedRows): (number | null)[] => rows.map(({ value }) => value);

describe("figures made safe to publish", () => {
  it("are those of the worked example in the documents", () => {
    const rows = bySource([118, 84, 7, 3, 0]);
    expect(values(publish(rows))).to.deep.equal([212, 118, 84, null, null, 0]);
    expect(values(publish(rows, NHS))).to.deep.equal([210, 120, 85, 5, null, null]);
    expect(publish(rows).hidden.map(({ row, reason }) => [row.value, reason])).to.deep.equal([
      [7, "secondary"],
      [3, "small"],
    ]);
  });

  it("hide more where what is left could only be ones", () => {
    // 5 published for five groups that all have somebody would be five ones.
    expect(
      values(publish(bySource([1, 1, 1, 1, 1]))).filter((value) => value !== null),
    ).to.deep.equal([]);
    expect(values(publish(bySource([2, 4])))).to.deep.equal([6, null, null]);
  });

  it("hide a share with its numerator, and with what its numerator leaves out", () => {
    expect(publish([share(3, 40)]).hidden[0].reason).to.equal("small");
    expect(publish([share(38, 40)]).hidden[0].reason).to.equal("all_but_few");
    expect(values(publish([share(40, 40)]))).to.deep.equal([100]);
    expect(values(publish([share(0, 40)]))).to.deep.equal([0]);
  });

  it("hide a share whose parts another indicator would complete", () => {
    // 40 received are published: 38 in time would leave 2 late.
    const { rows } = publish([count(40), share(38, 40)]);
    expect(rows.map(({ value, numerator }) => [value, numerator])).to.deep.equal([
      [40, 40],
      [null, null],
    ]);
  });

  it("lose their comparison with a hidden figure, and keep it with a published one", () => {
    const rows = [
      count(3, {}, 2023),
      count(20, { previous: 3, movement: "up", judgement: "worsening" }, 2024),
      count(30, { previous: 20, movement: "up", judgement: "worsening" }, 2025),
    ];
    const { rows: published, hidden } = publish(rows);
    expect(
      published.map(({ value, previous, movement }) => [value, previous, movement]),
    ).to.deep.equal([
      [null, null, null],
      [20, null, null],
      [30, 20, "up"],
    ]);
    expect(hidden.map(({ reason }) => reason)).to.deep.equal(["small", "comparison"]);
  });

  it("are compared and rated as they are rounded", () => {
    const rows = [
      count(21, {}, 2024),
      count(22, { previous: 21, movement: "up", judgement: "worsening", target: 30, gap: 8 }, 2025),
    ];
    expect(
      publish(rows, NHS).rows.map(({ value, previous, movement, judgement, gap }) => [
        value,
        previous,
        movement,
        judgement,
        gap,
      ]),
    ).to.deep.equal([
      [20, null, null, null, null],
      [20, 20, "same", "steady", 10],
    ]);
  });

  it("have no distance to the target that would say that they are it", () => {
    const gapOf = (number: number, target: number): number | null =>
      publish([count(number, { target, gap: target - number })], NHS).rows[0].gap;
    for (const number of [13, 14, 15, 16, 17]) {
      expect(gapOf(number, 13), String(number)).to.equal(null);
      expect(gapOf(number, 15), String(number)).to.equal(0);
      expect(gapOf(number, 20), String(number)).to.equal(5);
    }
  });

  it("are known exactly where others have published them, in whatever order the rows are", () => {
    const shownOf = (...rows: KpiValueRow[]): readonly number[] =>
      publish(rows, NHS).released.tables.cells[0].shown;
    const printed = (number: number): KpiValueRow => count(number, { method: "published" });
    expect(shownOf(count(21))).to.deep.equal([18, 22]);
    expect(shownOf(count(21), printed(21))).to.deep.equal([21, 21]);
    expect(shownOf(printed(21), count(21))).to.deep.equal([21, 21]);
    expect(shownOf(printed(29), count(21))).to.deep.equal([18, 22]);
  });

  it("are named where others have published what narrows them, whatever is hidden here", () => {
    const narrow = (numbers: readonly number[], isPrinted: boolean): (number | null)[] => {
      const rows = bySource(numbers);
      const printed = count(rows[0].value!, { method: "published" });
      return publish(isPrinted ? [...rows, printed] : rows)
        .hidden.filter(({ isNarrow }) => isNarrow)
        .map(({ row }) => row.value);
    };
    // Of 11 that eight groups share none can have more than four.
    const eight = [1, 1, 1, 1, 1, 2, 2, 2];
    expect(narrow(eight, true)).to.deep.equal(eight);
    expect(narrow(eight, false)).to.deep.equal([]);
    expect(narrow([3, 4, 4], true)).to.deep.equal([]);
  });

  it("of a board are hidden where those of its authority were released, and the other way round", () => {
    const [authority, board] = [count(40), count(43, { area_code: "QZZ", area_code_type: "ods" })];
    const releasedOf = ({ rows, released: { tables, keys, cellsOf } }: PublishedRows) =>
      releasedFigures(rows, { tables, keys, cellsOf });
    for (const [first, later] of [
      [authority, board],
      [board, authority],
    ]) {
      expect(values(publish([later]))).to.deep.equal([later.value]);
      const known = releasedOf(publish([first]));
      expect(values(publish([later], PUBLIC, known))).to.deep.equal([null]);
      expect(values(publish([first], PUBLIC, known))).to.deep.equal([first.value]);
    }
    expect(values(publish([authority, board]))).to.deep.equal([40, null]);
  });

  it("hide what cannot be checked, unless the settings say otherwise", () => {
    const sheet = year("sheet_pct", 2025, { value: 31, status: "ok", method: "kpi_sheet" });
    expect(publish([sheet]).hidden[0].reason).to.equal("unchecked");
    expect(values(publish([sheet], { ...PUBLIC, showUnchecked: true }))).to.deep.equal([31]);
  });

  it("hide counted figures whose sums with others nobody has declared, unless the settings say otherwise", () => {
    const row = year("mhs32a", 2025, { numerator: 40, value: 40, status: "ok" });
    expect(publish([row]).hidden[0].reason).to.equal("unchecked");
    expect(publish([row], { ...PUBLIC, showUnchecked: true }).rows[0].value).to.equal(40);
  });

  it("leave the figures of other areas as they were published", () => {
    const other = count(3, { area_role: "neighbour", area_code: "839", method: "published" });
    expect(publish([other]).rows).to.deep.equal([other]);
  });

  it("hide zeros and empty groups where the profile does", () => {
    expect(publish([share(0, 0)], NHS).rows[0].status).to.equal("suppressed");
    expect(publish([share(0, 0)]).rows[0].status).to.equal("not_applicable");
  });

  it("takes a rounded count for what its figures tell, and not for what a hidden share would", () => {
    // 4 of 10 is hidden with its share; who knows the 10 as 8 to 12 learns no more of it.
    for (let bottom = 8; bottom <= 40; bottom++)
      for (let top = 1; top < bottom; top++) {
        const rows = [share(top, bottom), count(bottom)];
        const { tables } = publish(rows, NHS).released;
        for (const { value, shown, sensitive } of tables.cells)
          if (!sensitive)
            expect([value >= shown[0], value <= shown[1]]).to.deep.equal([true, true]);
      }
  });
});
