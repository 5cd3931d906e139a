import type powerbi from "powerbi-visuals-api";
import { dataViewOf, type Row } from "../../../page/visual/data-view";

/** A council's KPIs in one row each: value, target, which way is better, the author's own colour. */
const FLAT: readonly (readonly [string, number, number, string, string])[] = [
  ["Calls answered within 30 seconds, %", 82.4, 80, "Higher", "Green"],
  ["Abandoned calls, %", 4.1, 5, "Lower", "Green"],
  ["First contact resolution, %", 71.2, 75, "Higher", "Amber"],
  ["Customer satisfaction, %", 88, 85, "Higher", "Green"],
  ["Complaints upheld", 12, 15, "Lower", "Green"],
  ["Invoices paid within 30 days, %", 96.5, 95, "Higher", "Green"],
  ["Savings made, £m", 3.8, 4.5, "Higher", "Amber"],
  ["Staff sickness, days per head", 9.8, 8, "Lower", "Red"],
  ["Vacancy rate, %", 7.4, 8, "Lower", "Green"],
  ["Agency spend, £m", 3.1, 2.5, "Lower", "Red"],
  ["Mandatory training completed, %", 91, 95, "Higher", "Amber"],
  ["Appraisals in date, %", 84.5, 90, "Higher", "Amber"],
  ["Planning applications in time, %", 88.2, 85, "Higher", "Green"],
  ["Household waste recycled, %", 44.6, 50, "Higher", "Red"],
  ["Missed bins per 100,000", 61, 60, "Lower", "Amber"],
  ["Council tax collected, %", 97.1, 97, "Higher", "Green"],
  ["Business rates collected, %", 98.3, 98, "Higher", "Green"],
  ["Housing repairs in time, %", 90.4, 95, "Higher", "Amber"],
  ["Void turnaround, days", 31, 28, "Lower", "Red"],
  ["Homelessness preventions", 212, 200, "Higher", "Green"],
];

/** One row a KPI, in five wells. */
export const oneRowAKpi = (): powerbi.DataView =>
  dataViewOf(
    FLAT.map(([indicator, value, target, polarity, ownStatus]) => ({
      indicator,
      value,
      target,
      polarity,
      ownStatus,
    })),
    {
      headings: {
        indicator: "Measure",
        value: "Actual",
        target: "Target",
        polarity: "Better",
        ownStatus: "RAG",
      },
    },
  );

/** The same kind of KPIs, a row a month, in no order; targets of the year to come among them. */
export function longTable(): powerbi.DataView {
  const rows: Row[] = [];
  const series = [
    ["Calls answered within 30 seconds", "Customers", 80, "Higher", "%", 62, 1.2],
    ["Invoices paid within 30 days", "Money", 95, "Higher", "%", 97, -0.2],
    ["Missed bins", "Streets", 60, "Lower", "number", 92, -1.9],
    ["Void turnaround", "Homes", 28, "Lower", "days", 24, 0.5],
  ] as const;
  for (const [indicator, section, target, polarity, unit, from, step] of series)
    for (let i = 0; i < 18; i++)
      rows.push({
        indicator,
        section,
        period: `${2022 + Math.floor((i + 9) / 12)}-${String(((i + 9) % 12) + 1).padStart(2, "0")}-01`,
        value: i > 15 ? null : Math.round((from + step * i + 1.5 * Math.sin(i * 2.1)) * 10) / 10,
        target,
        polarity,
        unit,
      });
  return dataViewOf(rows.sort((a, b) => Number(a.target) - Number(b.target)));
}

/** DAX measures, each a KPI by its name, with as many targets in their order. */
export function measuresOnRows(): powerbi.DataView {
  const measures = [
    ["Calls answered in time", 0.824, 0.8, "0.0%"],
    ["Complaints closed in time", 0.91, 0.95, "0.0%"],
    ["Homelessness preventions", 1212, 1200, "#,0"],
    ["Income from fees", 2_450_000, 2_400_000, '£#,0.00,,"m"'],
  ] as const;
  const view = dataViewOf(
    measures.slice(0, 1).map(([, value, target]) => ({ value, target })),
    { objects: { status: { polarity: "higher" } } },
  );
  const columns = (role: "value" | "target"): powerbi.DataViewValueColumn[] =>
    measures.map(([name, value, target, format]) => ({
      source: {
        displayName: role === "value" ? name : `${name} target`,
        queryName: `kpi.${name} ${role}`,
        roles: { [role]: true },
        format,
      },
      values: [role === "value" ? value : target],
    }));
  const values = [...columns("value"), ...columns("target")];
  return {
    ...view,
    metadata: { ...view.metadata, columns: values.map(({ source }) => source) },
    categorical: { categories: [], values: values as unknown as powerbi.DataViewValueColumns },
  };
}
