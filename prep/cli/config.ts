import { readFile } from "node:fs/promises";
import { dirname, join, resolve } from "node:path";
import type { Settings } from "../settings";
import { codeOf } from "../publish/output-error";
import { authoritiesOf } from "../settings-file/authorities";
import { CONFIG_NAME } from "../settings-file/config-name";
import { parseSettings } from "../settings-file/parse";
import { Stop } from "../stop";

export interface ConfigOptions {
  /**
   * Path of the settings file; without it, send-scorecard.json in the folder where there is one.
   */
  readonly config?: string;
  /** One number, or those of several that are built together. */
  readonly authority?: string | readonly string[];
  readonly allOf?: string;
  readonly asAt?: string;
  readonly threads?: number;
}

async function textOf(file: string, required: boolean): Promise<string> {
  try {
    return await readFile(file, "utf8");
  } catch (error) {
    if (!required && codeOf(error) === "ENOENT") return "{}";
    throw new Stop(
      "usage",
      `${file} could not be read: ${codeOf(error) === "ENOENT" ? "there is no such file" : codeOf(error)}.`,
    );
  }
}

const withoutUndefined = (values: Readonly<Record<string, unknown>>): Record<string, unknown> =>
  Object.fromEntries(Object.entries(values).filter(([, value]) => value !== undefined));

/**
 * The settings for a folder of extracts: defaults, then the settings file, then the options of the
 * command line. Paths of inputs come back absolute.
 */
export async function readSettings(
  folder: string,
  { config, authority, allOf, asAt, threads }: ConfigOptions,
): Promise<Settings> {
  const options = withoutUndefined({
    ...(authority === undefined ? {} : authoritiesOf([authority].flat())),
    // An option that is not given leaves what the authority says of it.
    ...(allOf === undefined ? {} : { allOf }),
    asAt,
    threads,
  });
  if (Object.keys(options).length > 0) parseSettings(JSON.stringify(options), "The options");
  const file = config ?? join(folder, CONFIG_NAME);
  const settings = parseSettings(await textOf(file, config !== undefined), file, options);
  const absolute = (path: string | null): string | null =>
    path === null ? null : resolve(dirname(file), path);
  return {
    ...settings,
    inputs: Object.fromEntries(
      Object.entries(settings.inputs).map(([role, path]) => [role, absolute(path)]),
    ) as Settings["inputs"],
  };
}
