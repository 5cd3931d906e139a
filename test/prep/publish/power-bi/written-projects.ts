import { forPublishingBy } from "../../../../prep/publish/disclosure/for-publishing";
import { checkedProject } from "../../../../prep/publish/power-bi/checked-project";
import type { DataPlace } from "../../../../prep/publish/power-bi/model/place";
import type { Project } from "../../../../prep/publish/power-bi/project";
import type { Star } from "../../../../prep/star/frame";
import { COUNCILS, fiveCouncils } from "../../../power-bi/engine/five-councils";
import { build, defaults, text, type MemoryFile } from "../../pipeline/run";
import { places } from "./some-project";
import { sampleStar } from "./sample-star";
import { someVisual } from "./some-visual";

interface Made {
  readonly profile?: "internal" | "public";
  readonly hasVisual?: boolean;
}

const projectOf = (
  star: Star,
  place: DataPlace,
  { profile = "internal", hasVisual = true }: Made = {},
): Project =>
  checkedProject(
    star,
    { place, visual: hasVisual ? someVisual() : null, name: null },
    { profile, marking: profile === "internal" ? "RESTRICTED: not for publishing" : "Public" },
  )!;

const [FIRST] = COUNCILS;
const BOARD = "Ref,KPI,Good is,Apr 25,Target\n29,Parents content,higher,70%,60%\n";
const board = text(`${FIRST}/board.csv`, BOARD);
const returns = (): MemoryFile[] =>
  Object.entries(fiveCouncils()).map(([name, bytes]) => ({ name, chunks: [bytes] }));

let published: Promise<Star> | null = null;
/** What a build of one council writes for the public. */
const forThePublic = (): Promise<Star> =>
  (published ??= build([returns()[0], board], { authorities: [FIRST] }).then(
    async (result) => (await forPublishingBy("public", result, defaults, []))!.published.star,
  ));

let five: Promise<Star> | null = null;
/** Five councils, with the sheet of a board of one of them. */
const ofFive = (): Promise<Star> =>
  (five ??= build([...returns(), board], { authorities: COUNCILS }).then(({ star }) => star));

/** Two boards of one KPI, which want different targets. */
const BOARDS =
  "Board,KPI,Printed name,Number,Target\nFirst,Parents content,,A1,60%\nSecond,Parents content,Parents,B1,80%\n";
let two: Promise<Star> | null = null;
const ofTwoBoards = (): Promise<Star> =>
  (two ??= build([board, text(`${FIRST}/boards.csv`, BOARDS)], { authorities: [FIRST] }).then(
    ({ star }) => star,
  ));

/** Projects of each kind that a build writes, as it writes them. */
export const writtenProjects: Readonly<Record<string, () => Promise<Project>>> = {
  ...Object.fromEntries(
    Object.entries(places).map(([name, place]) => [
      `the sample, ${name}`,
      async () => projectOf(await sampleStar(), place),
    ]),
  ),
  "the sample, without our visual": async () =>
    projectOf(await sampleStar(), places.parquet, { hasVisual: false }),
  "five councils with a board": async () => projectOf(await ofFive(), places.parquet),
  "five councils with a board, lakehouse": async () => projectOf(await ofFive(), places.lakehouse),
  "for the public": async () =>
    projectOf(await forThePublic(), places.parquet, { profile: "public" }),
  "for the public, lakehouse": async () =>
    projectOf(await forThePublic(), places.lakehouse, { profile: "public" }),
  "a board's sheet alone": async () =>
    projectOf((await build([board], { authorities: [FIRST] })).star, places.parquet),
  "two boards": async () => projectOf(await ofTwoBoards(), places.parquet),
  "two boards, without our visual": async () =>
    projectOf(await ofTwoBoards(), places.parquet, { hasVisual: false }),
  "two boards, lakehouse": async () => projectOf(await ofTwoBoards(), places.lakehouse),
};
