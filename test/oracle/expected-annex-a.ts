import { isoOf, type Day } from "../../prep/calendar/day";
import { CENSUSES } from "../../prep/sample/census/censuses";
import type { Enrolment, Pupil } from "../../prep/sample/census/pupil";
import { extractPerson } from "../../prep/sample/extract";
import type { Identity, Life, Placement, SamplePlan, ReturnInfo } from "../../prep/sample/history";
import { schoolOf, type School } from "../../prep/sample/schools";
import {
  isOpenOn,
  phaseTransferShown,
  placementsShown,
  reviewShown,
  showsActive,
  urnShown,
} from "../../prep/sample/what-a-return-shows";
import { hasPlanInForce } from "../../prep/sample/plan-in-force";
import { needOn, providerOf, settingOn } from "./plan-on-day";

/**
 * A row of a list as text by heading, dates as ISO, empty cells null; without the Unique ID and the
 * columns that no source has.
 */
export type ExpectedRow = Readonly<Record<string, string | null>>;

const GENDERS = { M: "a) Male", F: "b) Female" } as const;
const ETHNICITIES =
  "a) WBRI|b) WIRI|c) WIRT|d) WOTH|e) WROM|f) MWBC|g) MWBA|h) MWAS|i) MOTH|j) AIND|k) APKN|l) ABAN|m) AOTH|n) BCRB|o) BAFR|p) BOTH|q) CHNE|r) OOTH|s) REFU|t) NOBT".split(
    "|",
  );
const NEEDS =
  "a) SPLD|b) MLD|c) SLD|d) PMLD|e) SEMH|f) SLCN|g) HI|h) VI|i) MSI|j) PD|k) ASD|l) OTH".split("|");
const UNAUTHORISED = "G O U N".split(" ");
const AUTHORISED = "I M C C2 E S R T".split(" ");

/** A code with its letter, or as it is where the list has no such answer. */
const answer = (answers: readonly string[], code: string | null): string | null =>
  code === null ? null : (answers.find((one) => one.slice(3) === code) ?? code);

function phaseOf(school: School | undefined): string | null {
  if (!school) return null;
  if (school.group.startsWith("special_")) return "g) Special";
  if (school.group.startsWith("ap_")) return "h) Pupil referral unit/Alternative provision";
  if (school.group.startsWith("fe_")) return "i) FE college";
  return (
    { Nursery: "a) Nursery", Primary: "b) Primary", Secondary: "e) Secondary" }[school.phase[1]] ??
    null
  );
}

/** The school on a day: once it has closed, its successor. */
function openOn(school: School | undefined, day: Day): School | undefined {
  return school?.successor && school.closed !== null && school.closed < day
    ? schoolOf(school.successor)
    : school;
}

const iso = (day: Day | null): string | null => (day === null ? null : isoOf(day));

/** What the sources that are loaded say of who somebody is. */
function personCells(
  person: Identity,
  life: Life | null,
  pupil: Pupil | null,
  returns: readonly ReturnInfo[],
  latest: number,
): ExpectedRow {
  const days = [
    ...returns
      .filter((ret) => life !== null && extractPerson(life, ret) !== null)
      .map(({ reference }) => reference),
    ...CENSUSES.slice(0, latest + 1)
      .filter(
        (_, c) => pupil !== null && pupil.told[c].onRoll.length + pupil.told[c].left.length > 0,
      )
      .map(({ day }) => day),
  ];
  return {
    UPN:
      person.upnKnown !== null && days.some((day) => person.upnKnown! <= day) ? person.upn : null,
    ULN: person.uln || null,
    "Date of birth": isoOf(person.birth),
    Gender: GENDERS[person.sex],
    Ethnicity: answer(ETHNICITIES, person.ethnicity),
  };
}

/** What the latest census tells of a pupil's term: nothing where the pupil is not in it. */
function termCells(pupil: Pupil | null, latest: number): ExpectedRow {
  const told = pupil?.told[latest];
  if (!told || told.onRoll.length + told.left.length === 0)
    return { Suspensions: null, "Permanent exclusions": null, Absence: null };
  const excluded = told.events.filter(({ category }) => category === "PERM").length;
  const counts = told.attended.flatMap(({ first, second }) => (second ? [first, second] : [first]));
  const possible = counts.reduce((sum, count) => sum + count.possible, 0);
  const missed = counts
    .flatMap(({ codes }) => codes)
    .reduce(
      (sum, [code, sessions]) =>
        sum + (AUTHORISED.includes(code) || UNAUTHORISED.includes(code) ? sessions : 0),
      0,
    );
  // Half up, in whole numbers.
  const tenths = possible === 0 ? null : Math.floor((2000 * missed + possible) / (2 * possible));
  return {
    Suspensions: String(told.events.length - excluded),
    "Permanent exclusions": String(excluded),
    Absence: tenths === null ? null : String(tenths / 10),
  };
}

/** Phase of the school where the latest census has the pupil as subsidiary, beside the main one. */
function secondSchool(pupil: Pupil | null, latest: number, main: string | null): string | null {
  const second = pupil?.told[latest]?.onRoll.find(
    ({ status, school }) => status === "S" && school.urn !== main,
  );
  return second ? phaseOf(second.school) : null;
}

/** Last review decision, else meeting, that the returns let one know by a day. */
function lastReview(plan: SamplePlan, day: Day, shown: readonly ReturnInfo[]): Day | null {
  for (const ret of [...shown].reverse()) {
    const review = reviewShown(plan, ret);
    if (review?.decided && review.decided <= day) return review.decided;
    if (review && ret.year >= 2024 && review.meeting <= day) return review.meeting;
  }
  return null;
}

function updated(plan: SamplePlan, day: Day, shown: readonly ReturnInfo[]): Day | null {
  const finals = shown
    .filter(({ year }) => year >= 2025)
    .flatMap((ret) => phaseTransferShown(plan, ret)?.final ?? [])
    .filter((final) => final <= day);
  return finals.length === 0 ? null : Math.max(...finals);
}

const establishmentOf = (
  { urn, ukprn }: Pick<Placement, "urn" | "ukprn">,
  day: Day,
): School | undefined => openOn(urn ? schoolOf(urn) : providerOf(ukprn), day);

export interface AnnexWorld {
  readonly lives: Iterable<Life>;
  readonly pupils: readonly Pupil[];
  /** Those that are loaded. */
  readonly returns: readonly ReturnInfo[];
  /** Day up to which things have happened; without it, the last census day. */
  readonly asAt?: Day;
}

/**
 * List 1: who has a plan in force on the last day that the returns know, from the life histories.
 */
export function expectedPlans({
  lives,
  pupils,
  returns,
  asAt = Infinity,
}: AnnexWorld): ExpectedRow[] {
  const day = Math.min(asAt, returns[returns.length - 1].reference);
  const covering = returns.findIndex(({ start, reference }) => start <= day && day <= reference);
  const ret = returns[covering];
  const latest = CENSUSES.filter((census) => census.day <= asAt).length - 1;
  const byIndex = new Map(
    pupils.flatMap((pupil) => (pupil.life ? [[pupil.life.index, pupil] as const] : [])),
  );
  return [...lives].flatMap((life): ExpectedRow[] => {
    const plan = hasPlanInForce(life, day, returns);
    if (!plan) return [];
    const pupil = byIndex.get(life.index) ?? null;
    const { placement, urn } = settingOn(plan, day, ret);
    const main = placement ? establishmentOf({ urn, ukprn: placement.ukprn }, day) : undefined;
    const shown = returns.slice(0, covering + 1).filter((one) => showsActive(plan, one));
    const open = showsActive(plan, ret)
      ? placementsShown(plan, ret).filter((one) => isOpenOn(one, day))
      : [];
    const second = open.some(({ rank }) => rank === 1)
      ? open.find(({ rank }) => rank === 2)
      : undefined;
    const need = needOn(plan, day, returns);
    return [
      {
        ...personCells(life.person, life, pupil, returns, latest),
        "Date initial EHC plan issued": isoOf(plan.start),
        "Date updated EHC plan issued": iso(updated(plan, day, shown)),
        "Date EHC plan last reviewed": iso(lastReview(plan, day, shown)),
        "SEN primary need": answer(NEEDS, need === "not_recorded" ? null : need),
        "Main education establishment – URN": main?.urn ?? null,
        "Main education establishment – phase": phaseOf(main),
        "Subsidiary education establishment – phase (dual registration)":
          (second
            ? phaseOf(establishmentOf({ urn: urnShown(second, ret), ukprn: second.ukprn }, day))
            : null) ?? secondSchool(pupil, latest, main?.urn ?? null),
        "Elective home education": placement
          ? placement.setting === "EHE"
            ? "a) Yes"
            : "b) No"
          : null,
        ...termCells(pupil, latest),
      },
    ];
  });
}

/** Need ranked first in the latest spring census up to one that has the pupil with needs. */
function needBy({ told }: Pupil, latest: number): string | null {
  for (let c = latest; c >= 0; c--)
    if (
      CENSUSES[c].term === "Spring" &&
      told[c].onRoll.length > 0 &&
      told[c].standing.needs.length > 0
    )
      return told[c].standing.needs[0];
  return null;
}

/** List 2: who is on SEN support in the latest census, from the pupils' histories. */
export function expectedSupport({ pupils, returns, asAt = Infinity }: AnnexWorld): ExpectedRow[] {
  const latest = CENSUSES.filter(({ day }) => day <= asAt).length - 1;
  return pupils.flatMap((pupil): ExpectedRow[] => {
    const { onRoll, standing } = pupil.told[latest];
    const main: Enrolment | undefined = onRoll.find(({ status }) => status !== "S");
    if (!main || standing.sen !== "K") return [];
    return [
      {
        ...personCells(pupil.person, pupil.life, pupil, returns, latest),
        "SEN primary need": answer(NEEDS, needBy(pupil, latest)),
        "Main education establishment – URN": main.school.urn,
        "Main education establishment – phase": phaseOf(main.school),
        "Subsidiary education establishment – phase (dual registration)": secondSchool(
          pupil,
          latest,
          main.school.urn,
        ),
        ...termCells(pupil, latest),
      },
    ];
  });
}
