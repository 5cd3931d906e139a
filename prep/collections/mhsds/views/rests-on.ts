/** A person's referral in a submission, which every row hangs under. */
export const ofReferral = [
  "MHS000Header.ReportingPeriodStartDate",
  "MHS001MPI",
  "MHS101Referral.ReferralRequestReceivedDate",
  "MHS101Referral.AgeServReferRecDate",
] as const;

/** The teams of referrals: of version 5 in MHS102, from version 6 in MHS902. */
const ofTeams = [
  "MHS102OtherServiceType.ServTeamTypeRefToMH",
  "MHS902ServiceTeamDetails.ServTeamTypeMH",
] as const;
/** Whether a team is for children: what it is, else whom it is meant for or sees. */
export const ofChildrensTeams = [
  ...ofTeams,
  "MHS902ServiceTeamDetails.ServTeamIntAgeGroup",
  "MHS102OtherServiceType.ReferClosureDate",
  "MHS102OtherServiceType.ReferRejectionDate",
  "MHS101Referral.ServDischDate",
  "MHS101Referral.ReferRejectionDate",
] as const;

/** What people and referrals are broken down by. */
export const ofGroups = {
  provider: [],
  sub_icb: ["MHS002GP.OrgIDSubICBLocGP", "MHS001MPI.OrgIDSubICBLocResidence"],
  council: ["MHS001MPI.LADistrictAuth"],
  sex: ["MHS001MPI.GenderIDCode", "MHS001MPI.Gender"],
  ethnicity: ["MHS001MPI.NHSDEthnicity"],
  /** On receipt of the referral, which every row rests on. */
  band_age: [],
  referral_reason: ["MHS101Referral.PrimReasonReferralMH"],
  referral_source: ["MHS101Referral.SourceOfReferralMH"],
  team_type: ofTeams,
} as const;

/** When a referral ends. */
export const ofEnd = ["MHS101Referral.ServDischDate", "MHS101Referral.ReferRejectionDate"] as const;

export const ofContact = [
  "MHS201CareContact.CareContDate",
  "MHS201CareContact.AttendStatus",
  "MHS201CareContact.ConsMechanismMH",
] as const;
export const ofIndirect = ["MHS204IndirectActivity.IndirectActDate"] as const;
