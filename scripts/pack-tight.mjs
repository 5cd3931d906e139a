import { crc32 } from "node:zlib";
import { deflateAsync } from "@gfx/zopfli";
import { unzipSync } from "fflate";

/** 1 January 1980, the first day that a zip knows. */
const [TIME, DATE] = [0, 33];
const [LOCAL, ENTRY, END] = [0x04034b50, 0x02014b50, 0x06054b50];
const [STORED, DEFLATED] = [0, 8];
const VERSION = 20;
/** More rounds make it no smaller that would be seen. */
const ROUNDS = 3;

/**
 * A zip with the same content, packed as small as its format allows, whose entries all bear the same
 * time: what is packed twice is the same to the byte. The form is that of the zip specification
 * (PKWARE APPNOTE 4.3). Throws when the bytes are no zip.
 */
export async function packTight(bytes) {
  const entries = [];
  for (const [name, content] of Object.entries(unzipSync(bytes))) {
    const packed =
      content.length === 0 ? content : await deflateAsync(content, { numiterations: ROUNDS });
    entries.push({ name: new TextEncoder().encode(name), content, packed });
  }
  const parts = [];
  const list = [];
  let at = 0;
  for (const { name, content, packed } of entries) {
    /** What the entry and the list of entries both say of it, with room before it. */
    const head = (signature, length, place) => {
      const view = new DataView(new ArrayBuffer(length));
      view.setUint32(0, signature, true);
      const fields = [
        [0, VERSION, 2],
        [2, 0, 2],
        [4, content.length === 0 ? STORED : DEFLATED, 2],
        [6, TIME, 2],
        [8, DATE, 2],
        [10, crc32(content), 4],
        [14, packed.length, 4],
        [18, content.length, 4],
        [22, name.length, 2],
      ];
      for (const [offset, value, size] of fields)
        if (size === 2) view.setUint16(place + offset, value, true);
        else view.setUint32(place + offset, value, true);
      return view;
    };
    const local = head(LOCAL, 30, 4);
    const entry = head(ENTRY, 46, 6);
    entry.setUint16(4, VERSION, true);
    entry.setUint32(42, at, true);
    parts.push(local, name, packed);
    list.push(entry, name);
    at += 30 + name.length + packed.length;
  }
  const end = new DataView(new ArrayBuffer(22));
  end.setUint32(0, END, true);
  end.setUint16(8, entries.length, true);
  end.setUint16(10, entries.length, true);
  end.setUint32(12, sizeOf(list), true);
  end.setUint32(16, at, true);
  return Buffer.concat([...parts, ...list, end].map(bytesOf));
}

const bytesOf = (part) =>
  part instanceof DataView ? new Uint8Array(part.buffer) : new Uint8Array(part);
const sizeOf = (parts) => parts.reduce((sum, { byteLength }) => sum + byteLength, 0);
