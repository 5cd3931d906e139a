import { readFileSync, rmSync } from "node:fs";
import { dirname, join } from "node:path";
import { expect } from "chai";
import { parse } from "csv-parse/sync";
import { dayNumber } from "../../../src/kpi/day-number";
import { profileNamed, ratingProfiles } from "../../../src/kpi/rating-profile";
import { buildScorecard } from "../../src/support/build-scorecard";
import type { Kpi } from "../../../src/model/kpi";
import type { ModelRules } from "../../../src/model/rules";
import { buildRows } from "../../../scripts/preview/build-rows.mjs";
import { dataViewOf } from "../../../page/visual/data-view";
import type { Rating } from "../../../src/kpi/rating";
import { RATING_WORDS } from "../../../src/kpi/words";
import { ask, type Answer } from "./engine";
import { built, type Built, type Row } from "./built";

/** Names of KPIs with the figures of a year ago, a month ago and now; the target is 80 for each. */
const CASES: Readonly<Record<string, readonly [number, number, number]>> = {
  "Above it": [70, 84, 85],
  "Just below": [70, 75, 77],
  "A bit below": [70, 75, 73],
  "Far below and better": [60, 66, 68],
  "Far below and worse": [75, 70, 68],
};
const PERIODS = ["Mar 24", "Feb 25", "Mar 25"];

/** A board's sheet with each of the cases under each rule. */
const sheet = (): string =>
  [
    `KPI,Better when,Unit,Target,Tolerance,${PERIODS.join(",")}`,
    ...ratingProfiles.flatMap(({ id }) =>
      Object.entries(CASES).map(
        ([name, figures]) => `${name} ${id},higher,%,80,4 points,${figures.join(",")}`,
      ),
    ),
    "",
  ].join("\r\n");

/** A board for the KPIs of each rule, so that each has a printed sheet of its own. */
const boards = (): string =>
  [
    "Board,KPI,Printed name,Target from",
    ...ratingProfiles.flatMap(({ id }) =>
      Object.keys(CASES).map((name) => `${id},${name} ${id},,`),
    ),
    "",
  ].join("\r\n");

const MEASURES = [
  "Value",
  "Target",
  "Lower bound",
  "Upper bound",
  "Previous value",
  "Rating",
].concat(["Rating or reason", "Rating profile", "Data status"]);

const rules: ModelRules = {
  profile: null,
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
  today: dayNumber(2025, 4, 20),
};

describe("the rule that figures are rated by, of six", function () {
  let world: Built;
  let kpis: readonly { readonly id: string; readonly profile: string; readonly rows: Row[] }[];
  let answers: readonly Answer[];
  /** The KPIs as the visual draws them from what the model answers. */
  let drawn: (profile: ModelRules["profile"]) => ReadonlyMap<string, Kpi>;

  before(async () => {
    const names = await built({ "board.csv": sheet() }, { sample: false, options: OPTIONS });
    const ids = names.table("indicator").map((row) => [row.indicator_id, row.indicator_name]);
    rmSync(dirname(names.folder), { recursive: true, force: true });
    const profileOf = (name: string): string =>
      ratingProfiles.find(({ id }) => name.endsWith(` ${id}`))!.id;
    const settings = {
      rating: { kpis: ids.map(([id, name]) => ({ indicator: id, profile: profileOf(name) })) },
    };
    const files = {
      "board.csv": sheet(),
      "boards.csv": boards(),
      "send-scorecard.json": JSON.stringify(settings),
    };
    world = await built(files, { sample: false, options: OPTIONS });
    kpis = ids.map(([id, name]) => ({
      id,
      profile: profileOf(name),
      rows: world.table("kpi_value").filter((row) => row.indicator_id === id),
    }));
    answers = await ask(
      world.folder,
      kpis.flatMap(({ id, rows }) =>
        rows.map(({ period_label: period }) => ({
          measures: MEASURES,
          filters: { "Indicator.Indicator id": [id], "Board figures.Period": [period] },
        })),
      ),
    );
    const asked = kpis.flatMap(({ id, rows }) => rows.map((row) => ({ id, row })));
    const view = dataViewOf(
      asked.map(({ id, row }, i) => ({
        indicator: id,
        period: row.period_label,
        frequency: row.frequency,
        polarity: "higher",
        unit: "percent",
        value: answers[i].Value,
        target: answers[i].Target,
        lower: answers[i]["Lower bound"],
        upper: answers[i]["Upper bound"],
        previous: answers[i]["Previous value"],
        rating: answers[i]["Rating or reason"],
        ratingProfile: answers[i]["Rating profile"],
        statusWords: answers[i]["Data status"],
      })),
    );
    drawn = (profile) =>
      new Map(buildScorecard(view, { ...rules, profile }).kpis.map((kpi) => [kpi.name, kpi]));
  });
  after(() => rmSync(dirname(world.folder), { recursive: true, force: true }));

  const latest = ({ rows }: { readonly rows: readonly Row[] }): Row =>
    rows.find(({ period_label: period }) => period === "Mar 2025")!;

  it("stands beside each figure and gives the ratings of its own rule", () => {
    expect(kpis).to.have.length(ratingProfiles.length * Object.keys(CASES).length);
    const found = Object.fromEntries(
      ratingProfiles.map(({ id }) => [
        id,
        kpis.filter(({ profile }) => profile === id).map((kpi) => latest(kpi).rating),
      ]),
    );
    expect(found).to.deep.equal({
      default: ["met", "near", "missed", "missed", "missed"],
      none: ["met", "missed", "missed", "missed", "missed"],
      points_5: ["met", "near", "missed", "missed", "missed"],
      percent_5: ["met", "near", "missed", "missed", "missed"],
      percent_10: ["met", "near", "near", "missed", "missed"],
      within_10_or_improved: ["met", "met", "met", "near", "missed"],
    });
    for (const { rows, profile } of kpis)
      for (const row of rows) expect(row.rating_profile).to.equal(profile);
  });

  it("is obeyed by the model, by every period", () => {
    const rows = kpis.flatMap((kpi) => kpi.rows);
    expect(answers.map((one) => [one.Rating, one["Rating profile"]])).to.deep.equal(
      rows.map(({ rating, rating_profile }) => [rating, rating_profile]),
    );
    expect(answers.map((one) => one["Rating or reason"])).to.deep.equal(
      rows.map(({ rating, rating_reason }) => rating_reason || rating),
    );
  });

  it("is obeyed by the visual, which names it, and gives the same when the pane asks for it", () => {
    const byData = drawn(null);
    for (const kpi of kpis) {
      const one = byData.get(kpi.id)!;
      expect(one.latest.rating.rating, kpi.id).to.equal(latest(kpi).rating);
      expect(one.rule, kpi.id).to.equal(kpi.profile === "default" ? null : kpi.profile);
      const byPane = drawn(profileNamed(kpi.profile)).get(kpi.id)!;
      expect(byPane.latest.rating.rating, `${kpi.id} by the pane`).to.equal(latest(kpi).rating);
    }
  });

  it("is obeyed by the preview, which has previous figures and directions", () => {
    const { kpis: previewed } = buildScorecard(dataViewOf(buildRows(world.folder)), rules);
    const byName = new Map(previewed.map((kpi) => [kpi.name, kpi]));
    for (const kpi of kpis) {
      const { indicator_name: name } = world
        .table("indicator")
        .find((row) => row.indicator_id === kpi.id)!;
      const one = byName.get(name)!;
      const { rating, previous, movement, judgement } = latest(kpi);
      expect(one.latest.rating.rating, name).to.equal(rating);
      expect(one.previous.value, name).to.equal(Number(previous));
      expect([one.direction.movement, one.direction.judgement], name).to.deep.equal([
        movement,
        judgement,
      ]);
    }
  });

  it("is obeyed by the page that is printed and its list", () => {
    const list = parse(readFileSync(join(world.folder, "exceptions/exceptions.csv")), {
      columns: true,
      bom: true,
    }) as Row[];
    const missed = kpis.filter((kpi) => latest(kpi).rating === "missed");
    expect(
      list.filter(({ rating }) => rating === "missed").map((row) => row.indicator_id),
    ).to.have.members(missed.map(({ id }) => id));
    const profiles = new Map(kpis.map(({ id, profile }) => [id, profile]));
    for (const row of list)
      expect(row.rating_profile, row.indicator_id).to.equal(profiles.get(row.indicator_id));
    const page = readFileSync(join(world.folder, "exceptions/exceptions.html"), "utf8");
    const printed = page.split("<tr>").filter((row) => row.startsWith('<th scope="row">'));
    expect(printed).to.have.length(list.length);
    for (const row of list) {
      const line = printed.find((one) => one.includes(`>${row.indicator}<`))!;
      expect(line, row.indicator).to.include(`</svg> ${RATING_WORDS[row.rating as Rating]}<`);
      if (row.rating_profile === "default") expect(line, row.indicator).to.include("near from 76");
      else expect(line, row.indicator).to.include(profileNamed(row.rating_profile)!.words);
    }
    expect(new Set(list.map((row) => row.rating_profile)).size).to.equal(ratingProfiles.length);
  });
});

const OPTIONS = ["--authority", "839"];
