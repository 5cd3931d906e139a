import { MISSING, TextColumn } from "../../../columns/column";
import { numberRows } from "../../../columns/rows";
import type { Mhsds } from "../read/extract";
import { teamRows } from "../views/team-view";

/** What their teams say of referrals, by row of `ReferralMonths`. */
export interface TeamsOfReferrals {
  /** 1 where with a children's service at the end of the month, and on the day of receipt. */
  readonly childrensService: Uint8Array;
  readonly childrensServiceAtReceipt: Uint8Array;
  /**
   * Day on which it was rejected, MISSING where it was not: its own from version 6, else the last
   * of its teams' where all of them rejected it.
   */
  readonly rejected: Int32Array;
  /** Type of its main team. */
  readonly mainType: TextColumn;
  /** Code of its main team, 0 where there is none. */
  readonly mainTeam: Int32Array;
}

/** What the teams of referrals say of them; each is worked out when it is first asked for. */
export function teamsOfReferrals(data: Mhsds): TeamsOfReferrals {
  const { referralMonths: r, referralTeams: t } = data;
  const { reduced } = teamRows(data);
  let rejected: Int32Array | null = null;
  return {
    get childrensService() {
      return reduced.childrens_service;
    },
    get childrensServiceAtReceipt() {
      return reduced.childrens_service_at_receipt;
    },
    get rejected() {
      const ofTeams = reduced.all_rejected;
      return (rejected ??= r.rejected.map((day, row) => (day === MISSING ? ofTeams[row] : day)));
    },
    get mainType() {
      const codes = numberRows(r.count, (row) => codeAt(t.type.codes, reduced.main_type[row]));
      return new TextColumn(codes, t.type.texts);
    },
    get mainTeam() {
      return numberRows(r.count, (row) => codeAt(t.team, reduced.main_team[row]));
    },
  };
}

const codeAt = (codes: Int32Array, row: number): number => (row < 0 ? 0 : codes[row]);
