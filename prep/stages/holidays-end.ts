import { civilOf } from "../calendar/day";
import { workingDays } from "../calendar/working-days";
import type { Finding } from "../check/finding";
import { fileFinding } from "../extracts/file-rules";
import type { Settings } from "../settings";
import type { SourceData } from "../sources/source-data";
import type { Loaded } from "./loaded";

/** Days after the data end that due dates may lie: the 20 weeks of a plan. */
const AHEAD = 140;

/** A finding where a file of bank holidays ends before the due dates of the extracts. */
export function holidaysEnd(
  { bankHolidays }: Pick<SourceData, "bankHolidays">,
  loaded: readonly Loaded[],
  settings: Settings,
): Finding[] {
  if (bankHolidays === null) return [];
  const ends = loaded.flatMap(({ collection, extracts }) =>
    collection.caseLists ? extracts.map((one) => collection.source(one, settings).to) : [],
  );
  if (ends.length === 0) return [];
  const { last } = workingDays({ file: bankHolidays.dates, settings: settings.bankHolidays }).years;
  return last >= civilOf(Math.max(...ends) + AHEAD).year
    ? []
    : [
        fileFinding(
          "F26",
          bankHolidays.file,
          `Bank holidays are known up to ${last} only, so working days of due dates after that are left empty.`,
        ),
      ];
}
