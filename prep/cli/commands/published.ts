import { Command } from "commander";
import { publishedDatasets } from "../../reference/published-datasets";
import { publishedMappings } from "../../sources/published/mapping";
import { exitCodes } from "../exit-codes";
import { examples } from "../options";
import type { Finish } from "../program";
import { openScreen, type ScreenOptions } from "../screen";
import { tableLines } from "../summary";

/** Indicators that a data set feeds, once each. */
const fedBy = (dataset: string): string[] => [
  ...new Set(publishedMappings.flatMap((one) => (one.dataset === dataset ? one.indicator : []))),
];

const FORMS = { own: "as published", declared: "in the declared form" } as const;

/** Prints every data set that is read, with its page, what it feeds and how new it is known. */
function list(options: ScreenOptions & { readonly indicators?: boolean }, finish: Finish): void {
  const all = publishedDatasets().rows.map((row) => ({
    ...row,
    feeds: row.isOwnForm ? fedBy(row.dataset) : row.feeds,
  }));
  const lines = tableLines([
    ["Data set", "Read", "Feeds", "Newest known", "Publisher and page"],
    ...all.map(({ dataset, name, isOwnForm, feeds, newest, publisher, page }) => [
      name,
      FORMS[isOwnForm ? "own" : "declared"],
      dataset === "declared_figures"
        ? "any indicator"
        : `${feeds.length} ${feeds.length === 1 ? "indicator" : "indicators"}`,
      newest,
      `${publisher}, ${page}`,
    ]),
  ]);
  const each = options.indicators
    ? all.flatMap(({ name, feeds }) =>
        feeds.length === 0 ? [] : ["", `${name}:`, ...feeds.map((id) => `  ${id}`)],
      )
    : [];
  openScreen(options).result({ datasets: all }, [
    ...lines,
    ...each,
    "",
    "Put the files as they are, or the zip of a release, into the folder that you build.",
    "Data sets in the declared form: make a CSV file with the columns area, period, indicator and value (docs/published-statistics.md).",
  ]);
  finish(exitCodes.ok.code);
}

/** `published list`: the published statistics that a folder may hold. */
export const publishedCommand = (finish: Finish): Command =>
  new Command("published").description("published statistics that are read").addCommand(
    new Command("list")
      .description("each data set with its page, what it feeds and how new the newest known is")
      .option("--indicators", "name each indicator too")
      .addHelpText("after", examples("published list", "published list --indicators"))
      .action((_: unknown, command: Command) =>
        list(command.optsWithGlobals<ScreenOptions & { indicators?: boolean }>(), finish),
      ),
  );
