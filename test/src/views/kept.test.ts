import { expect } from "chai";
import fc from "fast-check";
import { dataViewOf, type Row } from "../../../page/visual/data-view";
import { columnIds } from "../../../src/settings/column-ids";
import { boardPaper } from "../support/board-paper";
import { openVisual, type OpenVisual } from "../support/open-visual";

/** What the next update of a visual changes. */
type Step =
  | { readonly kind: "size"; readonly width: number; readonly height: number }
  | { readonly kind: "rows"; readonly of: number; readonly role: string; readonly to: unknown }
  | { readonly kind: "fewer" | "more" | "again" | "reversed" }
  | { readonly kind: "setting"; readonly object: string; readonly to: object }
  | { readonly kind: "reader"; readonly state: object }
  | { readonly kind: "selection"; readonly rows: readonly number[] }
  | { readonly kind: "contrast" };

const rowChanges: readonly (readonly [role: string, to: unknown])[] = [
  ["value", 12.5],
  ["value", null],
  ["value", 0.61],
  ["target", 80],
  ["target", null],
  ["commentary", "Said anew"],
  ["owner", null],
  ["polarity", "lower"],
  ["statusWords", "Awaiting data"],
  ["section", "Another section"],
  ["indicator", "Another name"],
  ["period", "Apr 24"],
  ["england", 51.2],
  ["englandPeriod", "2023"],
  ["statusWords", null],
];

const settings: readonly (readonly [object: string, to: object])[] = [
  ["layout", { density: "compact" }],
  ["layout", { density: "print" }],
  ["layout", { title: "Board", sections: false }],
  ["layout", { view: "cards" }],
  ["layout", {}],
  ["text", { size: 20 }],
  ["text", {}],
  ["columns", { monthsShow: true, ownerShow: true, commentaryShow: true }],
  ["columns", { trendShow: false, valueWidth: 200, statusPlace: 1 }],
  ["columns", {}],
  ["direction", { judgedBy: "last_two" }],
  ["status", { polarity: "higher" }],
  ["comparators", { words: "comparators" }],
];

const states: readonly object[] = [
  {},
  ...columnIds.slice(0, 8).map((column, i) => ({ sort: { column, descending: i % 2 === 0 } })),
  { exceptions: true },
  { collapsed: ["Timeliness"] },
  { open: "New plans issued within 20 weeks\u001fTimeliness\u001f\u001f" },
];

const step = (): fc.Arbitrary<Step> =>
  fc.oneof(
    fc.record({
      kind: fc.constant("size" as const),
      width: fc.constantFrom(1280, 1900, 620, 480, 300, 220),
      height: fc.constantFrom(720, 240, 1600),
    }),
    fc
      .tuple(fc.nat(400), fc.constantFrom(...rowChanges))
      .map(([of, [role, to]]) => ({ kind: "rows" as const, of, role, to })),
    fc.record({ kind: fc.constantFrom("fewer", "more", "again", "reversed") }),
    fc.constantFrom(...settings).map(([object, to]) => ({ kind: "setting" as const, object, to })),
    fc.constantFrom(...states).map((state) => ({ kind: "reader" as const, state })),
    fc.record({ kind: fc.constant("selection" as const), rows: fc.array(fc.nat(40)) }),
    fc.record({ kind: fc.constant("contrast" as const) }),
  );

/** All that a visual was given, for one that is given it at once. */
interface Given {
  readonly rows: readonly Row[];
  readonly objects: Readonly<Record<string, object>>;
  readonly size: { readonly width: number; readonly height: number };
  readonly selected: readonly number[];
  readonly highContrast: boolean;
}

/** A board paper again and again, each time with other names. */
const many = (rows: readonly Row[]): Row[] =>
  [0, 1, 2].flatMap((turn) =>
    rows.map((row) => ({ ...row, indicator: `${String(row.indicator)} ${turn}`.trimEnd() })),
  );

function after(given: Given, next: Step): Given {
  const { rows, objects } = given;
  switch (next.kind) {
    case "size":
      return { ...given, size: { width: next.width, height: next.height } };
    case "rows":
      return {
        ...given,
        rows: rows.map((row, i) =>
          i === next.of % rows.length ? { ...row, [next.role]: next.to } : row,
        ),
      };
    case "fewer":
      return { ...given, rows: rows.slice(0, Math.ceil(rows.length / 2)) };
    case "more":
      return { ...given, rows: many(boardPaper()) };
    case "reversed":
      return { ...given, rows: [...rows].reverse() };
    case "again":
      return { ...given, rows: rows.map((row) => ({ ...row })) };
    case "setting":
      return { ...given, objects: { ...objects, [next.object]: next.to } };
    case "reader":
      return { ...given, objects: { ...objects, reader: { state: JSON.stringify(next.state) } } };
    case "selection":
      return { ...given, selected: next.rows };
    case "contrast":
      return { ...given, highContrast: !given.highContrast };
  }
}

/** Gives a visual all of it, as the host does: a change of size alone says that it is one. */
function give(opened: OpenVisual, given: Given, next?: Step): void {
  Object.assign(opened.host.colorPalette, {
    isHighContrast: given.highContrast,
    foregroundSelected: { value: "#00ff00" },
  });
  if (next?.kind !== "size") opened.bookmark(given.selected);
  opened.update(dataViewOf(given.rows, { objects: given.objects as never }), {
    ...given.size,
    ...(next?.kind === "size" && { type: 4 }),
  });
}

const drawingOf = (opened: OpenVisual): string => opened.element.innerHTML;

describe("what a visual keeps from one update to the next", () => {
  it("never shows: after any updates it is drawn as one that knows none of them", async () => {
    const steps = fc.array(step(), { minLength: 1, maxLength: 6 });
    await fc.assert(
      fc.asyncProperty(steps, async (list) => {
        const kept = openVisual();
        try {
          let given: Given = {
            rows: boardPaper(),
            objects: {},
            size: { width: 1280, height: 720 },
            selected: [],
            highContrast: false,
          };
          give(kept, given);
          for (const next of list) {
            // The browser is to answer meanwhile.
            await new Promise((resolve) => setTimeout(resolve));
            given = after(given, next);
            give(kept, given, next);
            const fresh = openVisual();
            give(fresh, given);
            const [ours, theirs] = [drawingOf(kept), drawingOf(fresh)];
            fresh.close();
            expect(ours).to.equal(theirs);
          }
        } finally {
          kept.close();
        }
      }),
      { numRuns: 12 },
    );
  }).timeout(120_000);

  it("is all of a row whose KPI says what it said", () => {
    const opened = openVisual();
    const rows = boardPaper();
    opened.update(dataViewOf(rows));
    const before = opened.all("tr.kpi");
    const name = rows[0].indicator;
    opened.update(
      dataViewOf(rows.map((row) => (row.indicator === name ? { ...row, value: 1 } : row))),
    );
    const after = opened.all("tr.kpi");
    expect(after.every((row, i) => row === before[i])).to.equal(true);
    const changed = after.filter((row) =>
      /^1(\.0)?%/.test(row.querySelector(".c-value")?.textContent ?? ""),
    );
    expect(changed).to.have.length(1);
    opened.close();
  });
});
