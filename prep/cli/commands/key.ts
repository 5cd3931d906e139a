import { createHash, randomBytes } from "node:crypto";
import { rm, stat, writeFile } from "node:fs/promises";
import { resolve } from "node:path";
import { Command } from "commander";
import type { Pipeline } from "../../pipeline-contract";
import { attempt } from "../../publish/output-error";
import { readSettings, type ConfigOptions } from "../config";
import { exitCodes } from "../exit-codes";
import { collectInputs } from "../inputs";
import { isKeyGiven, keyFile, makeKey, oldKeyFile, readKey, readKeyFile, rotateKey } from "../key";
import { keyedHash } from "../keyed-hash";
import { examples, settingOptions } from "../options";
import { isWithin, realPlace } from "../output-place";
import type { Finish } from "../program";
import { openScreen, type ScreenOptions } from "../screen";
import { Stop } from "../../stop";

/** Hexadecimal digits of a pseudonym. */
const DIGITS = 32;

async function show(options: ScreenOptions & { readonly passphrase?: boolean }, finish: Finish) {
  const screen = openScreen(options);
  const { file, made } = isKeyGiven()
    ? { file: null, made: false }
    : await makeKey(process.env, options);
  const { bytes, from } = await readKey();
  // Eight digits of a hash of the key: enough to see that two machines have the same.
  const mark = createHash("sha256").update("mark").update(bytes).digest("hex").slice(0, 8);
  screen.result({ from, file, made, mark }, [
    made ? `Made the key of the pseudonyms: ${file}` : `The key is taken from ${from}.`,
    `Its mark is ${mark}: the same on every machine with the same key.`,
    "Keep a copy in a safe place that is not beside the data.",
  ]);
  finish(exitCodes.ok.code);
}

/** Writes which new pseudonym stands for which old one, for the people of the extracts. */
async function writeMap(
  map: string,
  build: (hash: (text: string) => string) => Promise<unknown>,
): Promise<number> {
  const [older, newer] = [
    keyedHash((await readKeyFile(oldKeyFile(), process.env)).bytes),
    keyedHash((await readKey()).bytes),
  ];
  const pairs = new Map<string, string>();
  await build((text) => {
    const hash = newer(text);
    pairs.set(older(text).slice(0, DIGITS), hash.slice(0, DIGITS));
    return hash;
  });
  const lines = [...pairs].sort(([a], [b]) => (a < b ? -1 : 1)).map((pair) => pair.join(","));
  const text = `${["old_pseudonym,new_pseudonym", ...lines].join("\r\n")}\r\n`;
  await attempt(map, writeFile(map, text, { flag: "wx", mode: 0o600 }));
  return lines.length;
}

async function rotate(
  folder: string,
  options: ScreenOptions & ConfigOptions & { readonly map: string },
  pipeline: Pick<Pipeline, "build">,
  finish: Finish,
): Promise<void> {
  const screen = openScreen(options);
  const { map } = options;
  if (isKeyGiven())
    throw new Stop(
      "usage",
      "The key comes from SEND_SCORECARD_KEY: this rotates the key file. Give the variable a new value instead, or take it away.",
    );
  if (isWithin(await realPlace(map), await realPlace(folder)))
    throw new Stop("usage", `--map must not lie in the folder of extracts ${folder}.`);
  if (await stat(map).catch(() => null))
    throw new Stop("usage", `${map} is there already: the map takes no file's place.`);
  // What may fail comes before the key is another.
  const settings = await readSettings(folder, options);
  const inputs = await collectInputs(folder, settings, screen.progress);
  await rotateKey();
  const people = await writeMap(map, (hash) =>
    pipeline.build(inputs, settings, hash, screen.progress),
  );
  screen.result({ file: keyFile(), old: oldKeyFile(), map: resolve(map), pseudonyms: people }, [
    `The new key is in ${keyFile()}; the old one lies aside in ${oldKeyFile()}.`,
    `${resolve(map)} has ${people} old pseudonyms with the new ones. It joins old and new outputs: use it, then run: send-scorecard key destroy ${map}`,
  ]);
  finish(exitCodes.ok.code);
}

/** Writes over a file and takes it away. False where there is none. */
async function destroyed(path: string): Promise<boolean> {
  const found = await stat(path).catch(() => null);
  if (!found?.isFile()) return false;
  await attempt(path, writeFile(path, randomBytes(Math.max(1, found.size))));
  await attempt(path, rm(path));
  return true;
}

async function destroy(map: string | undefined, options: ScreenOptions, finish: Finish) {
  const screen = openScreen(options);
  const [hasMap, hasOld] = [
    map !== undefined && (await destroyed(map)),
    await destroyed(oldKeyFile()),
  ];
  if (map !== undefined && !hasMap) throw new Stop("usage", `There is no file ${map}.`);
  screen.result({ map: hasMap ? resolve(map!) : null, oldKey: hasOld }, [
    ...(hasMap ? [`Destroyed the map ${resolve(map!)}.`] : []),
    hasOld ? `Destroyed the old key ${oldKeyFile()}.` : "There is no old key.",
    "Copies in backups and vaults are yours to destroy.",
  ]);
  finish(exitCodes.ok.code);
}

/** `key`: makes the key of the pseudonyms, says where it lies, and rotates it. */
export const keyCommand =
  (pipeline: Pick<Pipeline, "build">) =>
  (finish: Finish): Command =>
    new Command("key")
      .description("make the key of the pseudonyms where there is none, and say where it lies")
      .option(
        "--passphrase",
        "make a key file that holds the salt of a passphrase: SEND_SCORECARD_PASSPHRASE has it",
      )
      .action((_: unknown, command: Command) => show(command.optsWithGlobals(), finish))
      .addCommand(
        settingOptions(
          new Command("rotate")
            .description("make a new key, and a map from the old pseudonyms to the new ones")
            .argument("<folder>", "folder of the extracts whose people the map is of"),
        )
          .requiredOption("--map <file>", "file to write: old and new pseudonym of each identifier")
          .addHelpText("after", examples("key rotate send-data --map map.csv"))
          .action((folder: string, _: unknown, command: Command) =>
            rotate(folder, command.optsWithGlobals(), pipeline, finish),
          ),
      )
      .addCommand(
        new Command("destroy")
          .description("destroy the map and the old key once both are used")
          .argument("[map]", "the map")
          .addHelpText("after", examples("key destroy map.csv"))
          .action((map: string | undefined, _: unknown, command: Command) =>
            destroy(map, command.optsWithGlobals(), finish),
          ),
      );
