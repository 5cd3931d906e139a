import { randomBytes, scryptSync } from "node:crypto";
import { mkdir, readFile, stat, writeFile } from "node:fs/promises";
import { homedir } from "node:os";
import { dirname, isAbsolute, join } from "node:path";
import { attempt, codeOf } from "../publish/output-error";
import { KEY_BYTES, passphraseFault, readKeyText } from "../protect/key-strength";
import { GOOD_KEY, newKey, newSalt, saltOf, SCRYPT_COST } from "../protect/key-text";
import { Stop } from "../stop";

type Environment = Readonly<Record<string, string | undefined>>;

const KEY_VARIABLE = "SEND_SCORECARD_KEY";
const PASSPHRASE_VARIABLE = "SEND_SCORECARD_PASSPHRASE";

/** A key with where it was taken from, in words. */
interface PseudonymKey {
  readonly bytes: Uint8Array;
  readonly from: string;
}

/**
 * Where the key file is: in the user's profile, never beside the data, for that folder is often
 * synced or shared.
 */
export function keyFile(environment: Environment = process.env): string {
  const [given, usual] =
    process.platform === "win32"
      ? [environment.APPDATA, join(homedir(), "AppData", "Roaming")]
      : [environment.XDG_CONFIG_HOME, join(homedir(), ".config")];
  // The XDG specification has empty and relative paths ignored.
  const profile = given !== undefined && isAbsolute(given) ? given : usual;
  return join(profile, "send-scorecard", "key");
}

/**
 * The bytes of a key. Throws `Stop` (usage) where it is none or can be guessed; the message holds
 * nothing of it.
 */
function parseKey(text: string, from: string): Uint8Array {
  const read = readKeyText(text);
  if ("fault" in read)
    throw new Stop(
      "usage",
      `The key in ${from} ${read.fault}. ${GOOD_KEY}; 'send-scorecard key' makes one.`,
    );
  return read.bytes;
}

/** The key that a passphrase makes with the salt of a key file. */
function stretched(salt: Uint8Array, file: string, environment: Environment): Uint8Array {
  const passphrase = environment[PASSPHRASE_VARIABLE] ?? "";
  const fault = passphrase === "" ? "is not set" : passphraseFault(passphrase);
  if (fault !== null)
    throw new Stop(
      "usage",
      `The key file ${file} goes with a passphrase: ${PASSPHRASE_VARIABLE} ${fault}.`,
    );
  return new Uint8Array(
    scryptSync(passphrase, salt, KEY_BYTES, { ...SCRYPT_COST, maxmem: 2 ** 28 }),
  );
}

/** The text of a key file. Throws `Stop` (usage) where others can read it, or there is none. */
async function keyFileText(file: string): Promise<string> {
  let text: string;
  try {
    text = await readFile(file, "utf8");
  } catch (error) {
    if (codeOf(error) !== "ENOENT")
      throw new Stop("usage", `The key file ${file} could not be read: ${codeOf(error)}.`);
    throw new Stop(
      "usage",
      `There is no key for the pseudonyms. Run 'send-scorecard key' or 'send-scorecard init <folder>' once to make ${file}, or set ${KEY_VARIABLE} to the key that your team uses.`,
    );
  }
  if (process.platform !== "win32" && ((await stat(file)).mode & 0o077) !== 0)
    throw new Stop(
      "usage",
      `The key file ${file} can be read by other users of this computer. Run: chmod 600 '${file}'`,
    );
  return text.trim();
}

/** The key that a key file gives, with the passphrase where it holds the salt of one. */
export async function readKeyFile(file: string, environment: Environment): Promise<PseudonymKey> {
  const text = await keyFileText(file);
  const salt = saltOf(text);
  return salt === null
    ? { bytes: parseKey(text, file), from: `the key file ${file}` }
    : {
        bytes: stretched(salt, file, environment),
        from: `${PASSPHRASE_VARIABLE}, with the salt in ${file}`,
      };
}

/** Whether the key comes from the environment and no key file is read. */
export const isKeyGiven = (environment: Environment = process.env): boolean =>
  (environment[KEY_VARIABLE] ?? "") !== "";

/**
 * The pseudonym key: from SEND_SCORECARD_KEY, else from the key file, else from a passphrase and
 * the salt in the key file. Throws `Stop` (usage) when there is none, saying how to get one.
 */
export async function readKey(environment: Environment = process.env): Promise<PseudonymKey> {
  return isKeyGiven(environment)
    ? {
        bytes: parseKey(environment[KEY_VARIABLE]!, KEY_VARIABLE),
        from: KEY_VARIABLE,
      }
    : readKeyFile(keyFile(environment), environment);
}

/** Makes the key file where there is none yet. Returns its path, and whether it was made now. */
export async function makeKey(
  environment: Environment = process.env,
  { passphrase = false }: { readonly passphrase?: boolean } = {},
): Promise<{ file: string; made: boolean }> {
  const file = keyFile(environment);
  await attempt(dirname(file), mkdir(dirname(file), { recursive: true, mode: 0o700 }));
  try {
    const text = passphrase ? newSalt(randomBytes) : newKey(randomBytes);
    await writeFile(file, text, { flag: "wx", mode: 0o600 });
    return { file, made: true };
  } catch (error) {
    if (codeOf(error) === "EEXIST") return { file, made: false };
    return attempt(file, Promise.reject(error));
  }
}

/** Where the key before the last rotation is kept until it is destroyed. */
export const oldKeyFile = (environment: Environment = process.env): string =>
  `${keyFile(environment)}.old`;

/**
 * Puts the key file aside and makes a new one of the same kind. Throws `Stop` (usage) where an
 * older one still lies aside.
 */
export async function rotateKey(environment: Environment = process.env): Promise<void> {
  const [file, old] = [keyFile(environment), oldKeyFile(environment)];
  const text = await keyFileText(file);
  const aside = writeFile(old, `${text}\n`, { flag: "wx", mode: 0o600 });
  await aside.catch((error: unknown) => {
    if (codeOf(error) === "EEXIST")
      throw new Stop(
        "usage",
        `The key before the last rotation still lies in ${old}. Destroy it first: send-scorecard key destroy`,
      );
    return attempt(old, Promise.reject(error));
  });
  await attempt(
    file,
    writeFile(file, saltOf(text) ? newSalt(randomBytes) : newKey(randomBytes), { mode: 0o600 }),
  );
}
