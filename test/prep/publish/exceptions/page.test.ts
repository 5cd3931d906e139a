import { existsSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { dirname } from "node:path";
import { fileURLToPath } from "node:url";
import { expect } from "chai";
import { parse } from "csv-parse/sync";
import { clipped, linesOf } from "../../../../prep/publish/exceptions/fit";
import { html } from "../../../../prep/publish/exceptions/html";
import { exceptionsCsv } from "../../../../prep/publish/exceptions/list";
import { exceptionsHtml } from "../../../../prep/publish/exceptions/page";
import { boardKpis, hostileKpis, manyKpis, reportOf } from "./board-sheet";

const golden = fileURLToPath(new URL("snapshots/exceptions.html", import.meta.url));

/** Rows of the table as the texts of their cells' lines. */
const rowsIn = (page: string): string[][] =>
  [...page.matchAll(/<tr><th scope="row">[^]*?<\/tr>/g)].map(([row]) =>
    [...row.matchAll(/<(?:td|th scope="row")>([^]*?)<\/t[dh]>/g)].map(([, cell]) =>
      cell
        .replace(/<\/div><div[^>]*>/g, " | ")
        .replace(/<[^>]+>/g, "")
        .trim(),
    ),
  );

describe("the page of exceptions", () => {
  it("is as it was", async () => {
    const page = exceptionsHtml(await reportOf(boardKpis)).replaceAll("\r\n", "\n");
    if (process.env.UPDATE_SNAPSHOTS === "1") {
      mkdirSync(dirname(golden), { recursive: true });
      writeFileSync(golden, page);
    }
    expect(existsSync(golden)).to.equal(true);
    expect(page).to.equal(readFileSync(golden, "utf8").replaceAll("\r\n", "\n"));
  });

  it("says of each KPI what it is, how far, how long, and what its board says", async () => {
    const page = exceptionsHtml(await reportOf(boardKpis));
    expect(
      rowsIn(page).map(([kpi, figure, target, status, distance, direction, length]) =>
        [kpi, figure, target, status, distance, direction, length].join(" / "),
      ),
    ).to.deep.equal([
      "Cases waiting over 20 weeks | Timeliness / 77 | Sep 2025 / at most 0 / Missed / no " +
        "scale: target 0, no tolerance | 77 over / down,  improving | was 91 / missed at least " +
        "6 months, since Apr 2025 | figures begin then",
      "New plans issued within 20 weeks | Timeliness / 61% | Sep 2025 / at least 95% | near " +
        "from 90% / Missed / 6.8 tolerances | 34 pp short / up,  improving | was 55% / missed " +
        "4 months, since Jun 2025",
      "Average wait for speech and language therapy | Health / 25.5 weeks | Sep 2025 / at " +
        "most 20.0 weeks | near up to 22.0 weeks / Missed / 2.8 tolerances | 5.5 weeks over / " +
        "up,  worsening | was 25.0 weeks / missed 4 months, since Jun 2025 | worsening at " +
        "least 5 months, since May 2025 | Apr 2025 has no direction",
      "Decisions within six weeks | Timeliness / 96% | Aug 2025 | Sep 2025 awaiting data / " +
        "at least 100% | near from 98% / Missed / 2.0 tolerances | 4 pp short / down,  " +
        "worsening | was 97% / missed 2 months, since Jul 2025 | worsening 3 months, since Jun " +
        "2025",
      "Health advice within six weeks | Health / 88% | Sep 2025 / at least 100% / Missed / " +
        "12.0% of target | 12 pp short / down,  worsening | was 90% / missed at least 2 " +
        "months, since Aug 2025 | worsening at least 1 month, since Sep 2025 | Jul 2025 " +
        "awaiting data; missed before that too; Aug 2025 has no direction",
      "Parents who feel listened to | Experience / 78% | Sep 2025 / at least 80% | near from " +
        "75% / Near / 0.4 tolerances | 2 pp short / down,  worsening | was 80% / worsening 2 " +
        "months, since Aug 2025",
      "Annual health checks done | Health / 80% | Sep 2025 / at least 75% | near from 70% / " +
        "Met / 1.0 tolerances to spare | 5 pp better / down,  worsening | was 82% / worsening " +
        "2 months, since Aug 2025",
    ]);
    expect(rowsIn(page)[1].slice(7)).to.deep.equal([
      "Head of SEND",
      boardKpis[0].commentary,
      boardKpis[0].action,
    ]);
    expect(rowsIn(page)[6].slice(8)).to.deep.equal(["none given", "none given"]);
    expect(page)
      .to.include("7 exceptions: 5 missed the target, 2 met or near it and worsening.")
      .and.to.include("Complaints (Sep 2025: 9, was 8)")
      .and.to.include("As given in: KPI sheet board.csv.");
    expect(page).to.include("RESTRICTED");
  });

  it("never takes a text for anything but text", async () => {
    const page = exceptionsHtml(await reportOf(hostileKpis));
    const tags = new Set([...page.matchAll(/<\/?([a-zA-Z][^\s>/]*)/g)].map(([, name]) => name));
    for (const tag of tags)
      expect(
        [
          "html",
          "head",
          "meta",
          "title",
          "style",
          "body",
          "main",
          "h1",
          "p",
          "table",
          "caption",
          "colgroup",
          "col",
          "thead",
          "tbody",
          "tr",
          "th",
          "td",
          "div",
          "span",
          "svg",
          "path",
          "circle",
          "footer",
        ],
        tag,
      ).to.include(tag);
    const attributes = new Set(
      [...page.matchAll(/<[a-zA-Z][^<>]*>/g)].flatMap(([tag]) =>
        [...tag.matchAll(/\s([a-zA-Z-]+)=/g)].map(([, name]) => name.toLowerCase()),
      ),
    );
    for (const name of attributes) expect(name).not.to.match(/^on|href|src|action/);
    expect(page)
      .to.include("&lt;script&gt;alert(1)&lt;/script&gt;")
      .and.to.include("default-src &#39;none&#39;".replaceAll("&#39;", "'"));
    expect(html`<p>${"a\u0000b\u202ec\u2028<'\">&"}</p>`.html).to.equal(
      "<p>a b\u202ec &lt;&#39;&quot;&gt;&amp;</p>",
    );
  });

  it("leaves out the least severe where there is no room, and says how many and where they are", async () => {
    const report = await reportOf(manyKpis(60));
    const page = exceptionsHtml(report);
    const shown = rowsIn(page);
    expect(shown.length).to.be.within(5, 20);
    expect(shown.map(([kpi]) => kpi.split(" | ")[0])).to.deep.equal(
      report.exceptions.slice(0, shown.length).map(({ subject }) => subject.name),
    );
    expect(page)
      .to.include(`Left out for want of room: ${60 - shown.length} exceptions`)
      .and.to.include("All 60 are in exceptions.csv");
    expect(
      parse(Buffer.concat([...exceptionsCsv(report.exceptions)]), { bom: true, columns: true }),
    ).to.have.length(60);
  });

  it("says so where nothing is an exception, and where nothing can be one", async () => {
    const kpi = { ...boardKpis[0], values: ["96%", "97%"] };
    expect(exceptionsHtml(await reportOf([kpi])))
      .to.include("No rated KPI missed its target or is worsening.")
      .and.not.to.include("<table");
    expect(exceptionsHtml(await reportOf([{ ...kpi, target: "" }]))).to.include(
      "No KPI has been rated",
    );
  });

  it("has Windows' line ends and the same bytes each time", async () => {
    const [first, second] = [
      exceptionsHtml(await reportOf(boardKpis)),
      exceptionsHtml(await reportOf(boardKpis)),
    ];
    expect(first).to.equal(second);
    expect(first.replaceAll("\r\n", "")).not.to.match(/[\r\n]/);
  });
});

describe("the list of exceptions", () => {
  it("has a row for each with its figures unrounded and the board's words whole, and no formulas", async () => {
    const { exceptions, notRated } = await reportOf([
      ...boardKpis,
      { ...boardKpis[0], name: "=1+1", commentary: "@SUM(A1)" },
    ]);
    const bytes = Buffer.concat([...exceptionsCsv(exceptions)]);
    expect(bytes.subarray(0, 3).toString("hex")).to.equal("efbbbf");
    expect(bytes.toString("utf8").split("\r\n")).to.have.length(exceptions.length + 2);
    const rows = parse(bytes, { bom: true, columns: true }) as Record<string, string>[];
    expect(
      rows.map(
        ({
          indicator,
          distance,
          distance_measure,
          periods_missed,
          missed_since,
          periods_worsening,
        }) =>
          [
            indicator,
            distance,
            distance_measure,
            periods_missed,
            missed_since,
            periods_worsening,
          ].join("/"),
      ),
    ).to.deep.equal([
      "Cases waiting over 20 weeks///6/2025-04-01/",
      "'=1+1/6.8/tolerances/4/2025-06-01/",
      "New plans issued within 20 weeks/6.8/tolerances/4/2025-06-01/",
      "Average wait for speech and language therapy/2.75/tolerances/4/2025-06-01/5",
      "Decisions within six weeks/2/tolerances/2/2025-07-01/3",
      "Health advice within six weeks/12/percent_of_target/2/2025-08-01/1",
      "Parents who feel listened to/0.4/tolerances///2",
      "Annual health checks done/-1/tolerances///2",
    ]);
    expect(rows[1].commentary).to.equal("'@SUM(A1)");
    expect(rows[2].action).to.equal(boardKpis[0].action);
    expect(
      (
        parse(Buffer.concat([...exceptionsCsv(notRated)]), { bom: true, columns: true }) as Record<
          string,
          string
        >[]
      ).map(({ kind, indicator, distance_words }) => [kind, indicator, distance_words]),
    ).to.deep.equal([["worsening_not_rated", "Complaints", ""]]);
  });
});

describe("text that has to fit", () => {
  it("wraps by words, breaks what is longer than a line, and takes no room where it is empty", () => {
    expect([
      linesOf("", 10),
      linesOf("one two", 10),
      linesOf("one two three four", 5),
      linesOf("m".repeat(100), 10),
    ]).to.deep.equal([0, 1, 2, 11]);
  });
  it("is cut between words with an ellipsis, within a word where there is only one", () => {
    expect(clipped("one two", 10, 1)).to.equal("one two");
    expect(clipped("one two three four five", 5, 2)).to.equal("one two three …");
    expect(clipped("x".repeat(500), 10, 2)).to.match(/^x{20,40}…$/);
    expect(linesOf(clipped("some words ".repeat(3000), 12, 3), 12)).to.equal(3);
  });
});
