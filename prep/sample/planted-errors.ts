import { recordsOf, type ReturnRecord, type TableName } from "./return-record";

/**
 * A kind of error that can be planted in one person's record. None of them changes a figure: they
 * touch what no indicator counts, or
 * what the reader passes over for something better. `plant` changes the record and returns true, or
 * returns false where it does not fit.
 */
interface ErrorKind {
  /** The check that must find it. */
  readonly rule: string;
  readonly field: string;
  /** First and last collection year it can be planted in. */
  readonly from: number;
  readonly to: number;
  readonly plant: (person: ReturnRecord) => boolean;
}

type Test = (record: ReturnRecord) => boolean;

/** A value that a field gets, where the record fits, in returns of some years (all unless said). */
interface Change {
  readonly field: string;
  readonly value: string;
  readonly fits: Test;
  readonly from?: number;
  readonly to?: number;
}

/** Sets a field of the first record of a table that fits. */
const set = (
  rule: string,
  table: TableName,
  { field, value, fits, from = 2023, to = 9999 }: Change,
): ErrorKind => ({
  rule,
  field,
  from,
  to,
  plant: (person) => {
    const record = (table === "person" ? [person] : recordsOf(person, table)).find(fits);
    if (record) record.values[field] = value;
    return record !== undefined;
  },
});

const has =
  (field: string, ...values: string[]): Test =>
  (record) =>
    values.length > 0 ? values.includes(record.values[field] ?? "") : !!record.values[field];

/** Plan under an assessment with this outcome: its active plans record. */
const activeWith =
  (outcome: string): Test =>
  (request) =>
    request.children.some(
      (child) =>
        child.table === "assessment" &&
        child.values.AssessmentOutcome === outcome &&
        child.values.AssessmentOutcomeDate !== "",
    );

/** A UPN with the next check letter, which is always wrong. */
export function wrongLetter(upn: string): string {
  const letters = "ABCDEFGHJKLMNPQRTUVWXYZ";
  return letters[(letters.indexOf(upn[0]) + 1) % letters.length] + upn.slice(1);
}

const ERROR_KINDS: readonly ErrorKind[] = [
  set("P05", "person", { field: "PostCode", value: "ZZ 12345", fits: () => true }),
  set("P07", "person", { field: "UPNunknown", value: "UN5", fits: has("UPN") }),
  set("P08", "person", {
    field: "UPNunknown",
    value: "UN4",
    fits: has("UPNunknown", "UN2", "UN3"),
  }),
  set("P09", "person", {
    field: "UPNunknown",
    value: "UN1",
    fits: has("UPNunknown", "UN2", "UN3"),
  }),
  {
    rule: "P10",
    field: "UPN",
    from: 2023,
    to: 9999,
    plant: ({ values }) => {
      if (!values.UPN) return false;
      values.UPN = wrongLetter(values.UPN);
      return true;
    },
  },
  {
    rule: "P12",
    field: "UniqueLearnerNumber",
    from: 2023,
    to: 9999,
    plant: ({ values }) => {
      if (!values.UPN || values.UniqueLearnerNumber) return false;
      values.UniqueLearnerNumber = `1${values.UPN.slice(4, 12)}`; // one digit short, and no two the same
      return true;
    },
  },
  set("R10", "requests", { field: "Exported", value: "000", fits: has("RequestOutcome", "Y") }),
  set("R11", "requests", { field: "RYA", value: "2", fits: () => true }),
  set("A06", "assessment", { field: "Week20", value: "1", fits: has("AssessmentOutcome", "H") }),
  set("N10", "namedplan", { field: "OA", value: "1", fits: has("PB", "0") }),
  set("D02", "placementdetail", { field: "UKPRN", value: "19980001", fits: has("URN") }),
  set("D06", "placementdetail", {
    field: "SENSettingOther",
    value: "",
    fits: has("SENsetting", "OTH", "NIEO"),
  }),
  set("D07", "placementdetail", {
    field: "SENunitIndicator",
    value: "",
    fits: (placement) => has("URN")(placement) && has("SENunitIndicator", "0")(placement),
  }),
  set("V05", "activeplans", {
    field: "ReviewOutcome",
    value: "X",
    fits: has("ReviewOutcome", "C", "M"),
    from: 2024,
  }),
  set("V07", "activeplans", {
    field: "ReviewDraft",
    value: "2024-02-01",
    fits: has("ReviewOutcome", "M", "C"),
    from: 2025,
  }),
  {
    rule: "V09",
    field: "TransferLA",
    from: 2023,
    to: 9999,
    plant: (person) => {
      const active = recordsOf(person, "requests")
        .filter(activeWith("Y"))
        .flatMap((request) => recordsOf(request, "activeplans"))[0];
      if (active) active.values.TransferLA = "330";
      return active !== undefined;
    },
  },
  set("S02", "senneed", { field: "SENtypeRank", value: "3", fits: has("SENtypeRank", "2") }),
  set("S03", "senneed", {
    field: "SENtype",
    value: "DS",
    fits: has("SENtypeRank", "2"),
    from: 2023,
    to: 2024,
  }),
  {
    rule: "K03",
    field: "SENtype",
    from: 2023,
    to: 9999,
    plant: (person) => {
      const active = recordsOf(person, "activeplans").find(
        (plan) => recordsOf(plan, "senneed").length === 2,
      );
      active?.children.push({
        table: "senneed",
        values: { SENtype: "MSI", SENtypeRank: "2" },
        children: [],
      });
      return active !== undefined;
    },
  },
];

/**
 * Where an error stands: the collection year, and the number of the person in that return from 1.
 */
export interface PlantedError {
  readonly rule: string;
  readonly field: string;
  readonly year: number;
  readonly person: number;
}

interface Planting {
  readonly planted: readonly PlantedError[];
  /** The kind planted in a person of the return, by the person's number from 1. */
  readonly kinds: ReadonlyMap<number, ErrorKind>;
}

/** More errors were asked for than people can have: fewer errors or more people will do. */
export class TooManyErrors extends RangeError {
  override readonly name = "TooManyErrors";
}

/** How many errors, which kind comes first, and how many people apart. */
interface Spread {
  readonly errors: number;
  readonly firstKind: number;
  readonly stride: number;
}

/**
 * Chooses where in one return to plant so many errors: kind after kind, spread over its people, at
 * most one for each
 * person. `persons` gives fresh records of the clean return each time. A kind that fits nobody is
 * replaced by a wrong postcode, which
 * fits anybody. Throws TooManyErrors when there are more errors than people.
 */
export function choosePlaces(
  year: number,
  persons: () => Iterable<ReturnRecord>,
  { errors, firstKind, stride }: Spread,
): Planting {
  const fitting = ERROR_KINDS.filter(({ from, to }) => from <= year && year <= to);
  let waiting = Array.from(
    { length: errors },
    (_, index) => fitting[(firstKind + index) % fitting.length],
  );
  const kinds = new Map<number, ErrorKind>();
  const pass = (step: number): void => {
    let [number, next] = [0, 1];
    for (const person of persons()) {
      if (waiting.length === 0) return;
      if (++number < next || kinds.has(number)) continue;
      const fits = waiting.findIndex((kind) => kind.plant(person));
      if (fits < 0) continue;
      kinds.set(number, waiting.splice(fits, 1)[0]);
      next = number + step;
    }
  };
  pass(stride);
  pass(1);
  waiting = waiting.map(() => ERROR_KINDS[0]);
  pass(1);
  if (waiting.length > 0)
    throw new TooManyErrors(
      `The return of ${year} can hold one planted error for each person (${kinds.size}), and ` +
        `it should get ${errors}: ask for fewer errors or more people.`,
    );
  const planted = [...kinds]
    .sort(([a], [b]) => a - b)
    .map(([person, { rule, field }]) => ({ rule, field, year, person }));
  return { planted, kinds };
}
