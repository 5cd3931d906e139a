import { expect } from "chai";
import { isoOf } from "../../../prep/calendar/day";
import { readDay } from "../../../prep/calendar/read-day";

const iso = (text: string): string | null => {
  const day = readDay(text);
  return day === null ? null : isoOf(day);
};

describe("dates as the extracts write them", () => {
  const known: [string, string][] = [
    ["2022-09-28", "2022-09-28"],
    ["2022-09-28T10:15:00", "2022-09-28"],
    ["2022-Sep-28 00:00:00", "2022-09-28"],
    ["2025-Apr-25 00:00:00", "2025-04-25"],
    ["28/09/2022", "2022-09-28"],
    ["03/04/2022", "2022-04-03"],
    ["01-09-2015", "2015-09-01"],
    ["28 September 2022", "2022-09-28"],
    ["20220928", "2022-09-28"],
    ["34308", "1993-12-05"],
    ["45292.0", "2024-01-01"],
    ["29/02/2024", "2024-02-29"],
    ["16/01/25", "2025-01-16"],
    ["16-Jan-25", "2025-01-16"],
  ];
  for (const [text, expected] of known)
    it(`reads ${text}`, () => expect(iso(text)).to.equal(expected));

  for (const text of [
    "29/02/2023",
    "2022-13-01",
    "2022-Xyz-01",
    "12/31/2022",
    "soon",
    "2022",
    "99999999",
    "1/1/55",
    "100000",
  ])
    it(`does not guess at ${text}`, () => expect(iso(text)).to.equal(null));
});
