import { expect } from "chai";
import type { Gap } from "../../../prep/indicators/gap";
import { gated } from "../../../prep/indicators/gate";
import { valued, type Figure } from "../../../prep/indicators/figure";
import { restsOn } from "../../../prep/indicators/rests-on";
import { sen2Indicators } from "../../../prep/collections/sen2/indicators/indicators";
import { sen2Fields, columnName } from "../../../prep/collections/sen2/fields/fields";
import { writeBladeCsv } from "../../../prep/sample/write/blade-csv";
import { writeSen2Xml } from "../../../prep/sample/write/sen2-xml";
import { active, issued, person, request, smallReturn } from "../pipeline/small-return";
import { bytesOf } from "../pipeline/run";
import { runMain, type MainRun } from "./run-main";

/**
 * Twenty people, each with a plan issued in June 2024: five of them asked for in February, the
 * others in the September before.
 */
const people = Array.from({ length: 20 }, (_, i) => {
  const day = String(i + 3).padStart(2, "0");
  const [received, decided] =
    i % 4 === 0 ? [`2024-02-${day}`, "2024-03-04"] : [`2023-09-${day}`, "2023-10-04"];
  return person(i + 1, request(received, decided, {}, issued(`2024-06-${day}`), active()));
});
const ret = smallReturn(2025, people);

/** Dates as the export writes them. */
const DATES = /(\d{4})-([A-Z][a-z]{2})-(\d\d)( 00:00:00)?/g;
const MONTHS = "JanFebMarAprMayJunJulAugSepOctNovDec";
const number = (month: string): string => String(MONTHS.indexOf(month) / 3 + 1).padStart(2, "0");

const decoded = (chunks: Iterable<Uint8Array>): string => new TextDecoder().decode(bytesOf(chunks));

type Change = (table: string, text: string) => string | null;

/** The tables of a COLLECT export, each changed; null leaves it out. */
const exported = (change: Change): Record<string, string> =>
  Object.fromEntries(
    writeBladeCsv(ret).flatMap(({ name, chunks }) => {
      const text = change(/_(\w+)\.csv$/.exec(name)![1], decoded(chunks));
      return text === null ? [] : [[name, text]];
    }),
  );

const only =
  (table: string, change: (text: string) => string | null): Change =>
  (name, text) =>
    name === table ? change(text) : text;

/**
 * `value status comparability` of a figure for everybody, at the census or of the year before it.
 */
const figures = (run: MainRun, ...ids: readonly string[]): string[] =>
  run
    .table("star/kpi_value.csv")
    .filter(
      ({ indicator_id, frequency, breakdown, period_end }) =>
        ids.includes(indicator_id) &&
        breakdown === "all" &&
        (frequency === "census" ||
          (frequency === "calendar_year" &&
            period_end === "2024-12-31" &&
            !/maintained|eotas/.test(indicator_id))),
    )
    .map(({ indicator_id, value, status, comparability }) =>
      [indicator_id, value, status, comparability].join(" ").trim(),
    )
    .sort();

const MAINTAINED = "ehc_plans_maintained";
const ISSUED = "ehc_plans_issued";
const IN_TIME = "ehc_plans_within_20_weeks_pct";
const EOTAS = "ehc_eotas";
const ALL = [MAINTAINED, ISSUED, IN_TIME, EOTAS];
const notAvailable = (...ids: readonly string[]): string[] =>
  ids.map((id) => `${id}  not_available`).sort();

describe("what was read only in part", function () {
  it("costs nothing where all was read", () => {
    expect(
      figures(
        runMain(
          "build",
          exported((_, text) => text),
        ),
        ...ALL,
      ),
    ).to.deep.equal([
      "ehc_eotas 20 ok comparable",
      "ehc_plans_issued 20 ok comparable",
      "ehc_plans_maintained 20 ok comparable",
      "ehc_plans_within_20_weeks_pct 25 ok comparable",
    ]);
  });

  it("leaves figures of a refused or unreadable date column out, never 0, and those that rest on others alone", () => {
    const named = only("namedplan", (text) =>
      text.replace(DATES, (_, year, month, day) => `${number(month)}/${day}/${year}`),
    );
    const run = runMain("build", exported(named));
    expect(figures(run, ...ALL)).to.deep.equal([
      "ehc_eotas  not_available",
      "ehc_plans_issued 20 ok comparable",
      "ehc_plans_maintained  not_available",
      "ehc_plans_within_20_weeks_pct 25 ok comparable",
    ]);
    const [row] = run
      .table("star/kpi_value.csv")
      .filter(({ indicator_id }) => indicator_id === MAINTAINED);
    expect([row.rows_eligible, row.rows_left_out]).to.deep.equal(["20", "20"]);
    expect(row.left_out_reason).to.match(
      /^20 of 20 values of startdate \(namedplan\) could not be read$/i,
    );
  });

  it("is a caution up to a fifth, and not available above", () => {
    const spoilt = (many: number) =>
      exported(
        only("assessment", (text) => {
          let seen = 0;
          return text.replace(DATES, (date) => (seen++ < many ? "soon" : date));
        }),
      );
    const few = figures(runMain("build", spoilt(2)), ISSUED, MAINTAINED);
    expect(few).to.deep.equal([
      "ehc_plans_issued 18 ok caution",
      "ehc_plans_maintained 20 ok comparable",
    ]);
    expect(figures(runMain("build", spoilt(5)), ISSUED)).to.deep.equal(notAvailable(ISSUED));
  });

  it("is a table that is not there, or rows lost between two stray quotes", () => {
    const without = exported((table, text) => (table === "placementdetail" ? null : text));
    expect(figures(runMain("build", without), EOTAS, ISSUED)).to.deep.equal([
      "ehc_eotas  not_available",
      "ehc_plans_issued 20 ok comparable",
    ]);
    const quoted = exported(
      only("placementdetail", (text) => {
        const lines = text.split("\r\n");
        lines[3] = lines[3].replace(/OLA,/, '"OLA,');
        lines[12] = lines[12].replace(/OLA,/, 'OLA",');
        return lines.join("\r\n");
      }),
    );
    expect(figures(runMain("build", quoted), EOTAS, ISSUED)).to.deep.equal([
      "ehc_eotas  not_available",
      "ehc_plans_issued 20 ok comparable",
    ]);
  });

  it("is a file that breaks off, and one record lost to a bare ampersand", () => {
    const xml = decoded(writeSen2Xml(ret));
    const cut = xml.slice(0, Math.floor(xml.length / 2));
    expect(figures(runMain("build", { "SEN2.xml": cut }), ...ALL)).to.deep.equal(
      notAvailable(...ALL),
    );
    const bad = xml.replace("Fernhollow7<", "Fern & hollow7<");
    expect(figures(runMain("build", { "SEN2.xml": bad }), MAINTAINED)).to.deep.equal([
      "ehc_plans_maintained 19 ok caution",
    ]);
    const requests = exported(
      only("requests", (text) => text.slice(0, Math.floor(text.length / 2))),
    );
    expect(figures(runMain("build", requests), ...ALL)).to.deep.equal(notAvailable(...ALL));
  });

  it("is who has no date of receipt, of a share in time", () => {
    const undated = smallReturn(
      2025,
      people.map((one, i) => {
        const [asked] = one.children;
        const values =
          i % 5 === 0
            ? { ...asked.values, ReceivedDate: "", RequestOutcome: "H", RequestOutcomeDate: "" }
            : asked.values;
        return { ...one, children: [{ ...asked, values }] };
      }),
    );
    const xml = decoded(writeSen2Xml(undated));
    const run = runMain("build", { "SEN2.xml": xml });
    expect(figures(run, ISSUED, IN_TIME)).to.deep.equal([
      "ehc_plans_issued 20 ok comparable",
      "ehc_plans_within_20_weeks_pct 25 ok caution",
    ]);
    const settings = JSON.stringify({ coverage: { cautionAbove: 1, notAvailableAbove: 10 } });
    const strict = runMain("build", { "SEN2.xml": xml, "send-scorecard.json": settings });
    expect(figures(strict, IN_TIME)).to.deep.equal(notAvailable(IN_TIME));
  });

  it("is a date column that fits both orders, where no column of an export decides", () => {
    const early = smallReturn(
      2025,
      [1, 2, 3].map((n) =>
        person(n, request("2024-02-01", "2024-03-04", {}, issued("2024-06-05"), active({}, []))),
      ),
    );
    const files = Object.fromEntries(
      writeBladeCsv(early).map(({ name, chunks }) => [
        name,
        /_(?:sen2|person)\.csv$/.test(name)
          ? decoded(chunks)
          : decoded(chunks).replace(
              DATES,
              (_, year, month, day) => `${day}/${number(month)}/${year}`,
            ),
      ]),
    );
    expect(figures(runMain("build", files), ISSUED)).to.deep.equal([
      "ehc_plans_issued 3 ok caution",
    ]);
  });
});

describe("the gate", () => {
  const limits = { cautionAbove: 1, notAvailableAbove: 20 };
  const about = {
    indicator: "i",
    frequency: "month",
    start: 0,
    end: 1,
    label: "",
    breakdown: "all",
    breakdownValue: "all",
    caution: null,
    asAt: null,
  } as const;
  const rows = (leftOut: number): Gap => ({
    kind: "rows",
    eligible: 100,
    leftOut,
    why: "are not read",
  });
  const state = (figure: Figure, ...gaps: readonly Gap[]): string => {
    const { value, status, caution, statusText } = gated(figure, gaps, limits);
    return [value, status, caution ?? statusText ?? ""].join(" ").trim();
  };

  it("lets pass, warns and hides by the share left out; nobody to count is not said of who was not read", () => {
    const count: Figure = { ...about, ...valued("count", 7, null) };
    const nobody: Figure = { ...about, ...valued("percent", 0, 0) };
    expect(state(count, rows(1))).to.equal("7 ok");
    expect(state(count, rows(2))).to.equal("7 ok 2 of 100 are not read");
    expect(state(count, rows(20))).to.equal("7 ok 20 of 100 are not read");
    expect(state(count, rows(21))).to.equal("not_available 21 of 100 are not read");
    expect(state(count, rows(2), { kind: "unread", why: "Not read" })).to.equal(
      "not_available Not read",
    );
    expect(state(count, { kind: "doubt", why: "In doubt" })).to.equal("7 ok In doubt");
    expect(state(nobody, rows(2))).to.equal("not_available 2 of 100 are not read");
    expect(state(nobody, rows(1))).to.equal("not_applicable Nobody to count");
  });

  it("knows of every SEN2 figure the columns of the return that it rests on", () => {
    const fields = new Set(sen2Fields.map((field) => `${field.table}.${columnName(field)}`));
    for (const { id, count } of sen2Indicators) {
      if (!count) continue;
      const { view } = count;
      expect(Object.keys(view.restsOn!.columns), view.name).to.include.members(
        Object.keys(view.columns),
      );
      for (const breakdown of ["all", ...count.breakdowns]) {
        const columns = restsOn(count, breakdown).filter((name) => name.includes("."));
        expect(columns, id).to.not.deep.equal([]);
        for (const column of columns) expect(fields.has(column), column).to.equal(true);
      }
    }
  });
});
