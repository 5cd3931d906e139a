import type { Field, Literal, VisualSettings } from "./report";

const value = (literal: Literal): string =>
  typeof literal === "string"
    ? `'${literal.replaceAll("'", "''")}'`
    : typeof literal === "number"
      ? `${literal}D`
      : String(literal);

/** A constant as PBIR writes it. */
export const literal = (constant: Literal) => ({ expr: { Literal: { Value: value(constant) } } });

/** A field as an expression. */
export const expression = ({ kind, table, name }: Field) => ({
  [kind]: { Expression: { SourceRef: { Entity: table } }, Property: name },
});

/** What readers see a field called: a column that says codes in words, without saying so. */
export const shownName = ({ kind, name }: Field): string =>
  kind === "Column" ? name.replace(/ in words$/, "") : name;

/** A field in a well. */
export const projection = (field: Field) => ({
  field: expression(field),
  queryRef: `${field.table}.${field.name}`,
  nativeQueryRef: field.name,
  ...(shownName(field) === field.name ? {} : { displayName: shownName(field) }),
});

/** Settings as the `objects` of a visual. */
export const objects = (settings: VisualSettings) =>
  Object.fromEntries(
    Object.entries(settings).map(([object, properties]) => [
      object,
      [
        {
          properties: Object.fromEntries(
            Object.entries(properties).map(([name, constant]) => [name, literal(constant)]),
          ),
        },
      ],
    ]),
  );
