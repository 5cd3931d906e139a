import { expect } from "chai";
import fc from "fast-check";
import { checkReturn } from "../../../../prep/collections/sen2/rules/check-return";
import { codeSets } from "../../../../prep/collections/sen2/fields/code-sets";
import {
  columnName,
  sen2Fields,
  type Sen2Field,
  type Sen2TableName,
} from "../../../../prep/collections/sen2/fields/fields";
import { sen2Rules } from "../../../../prep/collections/sen2/rules/sen2-rules";
import { makeReturn, type Row } from "./make-return";
import { oneCase } from "./model/one-case";

const name = fc.stringMatching(/^Q[a-z]{9}x$/);
const july = (year: number): fc.Arbitrary<string> =>
  fc.integer({ min: 1, max: 28 }).map((day) => `${year}-07-${String(day).padStart(2, "0")}`);
const orBlank = (text: fc.Arbitrary<string>): fc.Arbitrary<string> =>
  fc.oneof(fc.constant(""), text);
/** The personal fields, right and wrong, with values that no message has by chance. */
const personal = {
  surname: name,
  forename: name,
  personbirthdate: fc.oneof(
    july(1990),
    july(2000),
    july(2010),
    july(2031),
    fc.stringMatching(/^\d\d!07!20\d\d$/),
  ),
  postcode: orBlank(fc.stringMatching(/^[A-Z]{2}\d[A-Z] \d[A-Z0-9]{2}$/)),
  upn: orBlank(fc.stringMatching(/^[A-Z]\d{11}[A-Z0-9]$/)),
  uniquelearnernumber: orBlank(fc.stringMatching(/^\d{10}$/)),
};

/** What may stand in any other field: nothing, right values and wrong ones. */
function valueOf({ type, codes }: Sen2Field): fc.Arbitrary<string> {
  if (type === "date")
    return fc.constantFrom(
      "",
      "1999-01-01",
      "2016-01-01",
      "2023-12-31",
      "2024-05-01",
      "2024-12-31",
      "2025-01-10",
      "2026-03-01",
      "31 June",
    );
  if (type === "flag") return fc.constantFrom("", "0", "1", "?");
  if (codes !== undefined)
    return fc.constantFrom("", "?", ...codeSets[codes].map(({ code }) => code));
  return fc.constantFrom("", "?", "839", "850", "100000", "10000001");
}

const fieldsOf = (table: Sen2TableName): fc.Arbitrary<Row> =>
  fc.record(
    Object.fromEntries(
      sen2Fields
        .filter((f) => f.table === table && !f.personal)
        .map((f) => [columnName(f), valueOf(f)]),
    ),
  );

/** Up to three records of a table with random fields, and those under them. */
const records = (
  table: Sen2TableName,
  under: Record<string, fc.Arbitrary<Row[]>> = {},
): fc.Arbitrary<Row[]> =>
  fc.array(
    fc
      .tuple(fieldsOf(table), fc.record(under))
      .map(([fields, children]) => ({ ...fields, ...children })),
    { maxLength: 3 },
  );

const requests = records("requests", {
  assessment: records("assessment", {
    namedplan: records("namedplan", { plandetail: records("plandetail") }),
  }),
  activeplans: records("activeplans", {
    placementdetail: records("placementdetail"),
    senneed: records("senneed"),
  }),
});

const people = fc.array(
  fc
    .tuple(fc.record(personal), fieldsOf("person"), requests)
    .map(([own, fields, list]): Row => ({ ...fields, ...own, requests: list })),
  { minLength: 1, maxLength: 3 },
);

describe("findings", () => {
  it("never carry a name, birth date, UPN, ULN or postcode of the input", function () {
    const fired = new Set<string>();
    fc.assert(
      fc.property(
        people,
        fc.constantFrom("2023", "2024", "2025"),
        fc.boolean(),
        (rows, year, repeat) => {
          const ret = makeReturn({
            header: { ...oneCase().header, year },
            people: repeat ? [...rows, ...rows] : rows,
          });
          const { findings } = checkReturn({ ret });
          const text = JSON.stringify(findings);
          for (const row of rows)
            for (const column of Object.keys(personal))
              if (row[column] !== "")
                expect(text.includes(row[column] as string), column).to.equal(false);
          for (const { rule } of findings) fired.add(rule);
        },
      ),
      { numRuns: 300 },
    );
    // The property means something only where the random returns make nearly every rule speak.
    expect(fired.size).to.be.greaterThan(sen2Rules.length - 8);
  });
});
