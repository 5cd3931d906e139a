import type { ColumnMetaData } from "hyparquet";
import { deserializeTCompactProtocol } from "hyparquet/src/thrift.js";

const pageTypes = ["DATA_PAGE", "INDEX_PAGE", "DICTIONARY_PAGE", "DATA_PAGE_V2"];
const encodings = [
  "PLAIN",
  "GROUP_VAR_INT",
  "PLAIN_DICTIONARY",
  "RLE",
  "BIT_PACKED",
  "DELTA_BINARY_PACKED",
  "DELTA_LENGTH_BYTE_ARRAY",
  "DELTA_BYTE_ARRAY",
  "RLE_DICTIONARY",
];

/**
 * Kind and encoding of every page of a column chunk, from the page headers (parquet.thrift:
 * PageHeader).
 */
export function pageKinds(
  bytes: Uint8Array,
  chunk: ColumnMetaData,
): { type: string; encoding: string }[] {
  const start = Number(chunk.dictionary_page_offset ?? chunk.data_page_offset);
  const view = new DataView(
    bytes.buffer,
    bytes.byteOffset + start,
    Number(chunk.total_compressed_size),
  );
  const reader = { view, offset: 0 };
  const pages = [];
  while (reader.offset < view.byteLength) {
    const header = deserializeTCompactProtocol(reader);
    const detail = header.field_5 ?? header.field_7 ?? header.field_8;
    pages.push({
      type: pageTypes[header.field_1],
      encoding:
        encodings[
          header.field_7 ? detail.field_2 : header.field_5 ? detail.field_2 : detail.field_4
        ],
    });
    reader.offset += header.field_3;
  }
  return pages;
}
