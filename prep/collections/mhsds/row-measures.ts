import { measuresOver } from "../../indicators/row-measures";
import type { RowMeasure } from "../../star/declaration";

/** Measures over the rows of the mental health facts. */
export const mhsdsRowMeasures: readonly RowMeasure[] = [
  ...measuresOver("mh_referral", [
    [
      "Mental health referrals received",
      "mh_referrals_received_0_18",
      "received_date",
      "received_0_18",
    ],
    [
      "Seen directly within 4 weeks",
      "mh_within_4_weeks_pct",
      "first_direct_date",
      "within_4_weeks",
      "direct_seen",
    ],
  ]),
  ...measuresOver("mh_contact", [
    [
      "Mental health contacts attended",
      "mh_contacts_attended_0_18",
      "contact_date",
      "attended_0_18",
    ],
    [
      "Mental health contacts not attended",
      "mh_not_attended_pct",
      "contact_date",
      "not_attended_0_18",
      "attendance_known_0_18",
    ],
  ]),
];
