import { unzipSync, zipSync, type Unzipped } from "fflate";

const MOST_BYTES = 512 * 2 ** 20;
const UNQUESTIONED = 64 * 2 ** 20;
const MOST_RATIO = 200;
const MOST_CELLS = 20_000_000;
/** Compound file signature: Excel up to 2003, and any newer workbook that has a password. */
const OLE = [0xd0, 0xcf, 0x11, 0xe0];

export interface Refusal {
  readonly code: string;
  readonly message: string;
}

const tooLarge: Refusal = {
  code: "workbook-too-large",
  message:
    "The workbook unpacks to far more than its size, or to more than 512 MiB. It is not read. Save the sheets that matter as a new workbook or as CSV.",
};

const isRefusal = (value: Unzipped | Refusal): value is Refusal => typeof value.code === "string";

function unpack(bytes: Uint8Array): Unzipped | Refusal {
  if (OLE.every((byte, i) => bytes[i] === byte)) {
    return {
      code: "workbook-protected",
      message:
        "The workbook has a password or is in the format of Excel 2003 or older. Open it in Excel and save it as .xlsx without a password.",
    };
  }
  const broken: Refusal = {
    code: "workbook-unreadable",
    message:
      "This is not a workbook, or it is damaged. Open it in Excel and save it as .xlsx again.",
  };
  if (bytes[0] !== 0x50 || bytes[1] !== 0x4b) return broken;
  let declared = 0;
  let most = false;
  try {
    // fflate never unpacks more of an entry than its declared size, so the declared total bounds the true one.
    const files = unzipSync(bytes, {
      filter: ({ name, originalSize }) => {
        if (!/\.(xml|rels)$/i.test(name)) return false;
        declared += originalSize;
        most ||=
          declared > MOST_BYTES ||
          (declared > UNQUESTIONED && declared > bytes.length * MOST_RATIO);
        return !most;
      },
    });
    if (most) return tooLarge;
    return "xl/workbook.xml" in files ? files : broken;
  } catch {
    return broken;
  }
}

const BLOCK = 1 << 24;
/** Longer than any cell's address, so that none is cut in two by a block's end. */
const OVERLAP = 64;

/** Rows times columns that a sheet reaches by the addresses of its cells: one far cell makes a reader fill all before it. */
function cellsReached(sheet: Uint8Array): number {
  const decoder = new TextDecoder("latin1");
  let columns = 1;
  let rows = 1;
  for (let from = 0; from < sheet.length; from += BLOCK - OVERLAP) {
    const text = decoder.decode(sheet.subarray(from, from + BLOCK));
    for (const [, letters, digits] of text.matchAll(
      /\sr\s*=\s*["']([A-Za-z]{0,8})(\d{1,12})["']/g,
    )) {
      let column = 0;
      for (const letter of letters.toUpperCase()) column = column * 26 + letter.charCodeAt(0) - 64;
      columns = Math.max(columns, column);
      rows = Math.max(rows, Number(digits));
    }
  }
  return columns * rows;
}

/**
 * A workbook as a plain zip that is safe to read: only its XML parts, stored without compression, within bounds of size. Else why not.
 */
export function guardWorkbook(bytes: Uint8Array): Uint8Array | Refusal {
  const files = unpack(bytes);
  if (isRefusal(files)) return files;
  for (const [name, part] of Object.entries(files))
    if (/worksheets\//i.test(name) && cellsReached(part) > MOST_CELLS) return tooLarge;
  return zipSync(files, { level: 0 });
}
