import { unzipSync } from "fflate";
import { otherForm } from "../other-forms";

const MOST_BYTES = 512 * 2 ** 20;
const UNQUESTIONED = 64 * 2 ** 20;
const MOST_RATIO = 200;

/** Why a workbook is not read. */
interface Refusal {
  readonly code: string;
  readonly message: string;
}

/** The XML parts of a workbook, unpacked one by one. */
export interface Package {
  /** A part by its name in any case; null where there is none. */
  part(name: string): Uint8Array | null;
}

export const tooLarge: Refusal = {
  code: "workbook-too-large",
  message:
    "The workbook unpacks to far more than its size, or to more than 512 MiB. It is not read. Save the sheets that matter as a new workbook or as CSV.",
};

export const unreadable: Refusal = {
  code: "workbook-unreadable",
  message: "This is not a workbook, or it is damaged. Open it in Excel and save it as .xlsx again.",
};

export const isRefusal = (value: object): value is Refusal => "code" in value && "message" in value;

/** Opens a workbook within bounds of size, else says why not. */
export function openPackage(bytes: Uint8Array): Package | Refusal {
  const other = otherForm(bytes);
  if (other !== null) return { code: other.code, message: other.message };
  if (bytes[0] !== 0x50 || bytes[1] !== 0x4b) return unreadable;
  const names = new Map<string, string>();
  let declared = 0;
  try {
    unzipSync(bytes, {
      filter: ({ name, originalSize }) => {
        if (!/\.(xml|rels)$/i.test(name)) return false;
        declared += originalSize;
        names.set(name.toLowerCase(), name);
        return false;
      },
    });
  } catch {
    return unreadable;
  }
  if (declared > MOST_BYTES || (declared > UNQUESTIONED && declared > bytes.length * MOST_RATIO))
    return tooLarge;
  return {
    part(name) {
      const spelt = names.get(name.toLowerCase());
      if (spelt === undefined) return null;
      // fflate never unpacks more of an entry than its declared size, so the declared total bounds
      // the true one.
      return unzipSync(bytes, { filter: (entry) => entry.name === spelt })[spelt] ?? null;
    },
  };
}
