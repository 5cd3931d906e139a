import { sen2Tables } from "../fields/fields";

/**
 * XML elements of a SEN2 return that are records: lower-cased name to table. Everything else is a
 * field of the record around it, or transparent.
 */
export const sen2Records: Readonly<Record<string, string>> = Object.fromEntries(
  sen2Tables.filter((name) => name !== "sen2").map((name) => [name, name]),
);

/**
 * The root element (Message, whatever its name) is the record of the header fields, wherever they
 * stand in it.
 */
export const sen2RootRecord = "sen2";
