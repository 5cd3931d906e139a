import { accessView } from "../../collections/mhsds/views/access-view";
import {
  contactView,
  FIRST_CONTACTS_SINCE,
  indirectView,
} from "../../collections/mhsds/views/contact-view";
import {
  AUTISM_SINCE,
  referralMonthView,
  waitingView,
} from "../../collections/mhsds/views/referral-month-view";
import { isoOf, type Day } from "../../calendar/day";
import type { View } from "../../indicators/view";

/** A view with the table of a job that its rows stand in. */
export interface PrintedView {
  readonly view: View;
  /** A query of rows with the view's columns under their names, submission and record. */
  readonly from: string;
  /** Columns of its units. */
  readonly units: readonly string[];
  /** How the values of its parameters are written. */
  readonly parameters: Readonly<Record<string, string>>;
  /** Whether a provider that sent nothing has no figure of its own. */
  readonly hasSilent: boolean;
}

export const dayLiteral = (day: Day): string => `DATE '${isoOf(day)}'`;

/** The first day of the first loaded month. */
export const LOADED_FROM = "(SELECT min(month_start) FROM month_loaded)";

const firstOf = (from: string, more: string): string =>
  `(SELECT v.*, ${more} FROM ${from} v LEFT JOIN first_contacts f ON f.referral = v.referral)`;

const ofReferrals = {
  from: firstOf("referral_in_month", "f.first_contact, f.first_of_any"),
  units: ["referral", "person"],
  parameters: { autism_since: dayLiteral(AUTISM_SINCE), loaded_from: LOADED_FROM },
};

/** The views that are counted by the month that their rows were sent for. */
export const monthViews: readonly PrintedView[] = [
  { view: referralMonthView, ...ofReferrals, hasSilent: true },
  {
    view: contactView,
    from: firstOf("contact_in_month", "v.age_received AS band_age, f.first_contact"),
    units: ["referral", "person"],
    parameters: { first_contacts_since: dayLiteral(FIRST_CONTACTS_SINCE) },
    hasSilent: true,
  },
  {
    view: indirectView,
    from: "(SELECT v.*, v.age_received AS band_age FROM indirect_in_month v)",
    units: ["person"],
    parameters: {},
    hasSilent: true,
  },
  {
    view: accessView,
    from: "access_in_month",
    units: ["person"],
    parameters: {},
    hasSilent: false,
  },
];

/** Who waits at the end of a month. */
export const waiting: PrintedView = { view: waitingView, ...ofReferrals, hasSilent: false };
