import { ofBytes, ofText, type Distortion } from "../distortion";
import { bytesOfText, textOf } from "../csv-table";

const TEXT = { forms: ["csv", "xml"] } as const;

/** Text that says of itself in which encoding it is, where it is XML. */
const declaring = (text: string, encoding: string): string =>
  text.replace(/^(<\?xml[^>]*encoding=")[^"]*/, `$1${encoding}`);

function utf16(text: string, littleEndian: boolean): Uint8Array {
  const bytes = new Uint8Array(text.length * 2);
  const view = new DataView(bytes.buffer);
  for (let at = 0; at < text.length; at++)
    view.setUint16(at * 2, text.charCodeAt(at), littleEndian);
  return bytes;
}

const joined = (...parts: readonly Uint8Array[]): Uint8Array =>
  new Uint8Array(Buffer.concat(parts));

/** A place within the text of a line, not the first, where a byte may be put in. */
const within = (bytes: Uint8Array, at: number): number => {
  const line = bytes.indexOf(0x0a, at);
  return line === -1 || line > bytes.length - 20 ? Math.floor(bytes.length / 2) : line + 8;
};

/** How text is written as bytes. */
export const encodings: readonly Distortion[] = [
  ofBytes("nothing", TEXT, "UTF-8 with a byte-order mark", (bytes) =>
    joined(Uint8Array.from([0xef, 0xbb, 0xbf]), bytes),
  ),
  ofBytes("nothing", TEXT, "UTF-16, little end first", (bytes) =>
    utf16(`\ufeff${declaring(textOf(bytes), "UTF-16")}`, true),
  ),
  ofBytes("nothing", TEXT, "UTF-16, big end first", (bytes) =>
    utf16(`\ufeff${declaring(textOf(bytes), "UTF-16")}`, false),
  ),
  ofBytes("nothing", { forms: ["csv"] }, "UTF-16 without a byte-order mark", (bytes) =>
    utf16(textOf(bytes), true),
  ),
  ofBytes("nothing", TEXT, "Windows-1252", (bytes) => {
    const text = declaring(textOf(bytes), "windows-1252").replace(/Community/g, "Communit\u00e9");
    return Uint8Array.from(text, (letter) => letter.charCodeAt(0) & 0xff);
  }),
  ofText("nothing", TEXT, "lines that end in LF alone", (text) => text.replaceAll("\r\n", "\n")),
  ofText("nothing", { forms: ["csv"] }, "lines that end in CR alone", (text) =>
    text.replaceAll("\r\n", "\r"),
  ),
  ofText("nothing", { forms: ["xml"] }, "lines that end in CR and LF", (text) =>
    text.replaceAll("\n", "\r\n"),
  ),
  ofBytes("values", TEXT, "a NUL within a line", (bytes, random) => {
    const at = within(bytes, random.int(0, bytes.length - 1));
    return joined(bytes.slice(0, at), Uint8Array.from([0]), bytes.slice(at));
  }),
  ofBytes("values", TEXT, "a block of NUL", (bytes, random) => {
    const at = within(bytes, random.int(0, bytes.length - 1));
    return joined(bytes.slice(0, at), new Uint8Array(512), bytes.slice(at + 512));
  }),
  ofBytes("values", TEXT, "two encodings in one file", (bytes, random) => {
    const at = within(bytes, random.int(0, bytes.length - 1));
    return joined(
      bytes.slice(0, at),
      Uint8Array.from([0xe9]),
      bytesOfText("\u00e9"),
      bytes.slice(at),
    );
  }),
  ofBytes("values", TEXT, "a control character within a line", (bytes, random) => {
    const at = within(bytes, random.int(0, bytes.length - 1));
    return joined(bytes.slice(0, at), Uint8Array.from([0x01]), bytes.slice(at));
  }),
  ofBytes("values", TEXT, "half of the file in UTF-16", (bytes) => {
    const half = bytes.length >> 1;
    return joined(bytes.slice(0, half), utf16(textOf(bytes.slice(half)), true));
  }),
];
