import { mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { expect } from "chai";
import { returnsOf } from "../../../prep/sample/returns-of";
import { schoolLinks, schoolRegister } from "../../../prep/sample/register-files";
import { SCHOOLS } from "../../../prep/sample/schools";
import type { Request } from "../../../prep/sample/history";
import { assessed, decided, historyOf, on, placed, planFrom, request } from "../sample/hand-made";
import { build, csvOf } from "./run";
import { xmlFile } from "./small-return";

const folder = fileURLToPath(new URL("snapshots/", import.meta.url));
const school = (group: string): string =>
  SCHOOLS.find(
    (candidate) =>
      candidate.group === group && candidate.authority === "999" && candidate.closed === null,
  )!.urn;

/**
 * A plan in time, a refusal, one that waits, an old plan that moved and ceased, and one transferred
 * in.
 */
const people: Request[][] = [
  [
    request("2024-04-30", {
      decision: decided("Y", "2024-06-11"),
      assessment: assessed("Y", "2024-09-17"),
      plan: planFrom("2024-09-17", [placed({ urn: school("mainstream_academy") }, "2020-09-01")]),
    }),
  ],
  [request("2024-02-01", { source: 2, decision: decided("N", "2024-03-20", { mediation: true }) })],
  [request("2025-11-03", { source: 3 })],
  [
    request(null, {
      decision: decided("Y", "2019-01-01"),
      assessment: assessed("Y", "2019-05-01"),
      plan: planFrom(
        "2019-05-01",
        [
          placed({ urn: school("mainstream_maintained") }, "2019-09-01", "2024-08-31"),
          placed({ setting: "EHE" }, "2024-09-01"),
        ],
        {
          cease: { date: on("2025-07-31"), reason: 7 },
          reviews: [
            { meeting: on("2024-03-05"), outcome: "M", draft: null, decided: on("2024-03-25") },
          ],
          needs: [{ from: on("2019-05-01"), primary: "SEMH", secondary: "SLCN" }],
        },
      ),
    }),
  ],
  [
    request(null, {
      plan: planFrom("2022-05-01", [placed({ setting: "OLA" }, "2025-06-01")], {
        transfer: { from: "330", day: on("2025-06-01") },
      }),
    }),
  ],
];

/** Tables that are the same for every input, or long and held elsewhere. */
const LEFT_OUT = new Set([
  "date",
  "indicator",
  "area",
  "need",
  "age_band",
  "setting_group",
  "compared_area",
  "kpi_board",
  "kpi_period",
  "kpi_breakdown",
  "kpi_comparator",
]);

describe("the star of five people made by hand", function () {
  it("is as it was", async () => {
    const history = historyOf(people);
    const { lives } = history;
    // One UPN each would be more than the hand-made people have: they are told apart by name.
    const apart = {
      ...history,
      lives: () =>
        [...lives()].map((life) => ({ ...life, person: { ...life.person, upnKnown: null } })),
    };
    const files = [
      ...returnsOf(apart).map((ret) => xmlFile(ret)),
      { name: "register.csv", chunks: schoolRegister() },
      { name: "links.csv", chunks: schoolLinks() },
    ];
    const tables = [...csvOf((await build(files)).star)].filter(([name]) => !LEFT_OUT.has(name));
    // Of the figures, those of years and census days for all: the months follow from the flags.
    const texts = new Map(
      tables.map(([name, csv]) => [
        `${name}.csv`,
        name === "kpi_value"
          ? csv
              .split("\r\n")
              .filter(
                (line, i) =>
                  i === 0 ||
                  (/,(?:census|calendar_year),all,all,/.test(line) && !/not_available/.test(line)),
              )
              .join("\r\n")
          : csv,
      ]),
    );
    if (process.env.UPDATE_SNAPSHOTS === "1") {
      rmSync(folder, { recursive: true, force: true });
      mkdirSync(folder, { recursive: true });
      for (const [name, csv] of texts) writeFileSync(folder + name, csv.replaceAll("\r\n", "\n"));
    }
    expect([...texts.keys()].sort()).to.deep.equal(readdirSync(folder).sort());
    for (const [name, csv] of texts)
      expect(csv.replaceAll("\r\n", "\n"), name).to.equal(
        readFileSync(folder + name, "utf8").replaceAll("\r\n", "\n"),
      );
  });
});
