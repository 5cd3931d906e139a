import { ByteDictionary } from "../../../scan/dictionary";
import type { IdDomain, MhsdsColumn, MhsdsTable } from "../fields/fields";

/**
 * The numberings of all values that are read, shared over files and tables. Ids stay bytes: no
 * string is made of them.
 */
export interface Values {
  /** The numbering of an id domain. */
  domain(name: IdDomain): ByteDictionary;
  /** The numbering of a column's values. */
  of(table: MhsdsTable, column: MhsdsColumn): ByteDictionary;
  /** Lets go of a numbering that is no longer asked for. */
  forget(name: IdDomain): void;
}

/** Columns whose values read the same whatever the table: dates, numbers, flags. */
const sharedKinds: ReadonlySet<string> = new Set([
  "date",
  "time",
  "instant",
  "integer",
  "age",
  "flag",
  "version",
]);

export function sharedValues(): Values {
  const dictionaries = new Map<string, ByteDictionary>();
  const get = (key: string): ByteDictionary => {
    let known = dictionaries.get(key);
    if (known === undefined) dictionaries.set(key, (known = new ByteDictionary()));
    return known;
  };
  return {
    domain: (name) => get(`id ${name}`),
    of: (table, { kind, domain, name }) =>
      get(kind === "id" ? `id ${domain}` : sharedKinds.has(kind) ? kind : `${table} ${name}`),
    forget: (name) => void dictionaries.delete(`id ${name}`),
  };
}
