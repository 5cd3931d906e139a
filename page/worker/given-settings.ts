import type { Settings } from "../../prep/settings";
import { authoritiesOf } from "../../prep/settings-file/authorities";
import { CONFIG_NAME } from "../../prep/settings-file/config-name";
import { parseSettings } from "../../prep/settings-file/parse";
import { stripComments } from "../../prep/settings-file/strip-comments";
import type { CaseWish } from "../messages";

/** Settings, and the text of a settings file that gives the same. */
interface GivenSettings {
  readonly settings: Settings;
  readonly text: string;
}

/**
 * The settings among the files that were given, with what was asked for on the page. Throws `Stop`
 * (usage) where one is wrong.
 */
export async function givenSettings({ files, authority, asAt }: CaseWish): Promise<GivenSettings> {
  const overrides = {
    ...(authority === null ? {} : authoritiesOf(authority.split(/[\s,;]+/))),
    ...(asAt === null ? {} : { asAt }),
  };
  if (Object.keys(overrides).length > 0) parseSettings(JSON.stringify(overrides), "The page");
  const given = files.find(({ path }) => path.toLowerCase() === CONFIG_NAME);
  const text = given ? await given.file.text() : "{}";
  const settings = parseSettings(text, CONFIG_NAME, overrides);
  const plain = JSON.parse(stripComments(text.replace(/^\uFEFF/, ""))) as object;
  return { settings, text: `${JSON.stringify({ ...plain, ...overrides }, null, 2)}\n` };
}
