import { MISSING, type TextColumn } from "../../columns/column";
import { textBuilder } from "../../columns/build";
import { monthEnd, type MonthIndex } from "../../calendar/periods";
import { mhOrganisationDimension } from "../../star/mental-health-facts";
import type { StarData } from "../../star/frame";
import type { Mhsds } from "./extract";
import { days, integers, table } from "./star-columns";

/** Organisation codes in each role, with the months that name them. */
export function organisationTable({
  submissions,
  providers,
  referralMonths,
  personMonths,
}: Mhsds): StarData {
  const spans = new Map<
    string,
    { role: string; code: string; first: MonthIndex; last: MonthIndex }
  >();
  const note = (role: string, code: string, month: MonthIndex): void => {
    if (code === "") return;
    const known = spans.get(`${role} ${code}`);
    if (!known) spans.set(`${role} ${code}`, { role, code, first: month, last: month });
    else if (month < known.first) known.first = month;
    else if (month > known.last) known.last = month;
  };
  const noteColumn = (role: string, column: TextColumn, months: Int32Array): void => {
    const [first, last] = [
      new Int32Array(column.dictionary.length).fill(0x7fffffff),
      new Int32Array(column.dictionary.length),
    ];
    for (let row = 0; row < column.length; row++) {
      const code = column.codes[row];
      if (months[row] < first[code]) first[code] = months[row];
      if (months[row] > last[code]) last[code] = months[row];
    }
    for (let code = 1; code < first.length; code++)
      if (last[code] > 0)
        for (const month of [first[code], last[code]]) note(role, column.dictionary[code], month);
  };
  for (const { provider, month } of submissions) note("provider", provider, month);
  noteColumn("commissioner", referralMonths.commissioner, referralMonths.month);
  noteColumn("sub_icb", personMonths.subIcb, personMonths.month);
  noteColumn("icb", personMonths.icb, personMonths.month);
  const sent = new Map(
    providers.map((provider) => [
      provider,
      submissions.filter((one) => one.provider === provider).length,
    ]),
  );
  const rows = [...spans.values()].sort((a, b) =>
    a.role < b.role ? -1 : a.role > b.role ? 1 : a.code < b.code ? -1 : 1,
  );
  const texts = (read: (row: number) => string): TextColumn => {
    const builder = textBuilder(rows.length);
    rows.forEach((_, row) => builder.set(row, read(row)));
    return builder.column();
  };
  return table(mhOrganisationDimension, {
    role: texts((row) => rows[row].role),
    organisation: texts((row) => rows[row].code),
    first_month: days(rows.length, (row) => monthEnd(rows[row].first)),
    last_month: days(rows.length, (row) => monthEnd(rows[row].last)),
    months_sent: integers(rows.length, (row) =>
      rows[row].role === "provider" ? sent.get(rows[row].code)! : MISSING,
    ),
  });
}
