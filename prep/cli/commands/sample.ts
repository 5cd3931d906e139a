import { resolve } from "node:path";
import { Command, InvalidArgumentError } from "commander";
import { requireEmpty } from "../files/empty-folder";
import { publishFolder } from "../files/folder";
import { MOST_COUNCILS } from "../../sample/councils";
import { TooManyErrors } from "../../sample/planted-errors";
import { exitCodes } from "../exit-codes";
import { examples } from "../options";
import type { Finish } from "../program";
import { openScreen } from "../screen";
import type { ScreenOptions } from "../screen";
import { Stop } from "../../stop";

interface SampleOptions {
  readonly people: number;
  readonly years: number;
  readonly seed: number;
  readonly errors: number;
  readonly pupils: number;
  readonly mentalHealth: number;
  readonly board: boolean;
  readonly authorities: number;
}

/** A file of a sample: its path below the folder, with `/`, and its bytes. */
interface SampleFile {
  readonly name: string;
  readonly chunks: Iterable<Uint8Array> | AsyncIterable<Uint8Array>;
}

type MakeSampleFiles = (options: SampleOptions) => Iterable<SampleFile> | AsyncIterable<SampleFile>;

const whole =
  (from: number, to: number) =>
  (text: string): number => {
    const value = Number(text);
    if (!/^\d+$/.test(text) || value < from || value > to)
      throw new InvalidArgumentError(`It must be a whole number from ${from} to ${to}.`);
    return value;
  };

async function sample(
  folder: string,
  options: SampleOptions & ScreenOptions,
  makeFiles: MakeSampleFiles,
  finish: Finish,
): Promise<void> {
  const screen = openScreen(options);
  await requireEmpty(folder, "invented extracts must not lie among real ones.");
  const { people, years, seed, errors, pupils, mentalHealth, board, authorities } = options;
  const { files } = await publishFolder(folder, async (output) => {
    for await (const { name, chunks } of makeFiles({
      people,
      years,
      seed,
      errors,
      pupils,
      mentalHealth,
      board,
      authorities,
    })) {
      await output.write(name, chunks);
      screen.progress("Writing sample files", output.files.length, null);
    }
  }).catch((error: unknown) => {
    if (error instanceof TooManyErrors) throw new Stop("usage", error.message, { cause: error });
    throw error;
  });
  screen.result({ folder: resolve(folder), files }, [
    `Wrote ${files.length} files of invented extracts to ${resolve(folder)}.`,
  ]);
  finish(exitCodes.ok.code);
}

/** `sample`: writes invented extracts; the same options give the same files. */
export const sampleCommand =
  (makeFiles: MakeSampleFiles) =>
  (finish: Finish): Command =>
    new Command("sample")
      .description("write invented extracts to try things out")
      .argument("<folder>", "new or empty folder")
      .option("--people <number>", "people known to the authority", whole(1, 1_000_000), 2000)
      .option("--years <number>", "annual returns, the last of 2026", whole(1, 4), 3)
      .option("--seed <number>", "another seed, another world", whole(0, 4_294_967_295), 1)
      .option(
        "--pupils <number>",
        "other pupils of school censuses, 0 for no census",
        whole(0, 1_000_000),
        0,
      )
      .option(
        "--mental-health <number>",
        "people known to mental health services, 0 for no MHSDS",
        whole(0, 200_000),
        300,
      )
      .option(
        "--errors <number>",
        "mistakes to plant in SEN2, and up to as many in MHSDS",
        whole(0, 1_000_000),
        0,
      )
      .option(
        "--board",
        "with a board file, a sheet kept by hand and published statistics of invented neighbours",
        false,
      )
      .option(
        "--authorities <number>",
        "councils of an invented integrated care board, each after the first smaller than it",
        whole(1, MOST_COUNCILS),
        1,
      )
      .addHelpText(
        "after",
        examples(
          "sample extracts",
          "sample extracts --authorities 5 --board",
          "sample extracts --people 20000 --years 3 --seed 7 --errors 100",
        ),
      )
      .action((folder: string, _: unknown, command: Command) =>
        sample(folder, command.optsWithGlobals(), makeFiles, finish),
      );
