import { expect } from "chai";
import { civilDay, dayNumber } from "../../../src/kpi/day-number";
import { readPeriod } from "../../../src/kpi/read-period";

const iso = (day: number): string => {
  const { year, month, day: date } = civilDay(day);
  return `${year}-${String(month).padStart(2, "0")}-${String(date).padStart(2, "0")}`;
};
const said = (text: string, hints?: Parameters<typeof readPeriod>[1]): string => {
  const read = readPeriod(text, hints);
  return typeof read === "string"
    ? read
    : `${read.frequency} ${iso(read.start)} ${iso(read.end)}${read.average ? " average" : ""}`;
};

const READ: Readonly<Record<string, readonly string[]>> = {
  "month 2024-04-01 2024-04-30": [
    "Apr 2024",
    "Apr-24",
    "April 24",
    "Apr24",
    "Apr ’24",
    "Apr.24",
    "Apr/24",
    "2024-04",
    "202404",
    "04/2024",
    "4/2024",
    "2024 April",
    "M1 24/25",
    "Month 1 2024-25",
    "Apr 24 (provisional)",
    "End of April 2024",
  ],
  "month 2024-09-01 2024-09-30": ["Sept-24", "September 2024"],
  "month 2025-03-01 2025-03-31": ["M12 24/25", "2025-03", "03/2025", "202503", "As at March 2025"],
  "census 2025-03-31 2025-03-31": [
    "31/03/25",
    "31/03/2025",
    "2025-03-31",
    "31.03.25",
    "31 Mar 25",
    "31st March 2025",
    "As at 31 March 2025",
    "As at 31/03/2025",
  ],
  "week 2024-03-11 2024-03-17": [
    "w/c 11/03/2024",
    "W/C 11 March 2024",
    "week commencing 11/03/24",
    "w/e 17/03/2024",
    "week ending 17 March 2024",
    "2024-W11",
  ],
  "year_to_date 2024-04-01 2025-03-31": ["YTD Mar 25", "Mar 25 YTD", "Year to date: March 2025"],
  "year_to_date 2024-03-01 2024-12-31": ["Mar-Dec 2024", "Mar 24 to Dec 24"],
  "quarter 2024-04-01 2024-06-30": [
    "Q1 24/25",
    "Q1 2024/25",
    "Q1 2024-25",
    "2024/25 Q1",
    "Quarter 1 2024/2025",
    "Q1 FY24/25",
    "FY24/25 Q1",
    "Apr-Jun 24",
    "Apr - Jun 2024",
    "April to June 2024",
    "01/04/2024 - 30/06/2024",
  ],
  "quarter 2023-04-01 2023-06-30": ["2023/24 Q1"],
  "quarter 2024-01-01 2024-03-31": ["Jan - Mar 2024", "Jan–Mar 2024", "Q4 23/24"],
  "quarter 2023-12-01 2024-02-29": ["Dec 23 - Feb 24", "Dec to Feb 2024"],
  "quarter 2023-12-01 2024-02-29 average": ["Dec23-Feb24 avg"],
  "financial_year 2024-04-01 2025-03-31": [
    "FY24/25",
    "FY 2024-25",
    "2024/25 financial year",
    "Financial Year 2024/2025",
  ],
  "academic_year 2023-09-01 2024-08-31": ["AY 23/24", "Academic year 2023/24", "Academic Yr 23-24"],
  "term 2024-09-01 2024-12-31": [
    "Autumn 24/25",
    "Autumn Term 2024",
    "Autumn 2024/25",
    "2024/25 Autumn",
    "Aut 24",
  ],
  "term 2025-01-01 2025-03-31": ["Spring Term 2025", "Spring 24/25"],
  "term 2023-04-01 2023-07-31": ["Summer 23", "Summer term 2022/23"],
  "half_term 2024-09-01 2024-10-31": [
    "Autumn 1 2024/25",
    "HT1 24/25",
    "Half-term 1 2024/25",
    "Autumn 1 2024",
    "2024/25 Autumn 1",
    "Aut1 24/25",
  ],
  "half_term 2024-11-01 2024-12-31": ["HT2 24/25", "Autumn 2 24/25"],
  "half_term 2025-01-01 2025-02-14": ["HT3 24/25", "Spring 1 2025"],
  "half_term 2025-06-01 2025-07-31": ["HT6 24/25", "Summer 2 2024-25"],
  "rolling_12_months 2024-04-01 2025-03-31": [
    "12 months to Mar 2025",
    "Apr 24 to Mar 25",
    "12 months ending March 25",
    "12 months to 31 Mar 2025",
    "Rolling 12 months to 31/03/2025",
    "Year ending 31 March 2025",
  ],
  "year_to_date 2024-04-01 2024-12-31": ["YTD to 31/12/2024", "2024-25 to 31 Dec 2024"],
  "calendar_year 2024-01-01 2024-12-31": ["2024", "Calendar year 2024", "Calendar 2024", "CY 2024"],
};

const AMBIGUOUS = [
  "2023/24",
  "2023-24",
  "23/24",
  "202324",
  "Q1 2024",
  "2024 Q1",
  "Q1 FY24",
  "FY 2024",
  "2009-10",
  "200910",
  "Term 3 2024/25",
  "HT3 2024",
  "Q1 24",
];

const NEITHER = [
  "12 months to 30 Mar 2025",
  "",
  "-",
  "soon",
  "Mar",
  "March",
  "Autumn 2",
  "Term 3",
  "Week 32",
  "Month 12",
  "2024/25 YTD",
  "30/02/2025",
  "Feb 30 2025",
  "2023/25",
  "FY 2023/25",
  "Q5",
  "Q5 24/25",
  "Q1 24/26",
  "HT7 23/24",
  "M13 24/25",
  "13/2024",
  "2024-13",
  "202413",
  "Mayor 24",
  "Marble 24",
  "Wave two",
  "45123",
  "03/13/2025",
  "w/c 31/02/2025",
  "2024-W60",
  "1234",
  "Apr 2024 to Apr 2026",
  "Jan to Mar",
  "Autumn 3 24/25",
  "03/25",
];

const HINTS: readonly NonNullable<Parameters<typeof readPeriod>[1]>[] = [
  {},
  { years: "academic" },
  { years: "financial" },
  { years: "by_mark", quarters: "calendar" },
  { years: "by_mark", quarters: "financial" },
];

describe("periods as boards write them", () => {
  for (const [period, texts] of Object.entries(READ))
    it(`reads ${texts.join(", ")}`, () => {
      for (const text of texts) expect(said(text), text).to.equal(period);
    });

  it("says where a text can mean two periods", () => {
    for (const text of AMBIGUOUS) expect(said(text), text).to.equal("ambiguous");
  });

  it("does not understand what no calendar has", () => {
    for (const hints of HINTS)
      for (const text of NEITHER) expect(said(text, hints), text).to.equal("not_understood");
  });

  it("decides a year and a quarter by the hint, and by words before the hint", () => {
    expect(said("2023/24", { years: "academic" })).to.equal("academic_year 2023-09-01 2024-08-31");
    expect(said("2023/24", { years: "financial" })).to.equal(
      "financial_year 2023-04-01 2024-03-31",
    );
    expect(said("2023/24", { years: "by_mark" })).to.equal("academic_year 2023-09-01 2024-08-31");
    expect(said("2023-24", { years: "by_mark" })).to.equal("financial_year 2023-04-01 2024-03-31");
    expect(said("202324", { years: "academic" })).to.equal("academic_year 2023-09-01 2024-08-31");
    expect(said("FY2023/24", { years: "academic" })).to.equal(
      "financial_year 2023-04-01 2024-03-31",
    );
    expect(said("Q4 2024", { quarters: "calendar" })).to.equal("quarter 2024-10-01 2024-12-31");
    expect(said("Q4 2024", { quarters: "financial" })).to.equal("quarter 2025-01-01 2025-03-31");
    expect(said("YTD Mar 25", { years: "academic" })).to.equal(
      "year_to_date 2024-09-01 2025-03-31",
    );
  });

  it("reads back every label that it writes, as the same period", () => {
    for (const texts of Object.values(READ))
      for (const text of texts)
        for (const hints of HINTS) {
          const read = readPeriod(text, hints);
          if (typeof read === "string") throw new Error(`${text}: ${read}`);
          const again = readPeriod(read.label, { ...hints, years: hints.years ?? "by_mark" });
          // A hint stands above the mark, so a year of the other kind is read back by its mark.
          const byMark = readPeriod(read.label, { years: "by_mark" });
          const { start, end, frequency, label } = read;
          expect(
            [again, byMark].map((one) => typeof one !== "string" && one.label),
            text,
          ).to.include(label);
          const found = [again, byMark].find(
            (one) => typeof one !== "string" && one.label === label,
          );
          if (frequency !== "year_to_date")
            expect(found, text).to.include({ start, end, frequency });
        }
  });

  it("reads every month and day in every spelling as itself", () => {
    const names = [
      "Jan",
      "Feb",
      "Mar",
      "Apr",
      "May",
      "Jun",
      "Jul",
      "Aug",
      "Sep",
      "Oct",
      "Nov",
      "Dec",
    ];
    for (let year = 2013; year <= 2040; year++)
      for (let month = 1; month <= 12; month++) {
        const [two, padded] = [String(year).slice(2), String(month).padStart(2, "0")];
        const last = iso(dayNumber(year, month + 1, 0));
        const expected = `month ${year}-${padded}-01 ${last}`;
        for (const text of [
          `${names[month - 1]} ${two}`,
          `${year}-${padded}`,
          `${padded}/${year}`,
          `${year}${padded}`,
        ])
          expect(said(text), text).to.equal(expected);
        const [, , day] = last.split("-");
        expect(said(`${day}/${padded}/${two}`)).to.equal(`census ${last} ${last}`);
        expect(said(`${Number(day) + 1}/${padded}/${two}`)).to.equal("not_understood");
      }
  });

  it("never throws, whatever is typed", () => {
    const parts = [
      "Q1",
      "Autumn",
      "24",
      "2024",
      "/",
      "-",
      " ",
      "25",
      "Mar",
      "to",
      "w/c",
      "HT9",
      "(",
      "%",
      "FY",
      "31",
      "\u0000",
      "\u{1f600}",
    ];
    for (let i = 0; i < 20_000; i++) {
      const text = Array.from(
        { length: 1 + (i % 6) },
        (_, k) => parts[(i * (k * 7 + 3) + (i >> 3) * k) % parts.length],
      ).join(i % 2 ? "" : " ");
      const read = readPeriod(text, HINTS[i % HINTS.length]);
      if (typeof read !== "string") expect(read.start, text).to.be.at.most(read.end);
    }
  });
});
