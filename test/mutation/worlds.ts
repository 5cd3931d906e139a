import { dayOf } from "../../prep/calendar/day";
import { censusFiles, samplePupils } from "../../prep/sample/census/census-files";
import { makeSample } from "../../prep/sample/make-sample";
import { makeMhsds, mhsdsFiles } from "../../prep/sample/mhsds/mhsds";
import { randomOf } from "../../prep/sample/random";
import { writeBladeCsv } from "../../prep/sample/write/blade-csv";
import type { SampleFile } from "../../prep/sample/write/sample-file";
import { writeSen2Xml } from "../../prep/sample/write/sen2-xml";
import { bytesOf } from "../prep/pipeline/run";
import { boardPaperFile, timelinessFile, twelveMonthsFile } from "./kpi-files";
import type { Source, World, WorldFile } from "./world";

/** Tables of these files are the last word of their names. */
const tableOf = (name: string): string => /([a-z0-9]+)\.\w+$/i.exec(name)![1].toLowerCase();

const worldFiles = (source: Source, files: Iterable<SampleFile>): WorldFile[] =>
  [...files].map(({ name, chunks }) => ({
    name,
    source,
    bytes: bytesOf(chunks),
    form: name.endsWith(".xml") ? ("xml" as const) : ("csv" as const),
    table: name.endsWith(".xml") ? "" : tableOf(name),
  }));

/** The KPI sheets and the published file that stand beside the returns of a world. */
function boardFiles(seed: number): WorldFile[] {
  const file = (name: string, source: Source, bytes: Uint8Array): WorldFile => ({
    name,
    source,
    bytes,
    form: name.endsWith(".xlsx") ? "workbook" : "csv",
    table: "",
  });
  return [
    file("board/board-paper.csv", "sheet", boardPaperFile(randomOf(seed, 1))),
    file("board/scorecard.xlsx", "sheet", twelveMonthsFile(randomOf(seed, 2))),
    file("published/timeliness.csv", "published", timelinessFile(randomOf(seed, 3))),
  ];
}

const PEOPLE = 45;
/**
 * Figures of a quarter are enough to see whether one is wrong, and are counted in a fraction of a
 * second.
 */
const AS_AT = dayOf(2025, 3, 31);

export type MakeWorld = (seed: number) => World;

const returnAsXml: MakeWorld = (seed) => {
  const [ret] = makeSample({ people: PEOPLE, years: 1, seed }).returns;
  const xml = { name: `sen2/SEN2_${ret.year}.xml`, chunks: writeSen2Xml(ret) };
  return {
    name: "return as XML",
    files: worldFiles("sen2", [xml]),
    settings: { authority: "999", asAt: AS_AT },
  };
};

const returnAsCollect: MakeWorld = (seed) => ({
  name: "return as COLLECT",
  files: worldFiles(
    "sen2",
    writeBladeCsv(makeSample({ people: PEOPLE, years: 1, seed }).returns[0]),
  ),
  settings: { authority: "999", asAt: AS_AT },
});

/** The summer census of 2025 and the spring one of 2026, of which every other is XML. */
const census =
  (form: "xml" | "collect-csv"): MakeWorld =>
  (seed) => {
    const sample = makeSample({ people: PEOPLE, years: 1, seed });
    const pupils = samplePupils(sample, seed, 15);
    const written = censusFiles(pupils, [form]).filter(({ name }) =>
      /2025-summer|2026-spring/.test(name),
    );
    return {
      name: `school census as ${form === "xml" ? "XML" : "COLLECT"}`,
      files: worldFiles("school-census", written),
      settings: { authority: "999" },
    };
  };

const mentalHealth: MakeWorld = (seed) => {
  const { history } = makeSample({ people: PEOPLE, years: 1, seed });
  const first = 2025 * 12;
  const made = makeMhsds(history, { seed, people: 25, first, last: first + 1 });
  return {
    name: "mental health",
    files: worldFiles(
      "mhsds",
      mhsdsFiles(made).filter(({ name }) => !name.endsWith("linkage.csv")),
    ),
    settings: { authority: "999" },
  };
};

const board: MakeWorld = (seed) => ({
  name: "board",
  files: boardFiles(seed),
  settings: { authority: "999" },
});

/** The worlds that distortions are tried in, each a maker from a seed. */
export const worldMakers = {
  returnAsXml,
  returnAsCollect,
  censusAsXml: census("xml"),
  censusAsCollect: census("collect-csv"),
  mentalHealth,
  board,
} as const satisfies Readonly<Record<string, MakeWorld>>;
