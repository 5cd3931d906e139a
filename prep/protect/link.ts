import type { Day } from "../calendar/day";

/**
 * One record of a person in one source, with the identifiers that it can be linked by. It lives in
 * memory only.
 */
export interface PersonRecord {
  /** Valid identifiers only; null where there is none or it fails its check. */
  readonly upn: string | null;
  readonly uln: string | null;
  readonly surname: string | null;
  readonly forename: string | null;
  readonly birth: Day | null;
  /** File and record, for findings. */
  readonly place: string;
}

/**
 * Two records that share an identifier and were kept apart, or were linked although something
 * disagrees.
 */
interface LinkConflict {
  readonly kind: "upn_shared" | "uln_across_upns" | "name_ambiguous";
  readonly record: number;
  readonly other: number;
}

interface Link {
  readonly by: "upn" | "uln" | "name";
  readonly record: number;
}

export interface Linkage {
  /** Person (from 0) of each record. */
  readonly personOf: Int32Array;
  readonly count: number;
  /**
   * Strongest identifier of each person, such as `upn:…`, `uln:…`, `name:…`: the text that the
   * pseudonym is made from.
   */
  readonly strongest: readonly string[];
  /** The other identifiers of each person. */
  readonly aliases: readonly (readonly string[])[];
  /** Records that were joined to an earlier one, and by what. */
  readonly links: readonly Link[];
  readonly conflicts: readonly LinkConflict[];
}

/** Name as it is compared: accents, case, spaces, hyphens and apostrophes do not count. */
const foldName = (name: string): string =>
  name
    .normalize("NFD")
    .replace(/[\u0300-\u036f]/g, "")
    .toLowerCase()
    .replace(/[^a-z0-9]/g, "");

function nameKey(record: PersonRecord): string | null {
  const surname = foldName(record.surname ?? "");
  const forename = foldName(record.forename ?? "");
  return surname && forename && record.birth !== null
    ? `${surname}|${forename}|${record.birth}`
    : null;
}

/** True unless both name and birth date are known to differ. */
function couldBeOne(a: PersonRecord, b: PersonRecord): boolean {
  const birthDiffers = a.birth !== null && b.birth !== null && a.birth !== b.birth;
  const differs = (x: string | null, y: string | null): boolean =>
    x !== null && y !== null && foldName(x) !== foldName(y);
  return !(birthDiffers && differs(a.surname, b.surname) && differs(a.forename, b.forename));
}

/**
 * Finds which records are the same person over all sources: by UPN, else by ULN, else by surname,
 * forename and birth date, and never
 * across two different valid UPNs (docs/counting.md). Records that share a UPN but neither name nor
 * birth date are kept apart.
 * Persons are numbered in the order in which they first appear.
 */
export function linkPeople(records: readonly PersonRecord[]): Linkage {
  const root = Int32Array.from(records, (_, i) => i);
  const find = (i: number): number => {
    while (root[i] !== i) i = root[i] = root[root[i]];
    return i;
  };
  /**
   * The UPN that a group of records stands for; a disputed one is marked with its record so that it
   * meets no other.
   */
  const claim: (string | null)[] = new Array(records.length).fill(null);
  const conflicts: LinkConflict[] = [];
  const links: Link[] = [];
  const join = (a: number, b: number): void => {
    const [x, y] = [find(a), find(b)];
    const [first, second] = x < y ? [x, y] : [y, x];
    root[second] = first;
    claim[first] ??= claim[second];
  };
  const compatible = (a: number, b: number): boolean => {
    const [x, y] = [claim[find(a)], claim[find(b)]];
    return x === null || y === null || x === y;
  };

  const byUpn = new Map<string, number[]>();
  records.forEach((record, i) => {
    if (record.upn === null) return;
    const holders = byUpn.get(record.upn);
    if (!holders) {
      byUpn.set(record.upn, [i]);
      claim[i] = record.upn;
      return;
    }
    const same = holders.find((holder) => couldBeOne(records[holder], record));
    if (same !== undefined) {
      links.push({ by: "upn", record: i });
      join(same, i);
      return;
    }
    holders.push(i);
    claim[i] = `${record.upn}#${i}`;
    conflicts.push({ kind: "upn_shared", record: i, other: holders[0] });
  });

  const byUln = new Map<string, number>();
  records.forEach((record, i) => {
    if (record.uln === null) return;
    const holder = byUln.get(record.uln);
    if (holder === undefined) byUln.set(record.uln, i);
    else if (find(holder) === find(i)) return;
    else if (compatible(holder, i)) {
      links.push({ by: "uln", record: i });
      join(holder, i);
    } else conflicts.push({ kind: "uln_across_upns", record: i, other: holder });
  });

  const byName = new Map<string, number[]>();
  records.forEach((record, i) => {
    const key = nameKey(record);
    if (key === null) return;
    const others = byName.get(key);
    if (others) others.push(i);
    else byName.set(key, [i]);
  });
  for (const group of byName.values()) {
    const claims = new Set(group.map((i) => claim[find(i)]).filter((c) => c !== null));
    const joinable = claims.size <= 1 ? group : group.filter((i) => claim[find(i)] === null);
    for (const i of joinable.slice(1))
      if (find(joinable[0]) !== find(i)) {
        links.push({ by: "name", record: i });
        join(joinable[0], i);
      }
    if (claims.size > 1 && joinable.length > 0)
      conflicts.push({
        kind: "name_ambiguous",
        record: joinable[0],
        other: group.find((i) => i !== joinable[0])!,
      });
  }

  return { ...name(records, find, claim), links, conflicts };
}

/** Numbers the persons and names the identifiers of each. */
function name(
  records: readonly PersonRecord[],
  find: (i: number) => number,
  claim: readonly (string | null)[],
): Pick<Linkage, "personOf" | "count" | "strongest" | "aliases"> {
  const personOf = new Int32Array(records.length);
  const personOfRoot = new Map<number, number>();
  const identifiers: Set<string>[] = [];
  const strongest: string[] = [];
  records.forEach((record, i) => {
    const r = find(i);
    let person = personOfRoot.get(r);
    if (person === undefined) {
      person = identifiers.length;
      personOfRoot.set(r, person);
      identifiers.push(new Set());
      strongest.push(claim[r] === null ? "" : `upn:${claim[r]}`);
    }
    personOf[i] = person;
    const key = nameKey(record);
    if (record.upn !== null && !strongest[person].includes("#"))
      identifiers[person].add(`upn:${record.upn}`);
    if (record.uln !== null) identifiers[person].add(`uln:${record.uln}`);
    if (key !== null) identifiers[person].add(`name:${key}`);
  });
  records.forEach((record, i) => {
    const person = personOf[i];
    if (strongest[person] !== "" && !strongest[person].includes("#")) return;
    const sorted = [...identifiers[person]].filter((id) => !id.startsWith("upn:")).sort();
    strongest[person] =
      sorted.find((id) => id.startsWith("uln:")) ?? sorted[0] ?? `record:${record.place}`;
  });
  const aliases = identifiers.map((ids, person) =>
    [...ids].filter((id) => id !== strongest[person]).sort(),
  );
  return { personOf, count: identifiers.length, strongest, aliases };
}
