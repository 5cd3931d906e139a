import { columns, type SampleLayout } from "./layout";

/**
 * Columns of the tables that the sample writes, in the order of the commissioning extract of
 * version 6 (NHS England's published table definitions of the data set).
 */
export const LAYOUT_6: SampleLayout = {
  MHS000Header: columns(`
    DatSetVer OrgIDProvider OrgIDSubmit PrimSystemInUse ReportingPeriodStartDate
    ReportingPeriodEndDate DateTimeDatSetCreate MHS000UniqID FileType TotRec UniqSubmissionID
    TotMHS000 TotMHS001 TotMHS002 TotMHS003 TotMHS004 TotMHS005 TotMHS006 TotMHS007 TotMHS008
    TotMHS009 TotMHS010 TotMHS011 TotMHS012 TotMHS014 TotMHS101 TotMHS102 TotMHS103 TotMHS104
    TotMHS105 TotMHS106 TotMHS201 TotMHS202 TotMHS203 TotMHS204 TotMHS205 TotMHS206 TotMHS301
    TotMHS302 TotMHS401 TotMHS402 TotMHS403 TotMHS404 TotMHS405 TotMHS501 TotMHS502 TotMHS503
    TotMHS505 TotMHS506 TotMHS507 TotMHS509 TotMHS510 TotMHS511 TotMHS512 TotMHS513 TotMHS514
    TotMHS515 TotMHS516 TotMHS517 TotMHS518 TotMHS601 TotMHS604 TotMHS605 TotMHS606 TotMHS607
    TotMHS608 TotMHS609 TotMHS701 TotMHS702 TotMHS901 TotMHS902 TotMHS903 UniqMonthID EFFECTIVE_FROM`),
  MHS001MPI: columns(`
    LocalPatientID OrgIDLocalPatientID OrgIDEduEstab NHSNumber NHSNumberStatus PersonBirthDate
    Postcode GenderIDCode GenderSameAtBirth Gender MaritalStatus EthnicCategory
    LanguageCodePreferred PersDeathDate RecordNumber MHS001UniqID OrgIDProv Person_ID
    UniqSubmissionID AgeRepPeriodStart AgeRepPeriodEnd AgeDeath PostcodeDistrict DefaultPostcode
    LSOA2011 LSOA2021 LADistrictAuth County ElectoralWard UniqMonthID NHSDEthnicity PatMRecInRP
    IMDQuart EFFECTIVE_FROM OrgIDICBRes EthnicityHigher EthnicityLow LDAFlag
    EmploymentNationalLatest EmploymentProviderLatest AccommodationNationalLatest
    AccommodationProviderLatest OrgIDSubICBLocResidence ICRECSUBICB ICRECSUBICBNAME
    RegionICRECSUBICB RegionICRECSUBICBName ICRECICB ICRECICBName`),
  MHS002GP: columns(`
    LocalPatientID GMPReg StartDateGMPRegistration EndDateGMPRegistration RecordNumber MHS002UniqID
    OrgIDProv Person_ID UniqSubmissionID GPDistanceHome UniqMonthID EFFECTIVE_FROM
    LADistrictAuthGPPractice OrgIDICBGPPractice OrgIDSubICBLocGP`),
  MHS005PatInd: columns(`
    LocalPatientID ConstSuperReqDueToDis ParentalResp YoungCarer LACStatus LACLegalStatus
    EducationalAssessOutcome CPP ExBAFIndicator OffenceHistory ProPsychDate EmerPsychDate
    ManPsychDate PsychPrescDate PsychTreatDate ReasonableAdjustmentInd IMCARequired IMHARequired
    IMCAAssigned IMHAAssigned LDStatus AutismStatus RecordNumber MHS005UniqID OrgIDProv Person_ID
    UniqSubmissionID UniqMonthID EFFECTIVE_FROM`),
  MHS101Referral: columns(`
    ServiceRequestID LocalPatientID OrgIDComm CareProfTeamLocalID ReferralRequestReceivedDate
    ReferralRequestReceivedTime NHSServAgreeLineID SpecialisedMHServiceCode SourceOfReferralMH
    OrgIDReferringOrg ReferringCareProfessionalType ClinRespPriorityType PrimReasonReferralMH
    ReasonOAT DecisionToTreatDate DecisionToTreatTime DischPlanCreationDate DischPlanCreationTime
    DischPlanLastUpdatedDate DischPlanLastUpdatedTime ServDischDate ServDischTime ReferRejectionDate
    ReferRejectionTime ReferRejectReason ReferClosReason RecordNumber MHS101UniqID OrgIDProv
    Person_ID UniqSubmissionID UniqServReqID AgeServReferRecDate AgeServReferDischDate UniqMonthID
    InactTimeRef EFFECTIVE_FROM FirstContactEverDate CountOfAttendedCareContacts
    FirstContactEverWhereAgeAtContactUnder18Date SecondContactEverWhereAgeAtContactUnder18Date
    CountOfAttendedCareContactsInFinancialYear
    CountAttendedCareContactsInFinancialYearPersonWas017AtTimeOfContact FirstAttendedContactInRPDate
    FirstAttendedContactInFinancialYearDate SecondAttendedContactEverDate
    SecondAttendedContactInFinancialYearDate`),
  MHS102OtherServiceType: columns(`
    ServiceRequestID OtherCareProfTeamLocalID ReferClosureDate ReferClosureTime ReferRejectionDate
    ReferRejectionTime ReferRejectReason ReferClosReason RecordNumber MHS102UniqID OrgIDProv
    Person_ID UniqSubmissionID UniqServReqID UniqCareProfTeamID AgeServReferClosure
    AgeServReferRejection UniqMonthID InactTimeST EFFECTIVE_FROM ServTeamTypeRefToMH ServiceTypeName`),
  MHS201CareContact: columns(`
    CareContactID ServiceRequestID CareContDate CareContTime OtherCareProfTeamLocalID OrgIDComm
    AdminCatCode SpecialisedMHServiceCode ClinContDurOfCareCont ConsType CareContSubj
    ConsMechanismMH ActLocTypeCode PlaceOfSafetyInd SiteIDOfTreat LanguageCodeTreat
    InterpreterPresentInd ComPeriMHPartAssessOfferInd PlannedCareContIndicator
    CareContPatientTherMode AttendStatus EarliestReasonOfferDate EarliestClinAppDate
    CareContCancelDate CareContCancelReas ReasonableAdjustmentMade ReasonPatientNoIMCA
    ReasonPatientNoIMHA RecordNumber MHS201UniqID OrgIDProv Person_ID UniqSubmissionID UniqServReqID
    UniqCareContID AgeCareContDate ContLocDistanceHome TimeReferAndCareContact UniqCareProfTeamID
    UniqMonthID EFFECTIVE_FROM`),
  MHS202CareActivity: columns(`
    CareActID CareContactID ClinContactDurOfCareAct Procedure FindSchemeInUse Finding Observation
    ObsValue UnitofMeasurement_UCUM RecordNumber MHS202UniqID OrgIDProv Person_ID UniqSubmissionID
    UniqServReqID UniqCareContID UniqCareActID UniqCareProfLocalID UniqMonthID EFFECTIVE_FROM`),
  MHS204IndirectActivity: columns(`
    ServiceRequestID IndirectActDate OtherCareProfTeamLocalID IndirectActTime IndActPersCons
    DurationIndirectAct OrgIDComm CareProfLocalID IndActProcedure FindSchemeInUse Finding
    RecordNumber MHS204UniqID OrgIDProv Person_ID UniqSubmissionID UniqServReqID UniqCareProfLocalID
    UniqMonthID EFFECTIVE_FROM AgeAtIndirectActivity`),
  MHS501HospProvSpell: columns(`
    HospProvSpellID ServiceRequestID StartDateHospProvSpell StartTimeHospProvSpell
    DecidedToAdmitDate DecidedToAdmitTime SourceAdmMHHospProvSpell MethAdmMHHospProvSpell
    PostcodeMainVisitor EstimatedDischDateHospProvSpell PlannedDischDateHospProvSpell
    PlannedDestDisch DischDateHospProvSpell DischTimeHospProvSpell MethOfDischMHHospProvSpell
    DestOfDischHospProvSpell PostcodeDischDestHospProvSpell RecordNumber MHS501UniqID OrgIDProv
    Person_ID UniqSubmissionID UniqServReqID UniqHospProvSpellID PostcodeDistrictMainVisitor
    PostcodeDistrictDischDest UniqMonthID InactTimeHPS LOSDischHosSpell LOSHosSpellEoRP
    TimeEstDischDate TimePlanDischDate EFFECTIVE_FROM AgeHospStartDate AgeHospDischDate`),
  MHS902ServiceTeamDetails: columns(`
    CareProfTeamLocalID OrgIDCareProfTeamLocalID ServTeamTypeMH ServTeamIntAgeGroup MHS902UniqID
    OrgIDProv UniqSubmissionID UniqMonthID EFFECTIVE_FROM ServiceTypeName`),
};
