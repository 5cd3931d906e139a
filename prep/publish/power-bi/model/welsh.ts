import type { ModelTable, Translation } from "./model";

/**
 * Welsh names that we are sure of. Everything else stays in English until a Welsh speaker has given
 * it.
 */
const words: Readonly<Record<string, string>> = {
  "Academic year": "Blwyddyn academaidd",
  Area: "Ardal",
  "Area name": "Enw'r ardal",
  Authority: "Awdurdod",
  Date: "Dyddiad",
  Denominator: "Enwadur",
  England: "Lloegr",
  Ethnicity: "Ethnigrwydd",
  "Financial year": "Blwyddyn ariannol",
  Indicator: "Dangosydd",
  "Key measures": "Mesurau allweddol",
  Month: "Mis",
  Need: "Angen",
  Note: "Nodyn",
  Numerator: "Rhifiadur",
  Period: "Cyfnod",
  "Previous value": "Gwerth blaenorol",
  Quarter: "Chwarter",
  Region: "Rhanbarth",
  Sex: "Rhyw",
  Source: "Ffynhonnell",
  Status: "Statws",
  Target: "Targed",
  Term: "Tymor",
  Unit: "Uned",
  Value: "Gwerth",
  Year: "Blwyddyn",
};

/** Draft Welsh names of the tables, columns, measures and hierarchies that have one. */
export function welsh(tables: readonly ModelTable[]): Translation {
  const paths = tables.flatMap((table) => [
    [table.name, table.name],
    ...[...table.columns, ...table.measures, ...table.hierarchies].map(({ name }) => [
      `${table.name}/${name}`,
      name,
    ]),
  ]);
  return {
    culture: "cy-GB",
    note: "Draft translation: to be checked and completed by a Welsh speaker. Names that are not here show in English.",
    captions: new Map(
      paths.flatMap(([path, name]): [string, string][] =>
        words[name] ? [[path, words[name]]] : [],
      ),
    ),
  };
}
