import { readFile } from "node:fs/promises";
import { join, resolve } from "node:path";
import { Command } from "commander";
import { profileOf } from "../files/folder-profile";
import { isUnchanged, ownedFiles } from "../files/owned-files";
import { readReleased } from "../../publish/disclosure/release-file";
import { PACK_RELEASE, RELEASED } from "../../publish/disclosure/released-figures";
import { exitCodes } from "../exit-codes";
import { examples } from "../options";
import type { Finish } from "../program";
import { keepRelease, registerOf } from "../release-register";
import { openScreen, type ScreenOptions } from "../screen";
import { Stop } from "../../stop";

type Options = ScreenOptions & { readonly config?: string };

/** The list of what a published build or a pack releases, unchanged since it was written. */
async function releasedIn(folder: string): Promise<Uint8Array> {
  const owned = await ownedFiles(folder);
  const profile = await profileOf(folder);
  if (owned === null || profile === null)
    throw new Stop("usage", `${folder} holds neither a build nor a pack of ours.`);
  const file = owned.get(RELEASED) ?? owned.get(PACK_RELEASE);
  if (profile === "internal" || file === undefined)
    throw new Stop(
      "usage",
      `${folder} is not for publishing (profile ${profile}). A release is a build or a pack with --profile public or nhs.`,
    );
  const path = join(folder, file.path);
  if (!(await isUnchanged(path, file).catch(() => false)))
    throw new Stop(
      "usage",
      `${path} is not as it was written. Make the output again and publish that.`,
    );
  const bytes = await readFile(path);
  if ((await readReleased(bytes)) === null)
    throw new Stop("usage", `${path} is no list of what is released.`);
  return bytes;
}

async function accept(
  folder: string,
  data: string,
  options: Options,
  finish: Finish,
): Promise<void> {
  const screen = openScreen(options);
  const bytes = await releasedIn(folder);
  const place = registerOf(data, options.config);
  const { path, isNew } = await keepRelease(place, bytes);
  screen.result({ folder: resolve(folder), register: place, file: path, new: isNew }, [
    isNew
      ? `Kept as released: ${path}. Later builds and packs for publishing are made safe beside it.`
      : `Already in the register: ${path}. Nothing was changed.`,
  ]);
  finish(exitCodes.ok.code);
}

/** `release accept`: says that a build or a pack was published, so that later ones mind it. */
export const releaseCommand = (finish: Finish): Command =>
  new Command("release").description("keep a register of what was published").addCommand(
    new Command("accept")
      .description(
        "note that a build or a pack was published: later ones never show what it hid, nor what gives it away",
      )
      .argument("<folder>", "folder of the build or the pack that was published")
      .argument("[data]", "folder of the extracts, where the register is; else this folder", ".")
      .option("--config <file>", "settings file: the register is beside it")
      .addHelpText(
        "after",
        examples("release accept published send-data", "release accept foi-pack send-data"),
      )
      .action((folder: string, data: string, _: unknown, command: Command) =>
        accept(folder, data, command.optsWithGlobals<Options>(), finish),
      ),
  );
