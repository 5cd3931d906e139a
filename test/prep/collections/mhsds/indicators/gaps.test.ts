import { expect } from "chai";
import { monthEnd, monthOf, monthStart } from "../../../../../prep/calendar/periods";
import { dayFromIso } from "../../../../../prep/calendar/day";
import { mhsdsGaps } from "../../../../../prep/collections/mhsds/indicators/gaps";
import type { FieldQuality } from "../../../../../prep/collections/mhsds/read/extract";

const month = monthOf(dayFromIso("2025-01-01")!);
const about = { start: monthStart(month), end: monthEnd(month) };

/** A column of which one value in two could not be read. */
const halfRead = (table: string, field: string): FieldQuality => ({
  ...{ provider: "RZZ", month, table, field },
  ...{ valid: 5, other: 0, default: 0, invalid: 5, missing: 0 },
});

/** Why figures are marked or taken away, by indicator and breakdown. */
const toldOf = (table: string, field: string) => {
  const gapsOf = mhsdsGaps({ quality: [halfRead(table, field)] });
  return (indicator: string, breakdown: string): readonly (string | undefined)[] =>
    gapsOf({ indicator, breakdown, ...about }).map((gap) => ("why" in gap ? gap.why : undefined));
};

describe("what mental health figures by age rest on", () => {
  it("is the age on receipt for referrals and contacts, which every row of them rests on", () => {
    const atEnd = toldOf("MHS001MPI", "AgeRepPeriodEnd");
    for (const indicator of ["mhs32a", "mhs30d"])
      for (const breakdown of ["all", "age_band"])
        expect(atEnd(indicator, breakdown), `${indicator} ${breakdown}`).to.deep.equal([]);
    const onReceipt = toldOf("MHS101Referral", "AgeServReferRecDate");
    for (const indicator of ["mhs32a", "mhs30d"])
      expect(onReceipt(indicator, "age_band"), indicator).to.deep.equal([
        "values of AgeServReferRecDate (MHS101Referral) could not be read",
      ]);
  });

  it("is the age on the day or at the end of the month for access", () => {
    for (const [table, field] of [
      ["MHS001MPI", "AgeRepPeriodEnd"],
      ["MHS201CareContact", "AgeCareContDate"],
    ] as const)
      expect(toldOf(table, field)("mhs95", "age_band"), field).to.deep.equal([
        `values of ${field} (${table}) could not be read`,
      ]);
  });
});
