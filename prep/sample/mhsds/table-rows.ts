import { ageOn, isoOf, type Day } from "../../calendar/day";
import { monthEnd, monthStart, type MonthIndex } from "../../calendar/periods";
import { ICBS, NO_PRACTICE, PROVIDERS } from "./organisations";
import { holdsOn, homeOn, type Patient, type Referral } from "./person";
import {
  uniqMonthId,
  wasSent,
  isActive,
  type SampleSubmission,
  type PatientInMonth,
} from "./submissions";

/** Values of a row by the column names of version 6. */
export type Row = Readonly<Record<string, string>>;

export interface RowOptions {
  /** Whether NHS numbers and birth dates are shown, as in a provider's own extract. */
  readonly identified: boolean;
  readonly firstMonth: MonthIndex;
}

const date = (day: Day | null | undefined, until: Day): string =>
  day === null || day === undefined || day > until ? "" : isoOf(day);
const clock = (minutes: number): string =>
  `${String(Math.floor(minutes / 60)).padStart(2, "0")}:${String(minutes % 60).padStart(2, "0")}:00`;
const recordNumber = ({ id }: SampleSubmission, row: number): string =>
  id + String(row).padStart(9, "0");
/** A provider knows a person by a number of its own. */
const localIdOf = (patient: Patient, provider: string): string =>
  `LP${provider}${String(patient.number).padStart(8, "0")}`.slice(0, 20);

/** Sub-ICB of a person: of the practice where there is one, else of the address. */
const subIcbOf = (patient: Patient, month: MonthIndex): string =>
  patient.practice?.subIcb ?? homeOn(patient, monthEnd(month)).subIcb;

/**
 * The provider whose record of a person counts nationally in a month: by turns, one of those that
 * tell of them.
 */
function nationalProvider(patient: Patient, month: MonthIndex, first: MonthIndex): string {
  const telling = PROVIDERS.filter(
    (provider) =>
      wasSent(provider, month, first) &&
      patient.referrals.some(
        (referral) => referral.provider === provider && isActive(referral, month),
      ),
  );
  return telling[(patient.number + month) % telling.length].code;
}

/** Columns that every row of a person has. */
const keys = (submission: SampleSubmission, { patient, row }: PatientInMonth): Row => ({
  LocalPatientID: localIdOf(patient, submission.provider.code),
  RecordNumber: recordNumber(submission, row),
  OrgIDProv: submission.provider.code,
  Person_ID: patient.personId,
  UniqSubmissionID: submission.id,
  UniqMonthID: String(uniqMonthId(submission.month)),
  EFFECTIVE_FROM: submission.effectiveFrom,
});
const referralKeys = ({ provider }: SampleSubmission, { id }: Referral): Row => ({
  ServiceRequestID: id,
  UniqServReqID: provider.code + id,
});
const teamKey = (submission: SampleSubmission, team: string): string =>
  submission.provider.code + team;

type Rows = (submission: SampleSubmission, told: PatientInMonth, options: RowOptions) => Row[];

const person: Rows = (submission, told, { identified, firstMonth }) => {
  const { patient } = told;
  const { month, superseded } = submission;
  const home = homeOn(patient, monthEnd(month));
  const subIcb = submission.provider.anonymous ? "" : subIcbOf(patient, month);
  return [
    {
      ...keys(submission, told),
      OrgIDEduEstab: patient.school,
      NHSNumber: identified && !submission.provider.anonymous ? patient.nhsNumber : "",
      NHSNumberStatus: submission.provider.anonymous ? "07" : "01",
      PersonBirthDate: identified ? isoOf(patient.birth) : "",
      GenderIDCode: patient.gender,
      Gender: patient.gender === "3" ? "" : patient.gender,
      EthnicCategory: patient.ethnicity,
      NHSDEthnicity: patient.ethnicity,
      AgeRepPeriodStart: String(ageOn(patient.birth, monthStart(month))),
      AgeRepPeriodEnd: String(ageOn(patient.birth, monthEnd(month))),
      LADistrictAuth: superseded ? "E06000035" : home.district,
      PatMRecInRP: String(
        submission.provider.code === nationalProvider(patient, month, firstMonth),
      ),
      OrgIDSubICBLocResidence: home.subIcb,
      OrgIDICBRes: ICBS[home.subIcb] ?? "",
      ICRECSUBICB: subIcb,
      ICRECICB: ICBS[subIcb] ?? "",
    },
  ];
};

const practices: Rows = (submission, told) => {
  const { patient } = told;
  if (patient.silent) return [];
  const registered = (code: string, subIcb: string, ended: string): Row => ({
    ...keys(submission, told),
    GMPReg: code,
    EndDateGMPRegistration: ended,
    OrgIDSubICBLocGP: subIcb,
    OrgIDICBGPPractice: ICBS[subIcb] ?? "",
  });
  const { practice, formerPractice: former } = patient;
  return [
    ...(former
      ? [registered(former.practice.code, former.practice.subIcb, isoOf(former.ended))]
      : []),
    practice ? registered(practice.code, practice.subIcb, "") : registered(NO_PRACTICE, "", ""),
  ];
};

const indicators: Rows = (submission, told) => {
  const { patient } = told;
  if (submission.provider.anonymous) return [];
  const on = monthEnd(submission.month);
  const plan = patient.protectionPlan;
  return [
    {
      ...keys(submission, told),
      LACStatus: submission.superseded || holdsOn(patient.lookedAfter, on) ? "Y" : "N",
      CPP: holdsOn(plan, on) ? "3" : plan && plan.from <= on ? "2" : "1",
      YoungCarer: patient.youngCarer ? "Y" : "N",
      LDStatus: patient.learningDisability,
      AutismStatus: patient.autism,
    },
  ];
};

const referrals: Rows = (submission, told) =>
  told.referrals.map((referral) => {
    const until = monthEnd(submission.month);
    const { birth } = told.patient;
    const discharged =
      referral.discharged && referral.discharged.date <= until ? referral.discharged : null;
    const rejected =
      referral.rejected && referral.rejected.date <= until ? referral.rejected : null;
    return {
      ...keys(submission, told),
      ...referralKeys(submission, referral),
      OrgIDComm: referral.commissioner,
      CareProfTeamLocalID: referral.team?.id ?? "",
      ReferralRequestReceivedDate: isoOf(referral.received),
      SourceOfReferralMH: submission.superseded ? "B1" : referral.source,
      ClinRespPriorityType: referral.priority,
      PrimReasonReferralMH: referral.reason,
      ServDischDate: date(discharged?.date, until),
      ReferRejectionDate: date(rejected?.date, until),
      ReferRejectReason: rejected?.reason ?? "",
      ReferClosReason: discharged?.reason ?? "",
      AgeServReferRecDate: String(ageOn(birth, referral.received)),
      AgeServReferDischDate: discharged ? String(ageOn(birth, discharged.date)) : "",
      InactTimeRef: discharged ? "" : isoOf(until + 1),
    };
  });

/**
 * Teams of referrals: in version 5 all of them, in version 6 those besides the one that the
 * referral itself names.
 */
const teams =
  (version: 5 | 6): Rows =>
  (submission, told) =>
    told.referrals.flatMap((referral) => {
      const until = monthEnd(submission.month);
      const row = (
        team: { readonly id: string; readonly type: string },
        closed: Day | null,
        reason: string,
      ): Row => ({
        ...keys(submission, told),
        ...referralKeys(submission, referral),
        OtherCareProfTeamLocalID: team.id,
        UniqCareProfTeamID: teamKey(submission, team.id),
        ServTeamTypeRefToMH: team.type,
        ReferClosureDate: date(closed, until),
        ReferRejectionDate: date(referral.rejected?.date, until),
        ReferRejectReason:
          referral.rejected && referral.rejected.date <= until ? referral.rejected.reason : "",
        ReferClosReason: closed !== null && closed <= until ? reason : "",
      });
      const { team, second, discharged } = referral;
      return [
        ...(version === 5 && team
          ? [row(team, discharged?.date ?? null, discharged?.reason ?? "")]
          : []),
        ...(second ? [row(second.team, second.closed ?? discharged?.date ?? null, "02")] : []),
      ];
    });

const inMonth = (day: Day, month: MonthIndex): boolean =>
  day >= monthStart(month) && day <= monthEnd(month);

const contacts: Rows = (submission, told) =>
  told.referrals.flatMap((referral) =>
    referral.contacts
      .filter((contact) => inMonth(contact.date, submission.month))
      .map((contact) => ({
        ...keys(submission, told),
        ...referralKeys(submission, referral),
        CareContactID: contact.id,
        UniqCareContID: submission.provider.code + contact.id,
        CareContDate: isoOf(contact.date),
        CareContTime: clock(contact.time),
        OtherCareProfTeamLocalID: referral.team?.id ?? "",
        UniqCareProfTeamID: referral.team ? teamKey(submission, referral.team.id) : "",
        OrgIDComm: referral.commissioner,
        ClinContDurOfCareCont: String(contact.minutes),
        ConsType: "01",
        CareContSubj: "01",
        ConsMechanismMH: contact.mechanism,
        PlannedCareContIndicator: "Y",
        CareContPatientTherMode: "1",
        AttendStatus: submission.superseded ? "5" : contact.status,
        AgeCareContDate: String(ageOn(told.patient.birth, contact.date)),
        TimeReferAndCareContact: String(contact.date - referral.received),
      })),
  );

const activities: Rows = (submission, told, options) =>
  contacts(submission, told, options)
    .filter(({ AttendStatus }) => AttendStatus === "5" || AttendStatus === "6")
    .map((contact) => ({
      ...contact,
      CareActID: contact.CareContactID,
      UniqCareActID: contact.UniqCareContID,
      ClinContactDurOfCareAct: contact.ClinContDurOfCareCont,
    }));

const indirect: Rows = (submission, told) =>
  told.referrals.flatMap((referral) =>
    referral.indirect
      .filter((activity) => inMonth(activity.date, submission.month))
      .flatMap((activity): Row[] =>
        Array.from({ length: activity.rows }, () => ({
          ...keys(submission, told),
          ...referralKeys(submission, referral),
          IndirectActDate: isoOf(activity.date),
          IndirectActTime: clock(activity.time),
          DurationIndirectAct: String(activity.minutes),
          OtherCareProfTeamLocalID: referral.team?.id ?? "",
          OrgIDComm: referral.commissioner,
          AgeAtIndirectActivity: String(ageOn(told.patient.birth, activity.date)),
        })),
      ),
  );

const spells: Rows = (submission, told) =>
  told.referrals.flatMap((referral) => {
    const { spell } = referral;
    const until = monthEnd(submission.month);
    if (
      !spell ||
      spell.from > until ||
      (spell.to !== null && spell.to < monthStart(submission.month))
    )
      return [];
    return [
      {
        ...keys(submission, told),
        ...referralKeys(submission, referral),
        HospProvSpellID: spell.id,
        UniqHospProvSpellID: submission.provider.code + spell.id,
        StartDateHospProvSpell: isoOf(spell.from),
        DischDateHospProvSpell: date(spell.to, until),
        SourceAdmMHHospProvSpell: "19",
        MethAdmMHHospProvSpell: "11",
      },
    ];
  });

const header = (submission: SampleSubmission, version: 5 | 6): Row => ({
  DatSetVer: `${version}.0`,
  OrgIDProvider: submission.provider.code,
  OrgIDSubmit: submission.provider.code,
  PrimSystemInUse: "SAMPLE",
  ReportingPeriodStartDate: isoOf(monthStart(submission.month)),
  ReportingPeriodEndDate: isoOf(monthEnd(submission.month)),
  DateTimeDatSetCreate: submission.effectiveFrom,
  FileType: String(submission.fileType),
  UniqSubmissionID: submission.id,
  UniqMonthID: String(uniqMonthId(submission.month)),
  EFFECTIVE_FROM: submission.effectiveFrom,
  MHS000UniqID: recordNumber(submission, 1),
});

const serviceTeams = (submission: SampleSubmission): Row[] =>
  submission.provider.teams.map((team) => ({
    CareProfTeamLocalID: team.id,
    ServTeamTypeMH: team.type,
    ServTeamIntAgeGroup: team.ages,
    OrgIDProv: submission.provider.code,
    UniqSubmissionID: submission.id,
    UniqMonthID: String(uniqMonthId(submission.month)),
    EFFECTIVE_FROM: submission.effectiveFrom,
  }));

const ofPeople =
  (rows: Rows) =>
  (submission: SampleSubmission, options: RowOptions): Row[] =>
    submission.told.flatMap((told) => rows(submission, told, options));

/** Rows of each table in a submission, by the number of the table. */
export const tablesOf = (
  version: 5 | 6,
): Readonly<Record<string, (submission: SampleSubmission, options: RowOptions) => Row[]>> => ({
  "000": (submission) => [header(submission, version)],
  "001": ofPeople(person),
  "002": ofPeople(practices),
  "005": ofPeople(indicators),
  "101": ofPeople(referrals),
  "102": ofPeople(teams(version)),
  "201": ofPeople(contacts),
  "202": ofPeople(activities),
  "204": ofPeople(indirect),
  "501": ofPeople(spells),
  ...(version === 6 ? { "902": serviceTeams } : {}),
});
