import * as v from "valibot";
import { dayFromIso } from "../../calendar/day";
import { bytesOf } from "../../extracts/bytes-of";
import { fileFinding } from "../../extracts/file-rules";
import type { Reading } from "../../extracts/reading";
import type { RecognisedInput } from "../../extracts/recognise-files";

/** Kind of file, and where in it the days of England and Wales stand. */
export const BANK_HOLIDAYS = "bank-holidays";
const DIVISION = "england-and-wales";

/** The form of www.gov.uk/bank-holidays.json; what else it holds is not looked at. */
const file = v.object({
  [DIVISION]: v.object({
    events: v.array(
      v.object({
        date: v.pipe(
          v.string(),
          v.check((text) => dayFromIso(text) !== null),
        ),
      }),
    ),
  }),
});

export interface BankHolidayFile {
  readonly file: string;
  /** ISO dates. */
  readonly dates: readonly string[];
}

/** Whether the opening of a file is that of the government's list. */
export const isBankHolidays = (text: string): boolean =>
  /^\s*\{/.test(text) && text.includes(`"${DIVISION}"`) && /"events"\s*:/.test(text);

/** Reads the government's bank holidays of all files; null where there is none that can be read. */
export async function readBankHolidays(
  files: readonly RecognisedInput[],
  { content, findings, rows, takenFor }: Reading,
): Promise<BankHolidayFile | null> {
  const read: BankHolidayFile[] = [];
  for (const { file: input, kind } of files) {
    if (kind !== BANK_HOLIDAYS) continue;
    const { name } = input;
    takenFor.set(name, "bank holidays");
    const dates = datesOf(new TextDecoder().decode(await bytesOf(content(input))));
    if (dates === null) findings.push(fileFinding("F25", name));
    else read.push({ file: name, dates });
    const rowsIn = dates?.length ?? 0;
    rows.push({ file: name, table: "bank_holidays", rowsIn, rowsOut: rowsIn, rowsRejected: 0 });
  }
  if (read.length === 0) return null;
  return { file: read[0].file, dates: [...new Set(read.flatMap(({ dates }) => dates))].sort() };
}

function datesOf(text: string): string[] | null {
  try {
    const parsed = v.safeParse(file, JSON.parse(text));
    return parsed.success ? parsed.output[DIVISION].events.map(({ date }) => date) : null;
  } catch {
    return null;
  }
}
