import { expect } from "chai";
import { defaultProfile } from "../../../src/kpi/rating-profile";
import { arrange } from "../../../src/model/arrange";
import { buildScorecard } from "../support/build-scorecard";
import { readState } from "../../../src/model/reader-state";
import { pressed } from "../../../src/host/reader-actions";
import { readSettings } from "../../../src/settings/read-settings";
import { boardPaper } from "../support/board-paper";
import { dataViewOf } from "../../../page/visual/data-view";

const scorecard = buildScorecard(dataViewOf(boardPaper()), {
  profile: defaultProfile,
  tolerance: null,
  polarity: "neutral",
  base: null,
  ownWords: {},
  judgedBy: "automatic",
  baselinePoints: null,
  steps: [],
  averageMethod: "mean",
  years: null,
  firstMonth: 4,
  today: 19900,
});
type Arrangement = Parameters<typeof arrange>[1];

const plain: Arrangement = {
  sections: true,
  collapsed: [],
  sort: null,
  furthest: false,
  exceptions: false,
};
const lines = (changed: Partial<Arrangement> = {}) =>
  arrange(scorecard.kpis, { ...plain, ...changed });
const kpis = (changed: Partial<Arrangement> = {}) =>
  lines(changed).flatMap((line) => (line.kind === "kpi" ? [line.kpi] : []));

describe("the order of the lines", () => {
  it("puts every KPI under its section and sub-section once", () => {
    const names = lines().map((line) =>
      line.kind === "section" ? `${"#".repeat(line.level)} ${line.name}` : line.kpi.name,
    );
    expect(names.filter((name) => name.startsWith("#"))).to.deep.equal([
      "# Timeliness",
      "# Health",
      "# Plans and placements",
      "## Caseload",
      "## Placements",
      "# Attendance and exclusions",
    ]);
    expect(kpis()).to.have.members([...scorecard.kpis]);
  });
  it("leaves out what is under a closed section, at either level", () => {
    expect(
      kpis({ collapsed: ["Timeliness"] }).some(({ section }) => section === "Timeliness"),
    ).to.equal(false);
    expect(
      kpis({ collapsed: ["Plans and placements\u001fCaseload"] }).map(
        ({ subsection }) => subsection,
      ),
    ).to.not.include("Caseload");
  });
  it("shows missed and worsening KPIs only as exceptions, furthest from target first", () => {
    const shown = kpis({ exceptions: true });
    expect(shown.length).to.be.greaterThan(2);
    expect(
      shown.every(
        ({ latest, direction }) =>
          latest.rating.rating === "missed" || direction.judgement === "worsening",
      ),
    ).to.equal(true);
    const missed = shown
      .filter(({ latest }) => latest.rating.rating === "missed")
      .map(({ distance }) => distance ?? Infinity);
    expect(missed).to.deep.equal([...missed].sort((a, b) => b - a));
  });
  it("sorts by a column both ways with blanks last", () => {
    const up = kpis({ sort: { column: "value", descending: false } }).map(
      ({ latest }) => latest.value,
    );
    const down = kpis({ sort: { column: "value", descending: true } }).map(
      ({ latest }) => latest.value,
    );
    const known = up.filter((value) => value !== null);
    expect(known).to.deep.equal([...known].sort((a, b) => a! - b!));
    expect(down.slice(0, known.length)).to.deep.equal([...known].reverse());
    expect(up.at(-1)).to.equal(null);
  });
  it("sorts numbers written as text as numbers", () => {
    expect(
      kpis({ sort: { column: "number", descending: false } })
        .map(({ number }) => number)
        .slice(8, 11),
    ).to.deep.equal(["9", "10", "11"]);
  });
});

describe("what a reader does", () => {
  const settings = readSettings(undefined);
  const start = readState("", settings);
  it("opens and closes, sorts up, down and not at all, and gives every section back", () => {
    const opened = pressed(start, { act: "open", of: "a" }, scorecard);
    expect([opened.open, pressed(opened, { act: "open", of: "a" }, scorecard).open]).to.deep.equal([
      "a",
      null,
    ]);
    const once = pressed(start, { act: "sort", of: "value" }, scorecard);
    const twice = pressed(once, { act: "sort", of: "value" }, scorecard);
    expect([
      once.sort?.descending,
      twice.sort?.descending,
      pressed(twice, { act: "sort", of: "value" }, scorecard).sort,
    ]).to.deep.equal([false, true, null]);
    const closed = pressed(start, { act: "sections", of: "" }, scorecard);
    expect([
      closed.collapsed.length,
      pressed(closed, { act: "sections", of: "" }, scorecard).collapsed.length,
    ]).to.deep.equal([4, 0]);
    expect(pressed(start, { act: "nothing", of: "" }, scorecard)).to.equal(start);
  });
  it("is read back from its text; damaged text gives the author's settings", () => {
    const state = pressed(
      pressed(start, { act: "sort", of: "gap" }, scorecard),
      { act: "section", of: "Health" },
      scorecard,
    );
    expect(readState(JSON.stringify(state), settings)).to.deep.equal(state);
    for (const text of [
      "",
      "{",
      "null",
      "[]",
      '{"sort":{"column":"moon"},"collapsed":3,"open":{}}',
    ])
      expect(readState(text, settings)).to.deep.equal(start);
  });
  it("keeps the author's view where readers may not switch", () => {
    expect(readState('{"view":"trend"}', settings).view).to.equal("scorecard");
    expect(
      readState('{"view":"trend"}', readSettings({ layout: { readerSwitch: true } })).view,
    ).to.equal("trend");
  });
});
