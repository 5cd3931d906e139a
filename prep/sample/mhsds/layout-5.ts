import { columns, type SampleLayout } from "./layout";

/**
 * Columns of the tables that the sample writes, in the order of the commissioning extract of
 * version 5 (NHS England's published table definitions of the data set).
 */
export const LAYOUT_5: SampleLayout = {
  MHS000Header: columns(`
    DatSetVer OrgIDProvider OrgIDSubmit PrimSystemInUse ReportingPeriodStartDate
    ReportingPeriodEndDate DateTimeDatSetCreate MHS000UniqID FileType TotRec UniqSubmissionID
    TotMHS000 TotMHS001 TotMHS002 TotMHS003 TotMHS004 TotMHS005 TotMHS006 TotMHS007 TotMHS008
    TotMHS009 TotMHS010 TotMHS011 TotMHS012 TotMHS013 TotMHS101 TotMHS102 TotMHS103 TotMHS104
    TotMHS105 TotMHS106 TotMHS107 TotMHS201 TotMHS202 TotMHS203 TotMHS204 TotMHS301 TotMHS302
    TotMHS401 TotMHS402 TotMHS403 TotMHS404 TotMHS405 TotMHS501 TotMHS502 TotMHS503 TotMHS504
    TotMHS505 TotMHS506 TotMHS507 TotMHS509 TotMHS510 TotMHS511 TotMHS512 TotMHS513 TotMHS514
    TotMHS515 TotMHS516 TotMHS517 TotMHS601 TotMHS603 TotMHS604 TotMHS605 TotMHS606 TotMHS607
    TotMHS608 TotMHS701 TotMHS702 TotMHS801 TotMHS802 TotMHS803 TotMHS804 TotMHS901 UniqMonthID
    EFFECTIVE_FROM`),
  MHS001MPI: columns(`
    LocalPatientId OrgIDLocalPatientId OrgIDEduEstab NHSNumber NHSNumberStatus PersonBirthDate
    Postcode GenderIDCode GenderSameAtBirth Gender MaritalStatus EthnicCategory
    LanguageCodePreferred PersDeathDate RecordNumber MHS001UniqID OrgIDProv OrgIDCCGRes Person_ID
    UniqSubmissionID AgeRepPeriodStart AgeRepPeriodEnd AgeDeath PostcodeDistrict DefaultPostcode
    LSOA2011 LADistrictAuth County ElectoralWard UniqMonthID NHSDEthnicity PatMRecInRP IMDQuart
    EFFECTIVE_FROM OrgIDICBRes EthnicityHigher EthnicityLow ICRECCCG ICRECCCGNAME LDAFlag
    STPICRECCCG RegionICRECCCG EmploymentNationalLatest EmploymentProviderLatest
    AccommodationNationalLatest AccommodationProviderLatest OrgIDSubICBLocResidence ICRECSUBICB
    ICRECSUBICBNAME RegionICRECSUBICB RegionICRECSUBICBName ICRECICB ICRECICBName`),
  MHS002GP: columns(`
    LocalPatientId GMPCodeReg StartDateGMPRegistration EndDateGMPRegistration RecordNumber
    MHS002UniqID OrgIDProv Person_ID UniqSubmissionID OrgIDCCGGPPractice GPDistanceHome UniqMonthID
    EFFECTIVE_FROM LADistrictAuthGPPractice OrgIDICBGPPractice OrgIDSubICBLocGP`),
  MHS005PatInd: columns(`
    LocalPatientId ConstSuperReqDueToDis ParentalResp YoungCarer LACStatus LACLegalStatus
    EducationalAssessOutcome CPP ExBAFIndicator OffenceHistory ProPsychDate EmerPsychDate
    ManPsychDate PsychPrescDate PsychTreatDate ReasonableAdjustmentInd RecordNumber MHS005UniqID
    OrgIDProv Person_ID UniqSubmissionID UniqMonthID EFFECTIVE_FROM`),
  MHS101Referral: columns(`
    ServiceRequestId LocalPatientId OrgIDComm ReferralRequestReceivedDate
    ReferralRequestReceivedTime NHSServAgreeLineNum SpecialisedMHServiceCode SourceOfReferralMH
    OrgIDReferring ReferringCareProfessionalStaffGroup ClinRespPriorityType PrimReasonReferralMH
    ReasonOAT DecisionToTreatDate DecisionToTreatTime DischPlanCreationDate DischPlanCreationTime
    DischPlanLastUpdatedDate DischPlanLastUpdatedTime ServDischDate ServDischTime RecordNumber
    MHS101UniqID OrgIDProv Person_ID UniqSubmissionID UniqServReqID AgeServReferRecDate
    AgeServReferDischDate UniqMonthID InactTimeRef EFFECTIVE_FROM ReferralServiceAreasOpenEndRPLDA
    ReferralServiceAreasStartingInRPLDA FirstContactEverDate CountOfAttendedCareContacts
    FirstContactEverWhereAgeAtContactUnder18Date SecondContactEverWhereAgeAtContactUnder18Date
    CountOfAttendedCareContactsInFinancialYear
    CountAttendedCareContactsInFinancialYearPersonWas017AtTimeOfContact FirstAttendedContactInRPDate
    FirstAttendedContactInFinancialYearDate SecondAttendedContactEverDate
    SecondAttendedContactInFinancialYearDate`),
  MHS102ServiceTypeReferredTo: columns(`
    CareProfTeamLocalId ServiceRequestId ServTeamTypeRefToMH ReferClosureDate ReferClosureTime
    ReferRejectionDate ReferRejectionTime ReferClosReason ReferRejectReason RecordNumber
    MHS102UniqID OrgIDProv Person_ID UniqSubmissionID UniqServReqID UniqCareProfTeamID
    AgeServReferClosure AgeServReferRejection UniqMonthID InactTimeST EFFECTIVE_FROM ServiceTypeName`),
  MHS201CareContact: columns(`
    CareContactId ServiceRequestId CareProfTeamLocalId CareContDate CareContTime OrgIDComm
    AdminCatCode SpecialisedMHServiceCode ClinContDurOfCareCont ConsType CareContSubj
    ConsMechanismMH ActLocTypeCode PlaceOfSafetyInd SiteIDOfTreat ComPeriMHPartAssessOfferInd
    PlannedCareContIndicator CareContPatientTherMode AttendOrDNACode EarliestReasonOfferDate
    EarliestClinAppDate CareContCancelDate CareContCancelReas ReasonableAdjustmentMade RecordNumber
    MHS201UniqID OrgIDProv Person_ID UniqSubmissionID UniqServReqID UniqCareContID AgeCareContDate
    ContLocDistanceHome TimeReferAndCareContact UniqCareProfTeamID UniqMonthID EFFECTIVE_FROM`),
  MHS202CareActivity: columns(`
    CareActId CareContactId CareProfLocalId ClinContactDurOfCareAct CodeProcAndProcStatus
    FindSchemeInUse CodeFind CodeObs ObsValue UnitMeasure RecordNumber MHS202UniqID OrgIDProv
    Person_ID UniqSubmissionID UniqServReqID UniqCareContID UniqCareActID UniqCareProfLocalID
    UniqMonthID EFFECTIVE_FROM MapSnomedCTFindingCode MapSnomedCTFindingTerm
    MasterSnomedCTFindingCode MasterSnomedCTFindingTerm MapICD10FindingCode MapICD10FindingDesc
    MasterICD10FindingCode MasterICD10FindingDesc MapSnomedCTObsCode MapSnomedCTObsTerm
    MasterSnomedCTObsCode MasterSnomedCTObsTerm`),
  MHS204IndirectActivity: columns(`
    ServiceRequestId CareProfTeamLocalId IndirectActDate IndirectActTime DurationIndirectAct
    OrgIDComm CareProfLocalId CodeIndActProcAndProcStatus FindSchemeInUse CodeFind RecordNumber
    MHS204UniqID OrgIDProv Person_ID UniqSubmissionID UniqServReqID UniqCareProfLocalID UniqMonthID
    EFFECTIVE_FROM MapSnomedCTFindingCode MapSnomedCTFindingTerm MasterSnomedCTFindingCode
    MasterSnomedCTFindingTerm MapICD10FindingCode MapICD10FindingDesc MasterICD10FindingCode
    MasterICD10FindingDesc AgeAtIndirectActivity`),
  MHS501HospProvSpell: columns(`
    HospProvSpellID ServiceRequestId DecidedToAdmitDate DecidedToAdmitTime StartDateHospProvSpell
    StartTimeHospProvSpell SourceAdmMHHospProvSpell MethAdmMHHospProvSpell
    EstimatedDischDateHospProvSpell PlannedDischDateHospProvSpell PlannedDestDisch
    DischDateHospProvSpell DischTimeHospProvSpell MethOfDischMHHospProvSpell
    DestOfDischHospProvSpell TransformingCareInd TransformingCareCategory RecordNumber MHS501UniqID
    OrgIDProv Person_ID UniqSubmissionID UniqServReqID UniqHospProvSpellID
    PostcodeDistrictMainVisitor PostcodeDistrictDischDest UniqMonthID InactTimeHPS LOSDischHosSpell
    LOSHosSpellEoRP TimeEstDischDate TimePlanDischDate EFFECTIVE_FROM`),
};
