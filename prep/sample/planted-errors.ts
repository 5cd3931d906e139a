import { recordsOf, type ReturnRecord, type TableName } from "./return-record";

/**
 * A kind of error that can be planted in one person's record. None of them changes a figure: they touch what no indicator counts, or
 * what the reader passes over for something better. `plant` changes the record and returns true, or returns false where it does not fit.
 */
export interface ErrorKind {
  /** The check that must find it. */
  readonly rule: string;
  readonly field: string;
  /** First and last collection year it can be planted in. */
  readonly from: number;
  readonly to: number;
  readonly plant: (person: ReturnRecord) => boolean;
}

type Test = (record: ReturnRecord) => boolean;

/** Sets a field of the first record of a table that fits. */
const set = (
  rule: string,
  table: TableName,
  field: string,
  value: string,
  fits: Test,
  from = 2023,
  to = 9999,
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

export const ERROR_KINDS: readonly ErrorKind[] = [
  set("P05", "person", "PostCode", "ZZ 12345", () => true),
  set("P07", "person", "UPNunknown", "UN5", has("UPN")),
  set("P08", "person", "UPNunknown", "UN4", has("UPNunknown", "UN2", "UN3")),
  set("P09", "person", "UPNunknown", "UN1", has("UPNunknown", "UN2", "UN3")),
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
  set("R10", "requests", "Exported", "000", has("RequestOutcome", "Y")),
  set("R11", "requests", "RYA", "2", () => true),
  set("A06", "assessment", "Week20", "1", has("AssessmentOutcome", "H")),
  set("N10", "namedplan", "OA", "1", has("PB", "0")),
  set("D02", "placementdetail", "UKPRN", "19980001", has("URN")),
  set("D06", "placementdetail", "SENSettingOther", "", has("SENsetting", "OTH", "NIEO")),
  set(
    "D07",
    "placementdetail",
    "SENunitIndicator",
    "",
    (placement) => has("URN")(placement) && has("SENunitIndicator", "0")(placement),
  ),
  set("V05", "activeplans", "ReviewOutcome", "X", has("ReviewOutcome", "C", "M"), 2024),
  set("V07", "activeplans", "ReviewDraft", "2024-02-01", has("ReviewOutcome", "M", "C"), 2025),
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
  set("S02", "senneed", "SENtypeRank", "3", has("SENtypeRank", "2")),
  set("S03", "senneed", "SENtype", "DS", has("SENtypeRank", "2"), 2023, 2024),
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

/** Where an error stands: the collection year, and the number of the person in that return from 1. */
export interface PlantedError {
  readonly rule: string;
  readonly field: string;
  readonly year: number;
  readonly person: number;
}

export interface Planting {
  readonly planted: readonly PlantedError[];
  /** The kind planted in a person of the return, by the person's number from 1. */
  readonly kinds: ReadonlyMap<number, ErrorKind>;
}

/**
 * Chooses where in one return to plant so many errors: kind after kind from `firstKind`, spread over its people, at most one for each
 * person. `persons` gives fresh records of the clean return each time. A kind that fits nobody is replaced by a wrong postcode, which
 * fits anybody. Throws a RangeError when there are more errors than people.
 */
export function choosePlaces(
  year: number,
  persons: () => Iterable<ReturnRecord>,
  errors: number,
  firstKind: number,
  stride: number,
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
    throw new RangeError(
      `the return of ${year} has fewer people than the ${errors} errors it should get: use fewer errors or more people`,
    );
  const planted = [...kinds]
    .sort(([a], [b]) => a - b)
    .map(([person, { rule, field }]) => ({ rule, field, year, person }));
  return { planted, kinds };
}
