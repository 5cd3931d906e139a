import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { expect } from "chai";
import { parse } from "csv-parse/sync";
import { buildCommand } from "../../../../prep/cli/commands/build";
import { run } from "../../../../prep/cli/program";
import { pipeline } from "../../../../prep/pipeline";
import { templateColumns } from "../../../../prep/sources/kpi-sheet/template-columns";
import { allFiles } from "../../../../prep/sample/all-files";
import { partsThatDiffer } from "../../../figure-parts";
import { attackFigures, type FigureRow } from "./attack-figures";

const KEY = "00112233445566778899aabbccddeeff0123456789abcdeffedcba9876543210";
const OWNER = "Ermintrude Featherstonehaugh";

type Row = Record<string, string>;

describe("a build for publishing", function () {
  this.timeout(1_200_000);
  let place: string;
  const key = process.env.SEND_SCORECARD_KEY;
  const out = (name: string): string => join(place, name);
  const build = (folder: string, profile: string, ...more: string[]): Promise<number> =>
    run(
      [
        ...["build", out("in"), "--out", out(folder), "--profile", profile],
        // A project that reads CSV has all tables in it.
        ...["--format", "csv", "--quiet", ...more],
      ],
      [buildCommand(pipeline)],
    );
  const tables = new Map<string, Row[]>();
  /** Reads a table once: figures are many. */
  const table = (folder: string, name: string): Row[] => {
    const path = out(`${folder}/star/${name}.csv`);
    const known =
      tables.get(path) ?? (parse(readFileSync(path), { columns: true, bom: true }) as Row[]);
    tables.set(path, known);
    return known;
  };
  const keyOfRow = (row: Row): string =>
    [
      ...["indicator_id", "area_code", "for_area_code", "period_end", "frequency"],
      ...["breakdown", "breakdown_value", "service", "method", "origin"],
    ]
      .map((name) => row[name])
      .join("|");
  let whole: Row[] | null = null;
  /** The rows of a published build with what was counted: nobody where the internal one has none. */
  const counted = (): Row[] => {
    const known = new Map(table("internal", "kpi_value").map((row) => [keyOfRow(row), row]));
    return (whole ??= table("public", "kpi_value").map(
      (row) =>
        known.get(keyOfRow(row)) ?? {
          ...row,
          ...{ status: "ok", numerator: "0", denominator: "0", value: "0" },
        },
    ));
  };
  const list = (folder: string, name: string): Row[] =>
    parse(readFileSync(out(`${folder}/checks/${name}.csv`)), { columns: true, bom: true });
  const manifest = (folder: string) =>
    JSON.parse(readFileSync(out(`${folder}/manifest.json`), "utf8"));
  const filesBelow = (folder: string): string[] =>
    readdirSync(out(folder), { recursive: true, withFileTypes: true })
      .filter((entry) => entry.isFile())
      .map((entry) => join(entry.parentPath, entry.name));

  before(async () => {
    process.env.SEND_SCORECARD_KEY = KEY;
    place = mkdtempSync(join(tmpdir(), "published-"));
    for (const { name, chunks } of allFiles({
      people: 300,
      years: 2,
      seed: 11,
      pupils: 300,
      mentalHealth: 150,
    })) {
      mkdirSync(dirname(out(`in/${name}`)), { recursive: true });
      writeFileSync(out(`in/${name}`), Buffer.concat([...chunks]));
    }
    const row = (values: Row): string =>
      templateColumns.map(({ heading }) => values[heading] ?? "").join(",");
    const board = {
      Section: "Voice",
      "Better when": "higher",
      Unit: "number",
      Frequency: "monthly",
      Period: "Mar 25",
      Target: "4",
      Owner: OWNER,
      Commentary: `${OWNER} rang three families`,
    };
    const sheet = [
      templateColumns.map(({ heading }) => heading).join(","),
      row({ ...board, Indicator: "Parents on the working group", Value: "3" }),
      row({ ...board, Indicator: "Parents at the conference", Value: "41" }),
    ];
    writeFileSync(out("in/governors.csv"), `${sheet.join("\r\n")}\r\n`);
    writeFileSync(
      out("in/send-scorecard.json"),
      JSON.stringify({
        publish: { names: ["Parents on the working group", "Parents at the conference"] },
      }),
    );
    await build("internal", "internal");
    await build("public", "public", "--disclosure-reasons", out("reasons.csv"));
    await build("nhs", "nhs");
  });
  after(() => {
    rmSync(place, { recursive: true, force: true });
    if (key === undefined) delete process.env.SEND_SCORECARD_KEY;
    else process.env.SEND_SCORECARD_KEY = key;
  });

  it("marks an internal build as restricted in folder, manifest and report", () => {
    expect(readFileSync(out("internal/RESTRICTED.txt"), "utf8")).to.include("not for publishing");
    expect(manifest("internal").disclosure).to.deep.equal({
      profile: "internal",
      restricted: true,
    });
    const pages = filesBelow("internal")
      .filter((path) => path.endsWith("visual.json"))
      .map((path) => readFileSync(path, "utf8"))
      .filter((text) => text.includes("RESTRICTED"));
    expect(pages.length).to.be.greaterThan(10);
  });

  for (const profile of ["public", "nhs"]) {
    it(`holds figures and what names them alone (${profile})`, () => {
      expect(
        readdirSync(out(`${profile}/star`))
          .filter((name) => name.endsWith(".csv"))
          .sort(),
      ).to.deep.equal([
        "area.csv",
        "compared_area.csv",
        "date.csv",
        "indicator.csv",
        "kpi_board.csv",
        "kpi_breakdown.csv",
        "kpi_comparator.csv",
        "kpi_period.csv",
        "kpi_value.csv",
        "source.csv",
      ]);
      expect(readdirSync(out(`${profile}/checks`))).to.deep.equal([
        "disclosure.csv",
        "release.csv",
      ]);
      expect(existsSync(out(`${profile}/RESTRICTED.txt`))).to.equal(false);
      expect(table(profile, "indicator")[0]).not.to.have.any.keys("owner", "commentary");
      expect(table(profile, "source")[0]).not.to.have.any.keys("files");
      const { disclosure, inputs, rows } = manifest(profile);
      expect(disclosure).to.include({ profile, threshold: 5 });
      expect(disclosure.method).to.include("Langsrud");
      expect([inputs, rows]).to.deep.equal([undefined, undefined]);
      // Board, breakdowns and comparators are the safe rows and no others.
      expect(partsThatDiffer((name) => table(profile, name))).to.deep.equal([]);
    });

    it(`holds no pseudonym, owner, file name or word that people wrote (${profile})`, () => {
      const words = [
        OWNER,
        "governors.csv",
        "rang three families",
        ...table("internal", "person")
          .slice(0, 20)
          .map(({ pseudonym }) => pseudonym),
        ...table("internal", "source").flatMap(({ files }) => files.split("; ")),
      ].filter((word) => word !== "");
      expect(words.length).to.be.greaterThan(20);
      for (const path of filesBelow(profile)) {
        const content = readFileSync(path).toString("latin1");
        for (const word of words)
          expect(content.includes(word), `${path} holds ${word}`).to.equal(false);
      }
      expect(
        table("internal", "indicator").some(({ owner }) => owner === OWNER),
        "the sheet was read",
      ).to.equal(true);
    });

    it(`has every row of the internal build, with no number in what is hidden (${profile})`, () => {
      const [all, published] = [counted(), table(profile, "kpi_value")];
      expect(published.length).to.equal(all.length);
      const hidden = published.filter(({ status }) => status === "suppressed");
      expect(hidden.length).to.be.greaterThan(1000);
      for (const name of [
        "numerator",
        "denominator",
        "value",
        "secondary_value",
        "previous",
        "gap",
        "rating",
        "movement",
        "judgement",
        "rank",
        "quartile",
        "text_value",
        "status_text",
      ])
        expect(
          hidden.filter((row) => row[name] !== ""),
          name,
        ).to.deep.equal([]);
      expect(published.filter(({ text_value: words }) => words !== "")).to.deep.equal([]);
    });

    it(`has every table that its Power BI project reads, and no others (${profile})`, () => {
      const model = filesBelow(profile)
        .filter((path) => path.endsWith(".tmdl"))
        .map((path) => readFileSync(path, "utf8"))
        .join("\n");
      const read = new Set(
        [...model.matchAll(/Load(?:Table|List)\("([^"]+)"\)/g)].map(([, name]) => name),
      );
      for (const name of read)
        expect(existsSync(out(`${profile}/star/${name}.csv`)), name).to.equal(true);
      expect(model).not.to.match(/Owner|Commentary|Pseudonym|Person key/);
    });
  }

  it("hides every count from 1 to 4, every share of one and every share that leaves out one", () => {
    const before = counted();
    const shown = table("public", "kpi_value").filter(({ status }, i) => {
      const [top, bottom] = [before[i].numerator, before[i].denominator].map((text) =>
        text === "" ? null : Number(text),
      );
      const isPeople =
        !before[i].indicator_id.startsWith("absence_rate") &&
        !/_(?:weeks|days)_mean$/.test(before[i].indicator_id);
      const small = [
        ...(isPeople ? [top] : []),
        bottom,
        ...(isPeople && top !== null && bottom !== null ? [bottom - top] : []),
      ].some((number) => number !== null && number > 0 && number < 5);
      return small && status !== "suppressed";
    });
    expect(shown.slice(0, 5)).to.deep.equal([]);
  });

  it("compares with published figures alone", () => {
    const rows = table("public", "kpi_value");
    const keyOf = ({
      indicator_id: id,
      frequency,
      breakdown,
      breakdown_value: group,
    }: Row): string => `${id} ${frequency} ${breakdown} ${group}`;
    const series = new Map<string, Set<string>>();
    for (const row of rows)
      if (row.status === "ok")
        series.set(keyOf(row), (series.get(keyOf(row)) ?? new Set()).add(row.value));
    expect(rows.filter((row) => row.previous !== "").length).to.be.greaterThan(1000);
    expect(
      rows
        .filter((row) => row.previous !== "" && !series.get(keyOf(row))?.has(row.previous))
        .slice(0, 5),
    ).to.deep.equal([]);
  });

  it("says what is hidden, to readers without telling the small from those hidden for their sake", () => {
    const suppressed = table("public", "kpi_value").filter(
      ({ status }) => status === "suppressed",
    ).length;
    const told = list("public", "disclosure");
    expect(told.filter(({ reason }) => !reason.startsWith("derived")).length).to.equal(suppressed);
    expect(told.map(({ reason }) => reason).join("\n")).not.to.match(/secondary/);
    const reasons: Row[] = parse(readFileSync(out("reasons.csv")), { columns: true, bom: true });
    expect(new Set(reasons.map(({ reason }) => reason.split(":")[0]))).to.include.members([
      "primary",
      "secondary",
      "derived",
    ]);
  });

  /** What an attack on published rows brings out: small numbers, and figures that are hidden. */
  const breaches = (rows: Row[]): string[] => {
    const { knows } = attackFigures(rows as unknown as FigureRow[]);
    return counted().flatMap((row, i) => {
      const [top, bottom] = knows[i];
      const small = [
        top === true && !row.indicator_id.endsWith("weeks_mean") ? row.numerator : "",
        bottom === true ? row.denominator : "",
      ].some((text) => Number(text) > 0 && Number(text) < 5);
      const figure = rows[i].status === "suppressed" && top === true && bottom !== false;
      return small || figure
        ? [
            `${row.indicator_id} ${row.breakdown} ${row.breakdown_value} ${row.frequency} ${row.period_label}`,
          ]
        : [];
    });
  };

  it("lets nobody work out a small number or a hidden figure from all that is published together", () => {
    const rows = table("public", "kpi_value");
    const { hidden, published } = attackFigures(rows as unknown as FigureRow[]);
    expect(hidden).to.be.greaterThan(5000);
    expect(published).to.be.greaterThan(5000);
    expect(breaches(rows).slice(0, 10)).to.deep.equal([]);
  });

  it("leaves no group to be one because a total leaves one for each that is hidden", () => {
    const rows = table("public", "kpi_value").filter(
      ({ denominator, status, area_role: role }) =>
        denominator === "" && role === "own" && (status === "ok" || status === "suppressed"),
    );
    const keyOf = (
      { indicator_id: id, frequency, period_end: end, breakdown }: Row,
      by = breakdown,
    ): string => `${id} ${frequency} ${end} ${by}`;
    const totals = new Map(
      rows
        .filter(({ breakdown, status }) => breakdown === "all" && status === "ok")
        .map((row) => [keyOf(row), Number(row.value)]),
    );
    const groups = new Map<string, Row[]>();
    for (const row of rows)
      if (row.breakdown !== "all") groups.set(keyOf(row), [...(groups.get(keyOf(row)) ?? []), row]);
    let looked = 0;
    const breached = [...groups.values()].filter((list) => {
      const total = totals.get(keyOf(list[0], "all"));
      const hidden = list.filter(({ status }) => status === "suppressed").length;
      if (total === undefined || hidden === 0) return false;
      looked++;
      const left = list.reduce(
        (rest, { status, value }) => rest - (status === "ok" ? Number(value) : 0),
        total,
      );
      return left <= hidden;
    });
    expect(looked).to.be.greaterThan(500);
    expect(breached.length).to.equal(0);
  });

  it("would fall to the same attack if only small figures were hidden", () => {
    const rows = counted().map((row) => {
      const small = [row.numerator, row.denominator].some(
        (text) => Number(text) > 0 && Number(text) < 5,
      );
      return small
        ? { ...row, status: "suppressed", numerator: "", denominator: "", value: "" }
        : row;
    });
    expect(breaches(rows).length).to.be.greaterThan(100);
  });

  it("rounds for the NHS: counts to 5, percentages to whole numbers, nothing below 5", () => {
    const before = counted();
    const wrong = table("nhs", "kpi_value").filter((row, i) => {
      if (row.status !== "ok") return false;
      const isCount = (name: "numerator" | "denominator"): boolean => {
        const [given, shown] = [Number(before[i][name]), Number(row[name])];
        return (
          row[name] === "" ||
          (shown % 5 === 0 &&
            Math.abs(shown - given) <= 2 &&
            (given >= 5 ||
              row.indicator_id.startsWith("absence_rate") ||
              row.indicator_id.endsWith("_days_mean")))
        );
      };
      const isPercent =
        !row.indicator_id.endsWith("_pct") ||
        Number(row.value) === Math.round(Number(before[i].value) + 1e-9);
      return !isCount("numerator") || !isCount("denominator") || !isPercent;
    });
    expect(wrong.slice(0, 5)).to.deep.equal([]);
  });

  it("is refused where a build of another profile is, or above or below it", async () => {
    expect(await build("internal", "public")).to.equal(4);
    expect(await build("public", "internal")).to.equal(4);
    expect(await build("public/deeper", "internal")).to.equal(4);
    expect(await build("internal/deeper", "nhs")).to.equal(4);
    expect(manifest("internal").disclosure.profile).to.equal("internal");
    expect(existsSync(out("public/RESTRICTED.txt"))).to.equal(false);
    expect(
      await build("public", "public", "--disclosure-reasons", out("public/reasons.csv")),
    ).to.equal(2);
    expect(await build("other", "internal", "--disclosure-reasons", out("reasons2.csv"))).to.equal(
      2,
    );
  });
});
