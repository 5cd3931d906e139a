import { expect } from "chai";
import { dayFromIso, type Day } from "../../../prep/calendar/day";
import { expectedIndicators } from "../../oracle/expected-indicators";
import { makeSample } from "../../../prep/sample/make-sample";
import { recordsOf, type ReturnRecord } from "../../../prep/sample/return-record";
import { SCHOOLS } from "../../../prep/sample/schools";

const day = (iso: string | undefined): Day | null => (iso ? dayFromIso(iso) : null);

describe("the sample's returns", () => {
  const sample = makeSample({ people: 1500, years: 4 });
  const values = expectedIndicators(sample.history, { withRegister: true });
  const expected = (id: string, frequency: string, end: string): number =>
    values.find(
      (value) =>
        value.indicator_id === id &&
        value.frequency === frequency &&
        value.period_end === end &&
        value.breakdown === "all",
    )!.numerator!;

  for (const [index, ret] of sample.returns.entries()) {
    const persons = [...ret.persons()];
    const of = (table: ReturnRecord["table"]): ReturnRecord[] =>
      persons.flatMap((person) => recordsOf(person, table));
    const yearEnd = `${ret.year - 1}-12-31`;
    const inYear = (iso: string | undefined): boolean =>
      !!iso && iso.slice(0, 4) === String(ret.year - 1);

    it(`${ret.year}: list what the history has`, () => {
      const { reference, start } = sample.history.returns[index];
      const plans = [...sample.history.lives()]
        .flatMap(({ requests }) => requests.flatMap(({ plan }) => (plan ? [plan] : [])))
        .filter((plan) => Math.max(plan.start, plan.transfer?.day ?? 0) <= reference);
      expect(of("activeplans")).to.have.length(
        plans.filter(({ cease }) => cease === null || cease.date > reference).length,
      );
      expect(of("namedplan")).to.have.length(
        plans.filter(({ cease }) => cease === null || cease.date >= start).length,
      );
    });

    it(`${ret.year}: agree with the expected figures of that year as far as one return can tell`, () => {
      const assessed = of("assessment").filter(({ values: v }) => inYear(v.AssessmentOutcomeDate));
      const issued = assessed.filter(({ values: v }) => v.AssessmentOutcome === "Y");
      expect(issued).to.have.length(expected("ehc_plans_issued", "calendar_year", yearEnd));
      expect(assessed.filter(({ values: v }) => v.AssessmentOutcome === "N")).to.have.length(
        expected("ehc_assessments_not_issued_pct", "calendar_year", yearEnd),
      );
      const timely = persons
        .flatMap((person) => recordsOf(person, "requests"))
        .filter(({ values: v, children }) => {
          const [outcome] = children.filter(
            ({ table, values: a }) =>
              table === "assessment" &&
              a.AssessmentOutcome === "Y" &&
              inYear(a.AssessmentOutcomeDate),
          );
          return (
            outcome &&
            v.ReceivedDate &&
            day(outcome.values.AssessmentOutcomeDate)! - day(v.ReceivedDate)! <= 140
          );
        });
      expect(timely).to.have.length(
        expected("ehc_plans_within_20_weeks_pct", "calendar_year", yearEnd),
      );
      expect(
        of("requests").filter(
          ({ values: v }) => v.RequestOutcome !== "H" && inYear(v.ReceivedDate),
        ),
      ).to.have.length(expected("ehc_requests_received", "calendar_year", yearEnd));
      const late = sample.history.returns[index + 1]
        ? [...sample.returns[index + 1].persons()]
            .flatMap((p) => recordsOf(p, "requests"))
            .filter(({ values: v }) => inYear(v.RequestOutcomeDate))
        : [];
      expect(
        of("requests").filter(
          ({ values: v }) => ["Y", "N"].includes(v.RequestOutcome) && inYear(v.RequestOutcomeDate),
        ).length + late.length,
      ).to.equal(expected("ehc_request_decisions", "calendar_year", yearEnd));
      expect(of("namedplan").filter(({ values: v }) => inYear(v.CeaseDate))).to.have.length(
        expected("ehc_plans_ceased", "calendar_year", yearEnd),
      );
    });

    it(`${ret.year}: keep to the rules of the return`, () => {
      const census = day(ret.header.ReferenceDate)!;
      for (const request of of("requests")) {
        const { ReceivedDate, RequestOutcome, RequestOutcomeDate } = request.values;
        const received = day(ReceivedDate);
        if (RequestOutcome !== "H") expect(received, "received").to.not.equal(null);
        if (RequestOutcomeDate)
          expect(day(RequestOutcomeDate)!).to.be.within(received ?? 0, census);
        expect(
          RequestOutcome === "Y" && recordsOf(request, "assessment").length === 0,
          "R12",
        ).to.equal(false);
        for (const { values: a } of recordsOf(request, "assessment"))
          if (a.AssessmentOutcomeDate)
            expect(day(a.AssessmentOutcomeDate)!).to.be.within(
              day(RequestOutcomeDate) ?? received ?? 0,
              census,
            );
      }
      for (const { values: plan } of of("namedplan")) {
        expect(day(plan.StartDate)!).to.be.within(dayFromIso("2014-09-01")!, census);
        if (plan.CeaseDate) expect(day(plan.CeaseDate)!).to.be.within(day(plan.StartDate)!, census);
        expect(!!plan.CeaseDate).to.equal(!!plan.CeaseReason);
      }
      for (const active of of("activeplans")) {
        expect(
          recordsOf(active, "senneed")
            .map(({ values: need }) => need.SENtypeRank)
            .join(),
        ).to.be.oneOf(["1", "1,2"]);
        for (const rank of ["1", "2"]) {
          const spans = recordsOf(active, "placementdetail")
            .filter(({ values: p }) => p.PlacementRank === rank)
            .map(({ values: p }) => [day(p.EntryDate)!, day(p.LeavingDate) ?? Infinity]);
          if (rank === "1") expect(spans.length, "a first placement").to.be.greaterThan(0);
          for (const [entry, leaving] of spans) expect(leaving).to.be.at.least(entry);
          for (let at = 1; at < spans.length; at++)
            expect(spans[at][0], "placements of a rank do not overlap").to.be.greaterThan(
              spans[at - 1][1],
            );
        }
      }
      for (const { values: p } of [...of("placementdetail"), ...of("plandetail")])
        expect([p.URN, p.UKPRN, p.SENsetting].filter(Boolean), "one institution").to.have.length(1);
      for (const { values: person } of persons) {
        expect(
          Boolean(person.UPN || person.UniqueLearnerNumber) !== Boolean(person.UPNunknown),
        ).to.equal(true);
        const age = (census - day(person.PersonBirthDate)!) / 365.25;
        expect(age).to.be.within(0, 26);
        if (person.UPNunknown === "UN1") expect(age).to.be.below(6.01);
      }
    });

    it(`${ret.year}: name schools that the register has, open when the placement began`, () => {
      const register = new Map(SCHOOLS.map((school) => [school.urn, school]));
      for (const { values: p } of of("placementdetail").filter(({ values: v }) => v.URN)) {
        expect(register.has(p.URN)).to.equal(true);
        const closed = register.get(p.URN)!.closed;
        if (closed !== null) expect(day(p.EntryDate)!).to.be.at.most(closed);
      }
    });
  }
});
