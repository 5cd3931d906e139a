import { defineIndicators } from "../../../indicators/indicator";
import { waitingView } from "../views/referral-month-view";
import { base } from "./counted";

/** Waits so far of those who still wait when a quarter ends. */
export const waitingIndicators = defineIndicators({ view: waitingView, source: "MHSDS" }, [
  {
    ...base,
    id: "mhs133",
    name: "MHS133: Still waiting for a first contact, aged 0 to 17",
    polarity: "lower",
    frequency: "quarter",
    words: { numerator: "Open referrals without a contact at the end of the quarter" },
    count: {
      clock: "month",
      statistic: "count",
      where: ["waiting"],
      quarterly: true,
      leavesOut: "too_early",
      breakdowns: [],
    },
    relations: [{ apart: ["waiting"], because: "No other indicator counts who still waits" }],
  },
  {
    ...base,
    id: "mhs134",
    name: "MHS134: Wait so far for a first contact, median, aged 0 to 17",
    unit: "days",
    polarity: "lower",
    frequency: "quarter",
    words: { numerator: "Median days waited by the end of the quarter" },
    count: {
      clock: "month",
      statistic: "median",
      where: ["waiting"],
      measure: "days_waited",
      quarterly: true,
      leavesOut: "too_early",
      breakdowns: [],
    },
    relations: [{ toldBy: "mhs133" }],
  },
  {
    ...base,
    id: "mhs135",
    name: "MHS135: Wait so far for a first contact, 90th centile, aged 0 to 17",
    unit: "days",
    polarity: "lower",
    frequency: "quarter",
    words: { numerator: "Nine in ten have waited so many days or fewer" },
    count: {
      clock: "month",
      statistic: "p90",
      where: ["waiting"],
      measure: "days_waited",
      quarterly: true,
      leavesOut: "too_early",
      breakdowns: [],
    },
    relations: [{ toldBy: "mhs133" }],
  },
]);
