import { passphraseFault, readKeyText } from "../../prep/protect/key-strength";
import { GOOD_KEY, newKey, newSalt, saltOf } from "../../prep/protect/key-text";
import { html } from "../../src/views/element";
import type { KeyWish } from "../messages";
import { choiceField, textField } from "../parts/field";
import { Stopped } from "../parts/worker-calls";

/** The key of a build, and the text of a key file that the user should keep where it is new. */
interface ChosenKey {
  readonly wish: KeyWish;
  readonly toKeep: string | null;
}

interface KeyChoice {
  readonly row: HTMLElement;
  /** Rejects with `Stopped` where what was given is no key. */
  chosen(): Promise<ChosenKey>;
}

const random = (count: number): Uint8Array => crypto.getRandomValues(new Uint8Array(count));

function keyOf(text: string, from: string): Extract<KeyWish, { kind: "bytes" }> {
  const read = readKeyText(text);
  if ("fault" in read) throw new Stopped(`The key in ${from} ${read.fault}. ${GOOD_KEY}.`);
  return { kind: "bytes", bytes: read.bytes };
}

/** A new key, and its file. */
export function freshKey(): ChosenKey {
  const toKeep = newKey(random);
  return { wish: keyOf(toKeep, "the new file"), toKeep };
}

const fileField = (id: string, label: string): { row: HTMLElement; input: HTMLInputElement } => {
  const input = html("input", { type: "file", id });
  return { row: html("div", { class: "field" }, html("label", { for: id }, label), input), input };
};

async function textOf({ files }: HTMLInputElement): Promise<string | null> {
  return (await files?.[0]?.text()) ?? null;
}

/** Asks where the key of the pseudonyms comes from. The page never keeps it. */
export function keyChoice(): KeyChoice {
  const keyFile = fileField("key-file", "Your key file");
  const passphrase = textField("passphrase", "Passphrase", {
    type: "password",
    hint: "At least 20 characters: take five random words or more.",
  });
  const saltFile = fileField("salt-file", "Key file that goes with it (none: a new one is made)");
  const { row, value } = choiceField("key", "Key of the pseudonyms", [
    {
      value: "new",
      label: "Make a new key",
      more: html(
        "p",
        { class: "more hint" },
        "You can save it with the results. Keep it, not beside the data: with the same key, children have the same pseudonyms next month.",
      ),
    },
    {
      value: "file",
      label: "Use my key file",
      more: html("div", { class: "more" }, keyFile.row),
    },
    {
      value: "passphrase",
      label: "Use a passphrase",
      more: html("div", { class: "more" }, passphrase.row, saltFile.row),
    },
  ]);
  const fromFile = async (): Promise<ChosenKey> => {
    const text = await textOf(keyFile.input);
    if (text === null) throw new Stopped("Choose your key file, or make a new key.");
    if (saltOf(text)) throw new Stopped("This key file goes with a passphrase: choose that.");
    return { wish: keyOf(text, "the key file"), toKeep: null };
  };
  const fromPassphrase = async (): Promise<ChosenKey> => {
    const fault = passphraseFault(passphrase.input.value);
    if (fault !== null) throw new Stopped(`The passphrase ${fault}.`);
    const given = await textOf(saltFile.input);
    const text = given ?? newSalt(random);
    const salt = saltOf(text);
    if (salt === null) throw new Stopped("The key file does not go with a passphrase.");
    return {
      wish: { kind: "passphrase", passphrase: passphrase.input.value, salt },
      toKeep: given === null ? text : null,
    };
  };
  const ways = { new: async () => freshKey(), file: fromFile, passphrase: fromPassphrase };
  return { row, chosen: () => ways[value()]() };
}
