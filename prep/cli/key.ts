import { randomBytes } from "node:crypto";
import { mkdir, readFile, stat, writeFile } from "node:fs/promises";
import { homedir } from "node:os";
import { dirname, isAbsolute, join } from "node:path";
import { attempt, codeOf } from "../publish/output-error";
import { Stop } from "./stop";

type Environment = Readonly<Record<string, string | undefined>>;

const KEY_VARIABLE = "SEND_SCORECARD_KEY";
const BYTES = 32;
/**
 * 32 random bytes hold fewer different ones than this once in far more than a million million keys;
 * a typed pattern often does.
 */
const DIFFERENT = 12;

/**
 * Where the key file is: in the user's profile, never beside the data, for that folder is often
 * synced or shared.
 */
function keyFile(environment: Environment = process.env): string {
  const [given, usual] =
    process.platform === "win32"
      ? [environment.APPDATA, join(homedir(), "AppData", "Roaming")]
      : [environment.XDG_CONFIG_HOME, join(homedir(), ".config")];
  // The XDG specification has empty and relative paths ignored.
  const profile = given !== undefined && isAbsolute(given) ? given : usual;
  return join(profile, "send-scorecard", "key");
}

/**
 * The bytes of a key given as hex or base64. Throws `Stop` (usage) when it is neither, too short or
 * too regular; the message never holds any of it.
 */
function parseKey(text: string, from: string): Uint8Array {
  const key = text.trim();
  const bytes = /^(?:[0-9a-f]{2})+$/i.test(key)
    ? Buffer.from(key, "hex")
    : /^[A-Za-z0-9+/_-]+={0,2}$/.test(key)
      ? Buffer.from(key, "base64")
      : null;
  const good = `It must be ${BYTES} or more random bytes as hex (${BYTES * 2} digits) or base64; 'send-scorecard init <folder>' makes one.`;
  if (bytes === null)
    throw new Stop("usage", `The key in ${from} is neither hex nor base64. ${good}`);
  if (bytes.length < BYTES)
    throw new Stop(
      "usage",
      `The key in ${from} is too short: ${bytes.length} bytes. A short key can be guessed, and with it the people. ${good}`,
    );
  if (new Set(bytes).size < DIFFERENT)
    throw new Stop("usage", `The key in ${from} repeats itself, so it can be guessed. ${good}`);
  return new Uint8Array(bytes);
}

/**
 * The pseudonym key: from SEND_SCORECARD_KEY, else from the key file. Throws `Stop` (usage) when
 * there is none, saying how to get one.
 */
export async function readKey(environment: Environment = process.env): Promise<Uint8Array> {
  const given = environment[KEY_VARIABLE];
  if (given !== undefined && given !== "") return parseKey(given, KEY_VARIABLE);
  const file = keyFile(environment);
  let text: string;
  try {
    text = await readFile(file, "utf8");
  } catch (error) {
    if (codeOf(error) !== "ENOENT")
      throw new Stop("usage", `The key file ${file} could not be read: ${codeOf(error)}.`);
    throw new Stop(
      "usage",
      `There is no key for the pseudonyms. Run 'send-scorecard init <folder>' once to make ${file}, or set ${KEY_VARIABLE} to the key that your team uses.`,
    );
  }
  if (process.platform !== "win32" && ((await stat(file)).mode & 0o077) !== 0) {
    throw new Stop(
      "usage",
      `The key file ${file} can be read by other users of this computer. Run: chmod 600 '${file}'`,
    );
  }
  return parseKey(text, file);
}

/** Makes the key file where there is none yet. Returns its path, and whether it was made now. */
export async function makeKey(
  environment: Environment = process.env,
): Promise<{ file: string; made: boolean }> {
  const file = keyFile(environment);
  await attempt(dirname(file), mkdir(dirname(file), { recursive: true, mode: 0o700 }));
  try {
    await writeFile(file, `${randomBytes(BYTES).toString("hex")}\n`, { flag: "wx", mode: 0o600 });
    return { file, made: true };
  } catch (error) {
    if (codeOf(error) === "EEXIST") return { file, made: false };
    return attempt(file, Promise.reject(error));
  }
}
