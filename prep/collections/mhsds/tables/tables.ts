import type { StarData } from "../../../star/frame";
import { contactTable } from "./contacts";
import { organisationTable, teamTable } from "./organisations";
import { keyPeople, peopleTable } from "./people";
import { referralTable } from "./referrals";
import { starReferrals, type MhsdsStar } from "./star-referrals";

/**
 * Tables of the star that MHSDS fills: people, teams, organisations, referrals and contacts of
 * those aged 0 to 25 who belong to the area that was asked for.
 */
export function mhsdsTables(star: MhsdsStar): StarData[] {
  const { model, pseudonym } = star;
  const referrals = starReferrals(star);
  const people = keyPeople(model.data, referrals, pseudonym);
  const { data: teams, keyOf: teamKey } = teamTable(model.data);
  return [
    peopleTable(model.data, people, star.linked),
    teams,
    organisationTable(model.data),
    referralTable(star, referrals, people, teamKey),
    contactTable(model, referrals, people),
  ];
}
