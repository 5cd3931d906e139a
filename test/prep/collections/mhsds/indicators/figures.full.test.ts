import { expect } from "chai";
import { accessIndicators } from "../../../../../prep/collections/mhsds/indicators/access-indicators";
import { mhsdsModel } from "../../../../../prep/collections/mhsds/model/model";
import type { HealthArea } from "../../../../../prep/collections/mhsds/model/places";
import { byMonth } from "../../../../../prep/columns/by-month";
import { monthCounter, type MonthRows } from "../../../../../prep/indicators/count-months";
import type { CountBy } from "../../../../../prep/indicators/indicator";
import type { Mhsds } from "../../../../../prep/collections/mhsds/read/extract";
import { mhsdsFigures } from "../../../../../prep/collections/mhsds/indicators/figures";
import { knownMonths } from "../../../../../prep/collections/mhsds/model/months";
import { isoOf } from "../../../../../prep/calendar/day";
import type { Figure } from "../../../../../prep/indicators/figure";
import { makeSample } from "../../../../../prep/sample/make-sample";
import { expectedMhsds, type ExpectedHealthValue } from "../../../../oracle/mhsds/expected-mhsds";
import { makeMhsds, mhsdsFiles } from "../../../../../prep/sample/mhsds/mhsds";
import type { MhsdsForm } from "../../../../../prep/sample/mhsds/write-mhsds";
import { exampleFiles, mhsdsExample } from "../example";
import { readMhsdsFiles } from "../read";

const everyone = ({ personMonths }: Mhsds): HealthArea => ({
  code: "",
  type: "ods",
  name: "everyone",
  footprint: "",
  members: new Uint8Array(personMonths.count).fill(1),
});

function count(data: Mhsds, areas: readonly HealthArea[]): Map<HealthArea, Figure[]> {
  const figures = new Map<HealthArea, Figure[]>(areas.map((area) => [area, []]));
  mhsdsFigures(mhsdsModel(data, null), areas, (area, figure) => figures.get(area)!.push(figure));
  return figures;
}

describe("figures of the synthetic MHSDS example of version 6", () => {
  it("agree with its expected results to the unit", async () => {
    const { figures: expected } = mhsdsExample();
    const data = await readMhsdsFiles(exampleFiles());
    const all = everyone(data);
    const figures = count(data, [all]).get(all)!;
    const value = (indicator: string, breakdown = "all", group = "all"): number | null =>
      figures.find(
        (one) =>
          one.indicator === indicator &&
          one.breakdown === breakdown &&
          one.breakdownValue === group,
      )?.value ?? null;
    for (const [id, name] of [
      ["mhs32a", "MHS32a"],
      ["mhs32b", "MHS32b"],
      ["mhs39a", "MHS39a_people"],
      ["mhs40", "MHS40"],
      ["mhs41", "MHS41"],
      ["mhs42", "MHS42"],
      ["mhs30d", "MHS30d"],
      ["cyp23", "CYP23_open_referrals"],
      ["cyp01", "CYP01_people"],
    ])
      expect(value(id), id).to.equal(expected[name]);
    for (const [code, missed] of Object.entries(expected.MHS58a))
      expect(value("mhs58a", "attendance", code) ?? 0, `MHS58a ${code}`).to.equal(missed);
    expect(data.indirect.count).to.equal(expected.indirect_rows_after_dedupe);
    expect(value("mh_referrals_not_accepted_0_18")).to.equal(expected.rejected_in_period_age_0_17);
    // One month is loaded: the measure over twelve months has no figure, and its rule is tried on
    // the single month.
    expect(value("mhs95")).to.equal(null);
    const { access: rows } = mhsdsModel(data, null);
    const months: MonthRows = {
      clock: "month",
      rows: rows.rows,
      of: byMonth(rows.month, data.months),
      knowledge: knownMonths(data).of,
    };
    const access: Figure[] = [];
    const [{ id, count: mhs95 }] = accessIndicators;
    monthCounter(months)({ ...(mhs95 as CountBy<"month">), id, over: 1 }, (figure) =>
      access.push(figure),
    );
    expect(
      access.find(({ indicator, breakdown }) => indicator === "mhs95" && breakdown === "all")
        ?.value,
    ).to.equal(expected.MHS95_single_month);
  });
});

type Known = Pick<
  ExpectedHealthValue,
  | "indicator_id"
  | "frequency"
  | "period_end"
  | "breakdown"
  | "breakdown_value"
  | "numerator"
  | "denominator"
  | "value"
  | "status"
>;
const keyOf = ({
  indicator_id,
  frequency,
  period_end,
  breakdown,
  breakdown_value,
}: Known): string => [indicator_id, frequency, period_end, breakdown, breakdown_value].join(" | ");
const wordsOf = ({ numerator, denominator, value, status }: Known): string =>
  `${numerator} / ${denominator} = ${value === null ? null : Math.round(value * 1e9) / 1e9} ${status}`;

/** Figures that differ from the answers, and figures of groups that the answers have nobody in. */
function differences(figures: readonly Figure[], answers: readonly Known[]): string[] {
  const counted = new Map(
    figures.map((one): [string, Known] => {
      const row: Known = {
        indicator_id: one.indicator,
        frequency: one.frequency,
        period_end: isoOf(one.end),
        breakdown: one.breakdown,
        breakdown_value: one.breakdownValue,
        numerator: one.numerator,
        denominator: one.denominator,
        value: one.value,
        status: one.status,
      };
      return [keyOf(row), row];
    }),
  );
  const breakdowns = new Set(
    answers.map(({ indicator_id, breakdown }) => `${indicator_id} ${breakdown}`),
  );
  const wrong: string[] = [];
  const known = new Set<string>();
  for (const answer of answers) {
    const key = keyOf(answer);
    known.add(key);
    const found = counted.get(key);
    if (!found) wrong.push(`${key}: not counted, should be ${wordsOf(answer)}`);
    else if (wordsOf(found) !== wordsOf(answer))
      wrong.push(`${key}: ${wordsOf(found)}, should be ${wordsOf(answer)}`);
  }
  for (const [key, row] of counted)
    if (
      !known.has(key) &&
      breakdowns.has(`${row.indicator_id} ${row.breakdown}`) &&
      row.status === "ok" &&
      (row.value ?? 0) !== 0
    )
      wrong.push(`${key}: ${wordsOf(row)}, should not be there`);
  return wrong;
}

describe("figures of invented mental health services", () => {
  const sample = makeMhsds(makeSample({ people: 300, years: 2, seed: 5 }).history, {
    seed: 5,
    people: 400,
  });

  async function compare(form: MhsdsForm): Promise<void> {
    const data = await readMhsdsFiles(mhsdsFiles(sample, form));
    const all = everyone(data);
    const answers = [...expectedMhsds(sample, form.version)];
    expect(answers.length).to.be.greaterThan(3000);
    expect(
      differences(
        count(data, [all]).get(all)!,
        answers.filter(({ area_basis }) => area_basis === "everyone"),
      ).slice(0, 40),
    ).to.deep.equal([]);
  }

  it("agree with what happened, in the versions of their months", () => compare({}));
  it("agree in version 5 throughout", () => compare({ version: 5 }));
  it("agree in version 6 throughout, a file a table and month", () =>
    compare({ version: 6, byMonth: true }));
});
