import type { ReturnRecord, SampleReturn, TableName } from "../return-record";
import { ELEMENTS, fieldsOf, type LayoutField } from "../sen2-layout";
import { encodeText, inChunks, type Encoding } from "./encode-text";

interface XmlForm {
  readonly encoding?: Encoding;
  /**
   * `supplier`: SENSetting, RES, WPB and PlanWPB as one widely used tool spells them; `lower`:
   * every tag in lower case.
   */
  readonly tags?: "specification" | "supplier" | "lower";
  /** A prefix for every tag, bound to a namespace, or none. */
  readonly prefix?: string;
}

const SUPPLIER_TAGS: Readonly<Record<string, string>> = {
  SENsetting: "SENSetting",
  Res: "RES",
  WBP: "WPB",
  PlanWBP: "PlanWPB",
};
const ENTITIES: Readonly<Record<string, string>> = { "&": "&amp;", "<": "&lt;", ">": "&gt;" };
const escapeXml = (text: string): string => text.replace(/[&<>]/g, (mark) => ENTITIES[mark]);

/**
 * Header fields that stand under CollectionDetails; those after Source stand directly under Header.
 */
const COLLECTION = ["Collection", "Year", "ReferenceDate"];
const OFFICERS = ["DMO", "DCO", "DSCO"];

/**
 * A return as the XML that a council uploads, as bytes in chunks. Fields that the year's layout has
 * not are left out, as are blank ones.
 * The nesting is Message, Header, Persons, Person, Requests, Assessment / ActivePlans
 * (docs/reading-education.md).
 */
export function writeSen2Xml(
  ret: SampleReturn,
  { encoding = "utf-8", tags = "specification", prefix = "" }: XmlForm = {},
): Iterable<Uint8Array> {
  const spell = (tag: string): string =>
    (prefix && `${prefix}:`) +
    (tags === "lower"
      ? tag.toLowerCase()
      : tags === "supplier"
        ? (SUPPLIER_TAGS[tag] ?? tag)
        : tag);
  const layouts = new Map<TableName, readonly LayoutField[]>();
  const layout = (table: TableName): readonly LayoutField[] =>
    layouts.get(table) ?? layouts.set(table, fieldsOf(table, ret.year)).get(table)!;
  const leaf = (tag: string, value: string | undefined): string =>
    value ? `<${spell(tag)}>${escapeXml(value)}</${spell(tag)}>` : "";
  const element = (record: ReturnRecord): string => {
    const name = spell(ELEMENTS[record.table]);
    return `<${name}>${layout(record.table)
      .map(({ tag }) => leaf(tag, record.values[tag]))
      .join("")}${record.children.map(element).join("")}</${name}>\n`;
  };
  const group = (tag: string, inner: string): string => `<${spell(tag)}>${inner}</${spell(tag)}>\n`;
  const head = (wanted: (tag: string) => boolean): string =>
    layout("sen2")
      .filter(({ tag }) => wanted(tag))
      .map(({ tag }) => leaf(tag, ret.header[tag]))
      .join("");

  function* pieces(): Generator<string> {
    const declared =
      encoding === "windows-1252" ? "windows-1252" : encoding === "utf-16le" ? "UTF-16" : "UTF-8";
    const namespace = prefix ? ` xmlns:${prefix}="urn:sample:sen2"` : "";
    yield `<?xml version="1.0" encoding="${declared}"?>\n<${spell("Message")}${namespace}>\n`;
    const source = head((tag) => !COLLECTION.includes(tag) && !OFFICERS.includes(tag));
    yield group(
      "Header",
      group(
        "CollectionDetails",
        head((tag) => COLLECTION.includes(tag)),
      ) +
        group("Source", source) +
        head((tag) => OFFICERS.includes(tag)),
    );
    yield `<${spell("Persons")}>\n`;
    for (const person of ret.persons()) yield element(person);
    yield `</${spell("Persons")}>\n</${spell("Message")}>\n`;
  }
  return encodeText(inChunks(pieces()), encoding);
}
