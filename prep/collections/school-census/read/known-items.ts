import type { Finding } from "../../../check/finding";
import { findingOf } from "../../../check/run";
import type { PassedOver } from "../../../scan/scan-result";
import { censusFields } from "../fields/fields";
import { readingRules } from "../rules/reading-rules";

/**
 * Items of the school census that nothing is counted from, in lower case: columns of the COLLECT
 * tables of
 * 2022 to 2026, and elements of the older XML layout.
 */
const others = `
  accommodation addressline1 addressline2 addressline3 addressline4 addressline5 administrativearea
  adoptedfromcare apattendancepattern applacementpostcode apreason apsessionsperweek apsettingtype
  ascactivity atotherschool categorydetails cbdslevel childcarebefore8am childcarecovers8amto6pm
  childcareplaces childcareplacesavailability childcareprovider childcaresignposting
  childcareuntil6pm childcarewksopen childmothers classactivity classname classtype closingtime
  companynumber coreaim dafindicator duplicatenotfunded eligibilitycode email
  englishgcsefundingexemption englishgcsehighestpriorattainment
  englishgcsehighestpriorattainmentpreviousyear englishgcsepriorattainmentyear11 exceptiona
  exceptionb exceptionc exceptiond exceptione exceptionf exceptiong exceptionh expandedhours
  extendedhours eyppbf eyppr fecollege formersurname formerupn freemealstaken ftemp fundedhours
  fundingbasis governance guestpupils heard highestncyear highestncyeargroup
  holidaychildcareproviderhours homepupils hoursatsetting incare infantsheard infantslodged
  infantsrejected infantsupheld infantswithdrawn intake keystage language learnerfamcode
  learnerfamhours learnerfamtype learningactualenddate learningaimstatus learningaimwithdrawalreason
  learningplannedenddate learningstartdate locality lodged lowestncyear lowestncyeargroup
  mathsgcsefundingexemption mathsgcsehighestpriorattainment
  mathsgcsehighestpriorattainmentpreviousyear mathsgcsepriorattainmentyear11 maxboarders
  maxdaypupils maxfemaleage maxmaleage middlenames minfemaleage minmaleage missingaddress
  moveoffrollflag moveonrollflag name ncyearleaving nonqualhrs nonqualhrspreviousyear nonteachers
  noofchildcareplaces onsite openingtime otherschools paon partnerukprn parttimenotin phoneno plaa
  placementreason posttown ppateachers preferredsurname prevurn privatestudy programmeactualenddate
  programmeaimstatus programmeaimwithdrawalreason programmeplannedenddate programmestartdate
  progtype pupilsatotherschool qn qualhrs qualhrspreviousyear rejected release saon scc
  schoollunchtaken schoolname schooltype secondaryheard secondarylodged secondaryrejected
  secondaryupheld secondarywithdrawn senprovisionentry senprovisionleaving serialno servicechild
  softwarecode sourcelevel specialschooltype street supportcode supportstaff teachers
  teenmotherplaces termlysessionscoronavirus termlysessionseducational termlysessionsexceptional
  thirtyhourcode tlevelnonqualhrs tlevelqualhrs topupfunding town traineeship type typeofchildcare
  typeofclass ukprn uniquepropertyreferencenumber unitcontacttime unitcontacttimepupil upheld
  withdrawn workexperience wpemployerid wpenddate wphours wpmode wpstartdate xversion yeargroup
  youngcarer yssa`;

/** Parts of the session totals, which XML has in an element of their kind. */
const sessions = [
  "coronavirus",
  "educational",
  "exceptional",
  "possible",
  "authorised",
  "unauthorised",
].map((part) => `sessions${part}`);

const items = new Set([
  ...others.split(/\s+/),
  ...sessions,
  ...censusFields.flatMap(({ column, aliases = [] }) => [column, ...aliases]),
]);

const isKey = (name: string): boolean =>
  /(?:tableid|orderseqcolumn)$/.test(name) || name === "nativeid" || name === "sourceid";

/**
 * Whether a column or element, by its lower-cased name, is an item of the school census or a key of
 * its
 * export.
 */
const isCensusItem = (name: string): boolean => items.has(name) || isKey(name);

/**
 * A word or two, as headings are; not the number, the date or the identifier that stands there in a
 * file
 * without headings.
 */
const isHeadingLike = (name: string): boolean => /^[A-Za-z][A-Za-z_. -]{1,59}\d{0,2}$/.test(name);

/** The names of what is no item of the school census, by table, in small letters. */
export function strangersOf(
  passedOver: readonly PassedOver[],
): ReadonlyMap<string, readonly string[]> {
  const names = new Map<string, string[]>();
  for (const { table, name } of passedOver)
    if (!isCensusItem(name.toLowerCase()))
      names.set(table, [...(names.get(table) ?? []), name.toLowerCase()]);
  return names;
}

/**
 * Columns and elements that are no item of the school census, one finding each. A column is named
 * where
 * most columns of its table are known, so that the headings are there, else by its position: it
 * could be a
 * value. An element is named.
 */
export function unknownItems(
  file: string,
  passedOver: readonly PassedOver[],
  columnsRead: number,
): Finding[] {
  const unknown = passedOver.filter(({ name }) => !isCensusItem(name.toLowerCase()));
  const hasHeadings = unknown.length * 2 <= columnsRead + passedOver.length;
  return unknown.map(({ table, name, position }) => {
    const field =
      position === null || (hasHeadings && isHeadingLike(name)) ? name : `column ${position}`;
    return findingOf(readingRules.C05, table, { file, record: "", line: null, field });
  });
}
