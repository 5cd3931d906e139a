import type { Field } from "../report/report";

type Json = unknown;
const isObject = (value: Json): value is Record<string, Json> =>
  typeof value === "object" && value !== null && !Array.isArray(value);
const text = (value: Json): string => (typeof value === "string" ? value : "");

/**
 * The fields that a file of a report refers to, wherever they stand; names of sources in a filter
 * are resolved by its `From`.
 */
export function fieldReferences(
  value: Json,
  sources: ReadonlyMap<string, string> = new Map(),
): Field[] {
  if (Array.isArray(value)) return value.flatMap((item) => fieldReferences(item, sources));
  if (!isObject(value)) return [];
  const from = Array.isArray(value.From)
    ? new Map([
        ...sources,
        ...value.From.filter(isObject).map(({ Name, Entity }): [string, string] => [
          text(Name),
          text(Entity),
        ]),
      ])
    : sources;
  return Object.entries(value).flatMap(([key, inner]) => {
    if (
      (key === "Column" || key === "Measure") &&
      isObject(inner) &&
      isObject(inner.Expression) &&
      isObject(inner.Expression.SourceRef)
    ) {
      const { Entity, Source } = inner.Expression.SourceRef;
      return [
        {
          kind: key,
          table: text(Entity) || (from.get(text(Source)) ?? ""),
          name: text(inner.Property),
        },
      ];
    }
    return fieldReferences(inner, from);
  });
}
