import { cleanIdentifier } from "../columns/clean-identifier";
import type { RawTable } from "../columns/raw-table";

/** Headings of the identifier of the mental health data, and of the one of the council's data. */
const healthHeadings = {
  person_id: "person_id",
  mhsds_person_id: "person_id",
  nhs_number: "nhs_number",
  nhsnumber: "nhs_number",
} as const;
const sendHeadings = {
  upn: "upn",
  uln: "uln",
  person_pseudonym: "pseudonym",
  send_pseudonym: "pseudonym",
} as const;

type HealthIdentifier = (typeof healthHeadings)[keyof typeof healthHeadings];
type SendIdentifier = (typeof sendHeadings)[keyof typeof sendHeadings];

const find = <T extends string>(
  header: readonly string[],
  headings: Readonly<Record<string, T>>,
): { name: string; kind: T } | null => {
  const name = header.find((heading) => Object.hasOwn(headings, heading));
  return name === undefined ? null : { name, kind: headings[name] };
};

/**
 * Whether a header is that of a linkage table: an identifier of either side and hardly anything
 * else.
 */
export function isLinkageHeader(header: readonly string[]): boolean {
  const names = header.map((name) => name.trim().toLowerCase()).filter((name) => name !== "");
  return (
    names.length <= 6 && find(names, healthHeadings) !== null && find(names, sendHeadings) !== null
  );
}

/**
 * An agreed linkage table: which person of the mental health data is which child of the council's.
 * In memory only.
 */
export interface LinkageTable {
  readonly file: string;
  readonly health: HealthIdentifier;
  readonly send: SendIdentifier;
  readonly pairs: readonly (readonly [health: string, send: string])[];
  /**
   * Rows without one of the two, and rows whose identifier stands in another row with another
   * partner: which is right cannot be known, so none of them is used.
   */
  readonly rejected: number;
}

/**
 * Reads a linkage table. Pairs that stand twice count once; an identifier with two partners links
 * nobody.
 */
export function readLinkageTable(file: string, table: RawTable): LinkageTable | null {
  const header = [...table.columns.keys()];
  const [health, send] = [find(header, healthHeadings), find(header, sendHeadings)];
  if (health === null || send === null) return null;
  const [left, right] = [table.columns.get(health.name)!, table.columns.get(send.name)!];
  const partnersOf = [new Map<string, Set<string>>(), new Map<string, Set<string>>()];
  const note = (side: 0 | 1, id: string, partner: string): void =>
    void partnersOf[side].set(id, (partnersOf[side].get(id) ?? new Set()).add(partner));
  const rows: (readonly [string, string])[] = [];
  for (let row = 0; row < table.rowCount; row++) {
    const person = cleanIdentifier(left.at(row) ?? "").replace(/\s+/g, "");
    const child =
      send.kind === "pseudonym"
        ? (right.at(row) ?? "").trim().toLowerCase()
        : cleanIdentifier(right.at(row) ?? "").replace(/\s+/g, "");
    if (person === "" || child === "") continue;
    rows.push([person, child]);
    note(0, person, child);
    note(1, child, person);
  }
  const sure = rows.filter(
    ([person, child]) =>
      partnersOf[0].get(person)!.size === 1 && partnersOf[1].get(child)!.size === 1,
  );
  const pairs = new Map(sure);
  return {
    file,
    health: health.kind,
    send: send.kind,
    pairs: [...pairs],
    rejected: table.rowCount - sure.length,
  };
}
