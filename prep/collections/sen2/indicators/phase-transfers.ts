import { defineIndicators, type Indicator } from "../../../indicators/indicator";
import { phaseTransferView } from "../views/review-views";

/** Plans amended for a move between phases of education. */
export const phaseTransferIndicators: readonly Indicator[] = [
  ...defineIndicators({ view: phaseTransferView, source: "SEN2" }, [
    {
      id: "phase_transfer_on_time_pct",
      name: "Phase transfer plans final on time",
      section: "Timeliness",
      unit: "percent",
      polarity: "higher",
      frequency: "calendar_year",
      words: {
        numerator: "Final plan on or before the due date",
        denominator: "Phase transfers due",
        note: "From the 2025 return. Given for years only",
      },
      count: {
        clock: "event",
        date: "due_date",
        statistic: "percent",
        numerator: "on_time",
        denominator: "due",
        known: "phase_transfers",
        yearly: true,
        breakdowns: [],
      },
      relations: "independent",
      rowMeasure: "Phase transfers on time",
    },
  ]),
];
