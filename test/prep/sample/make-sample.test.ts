import { createHash } from "node:crypto";
import { expect } from "chai";
import { isoOf } from "../../../prep/calendar/day";
import { makeSample, type Sample } from "../../../prep/sample/make-sample";
import { sampleFiles } from "../../../prep/sample/sample-files";

function digest(sample: Sample): string {
  const hash = createHash("sha256");
  for (const { name, chunks } of sampleFiles(sample)) {
    hash.update(name);
    for (const chunk of chunks) hash.update(chunk);
  }
  return hash.digest("hex");
}

describe("the sample", () => {
  it("is the same to the byte for the same options, and another for another seed", () => {
    const options = { people: 120, years: 3, seed: 7, errors: 12 };
    expect(digest(makeSample(options))).to.equal(digest(makeSample(options)));
    expect(digest(makeSample({ ...options, seed: 8 }))).to.not.equal(digest(makeSample(options)));
  });

  it("gives a person the same life however many others there are", () => {
    const [few, many] = [makeSample({ people: 20 }), makeSample({ people: 40 })];
    expect([...many.history.lives()].slice(0, 20)).to.deep.equal([...few.history.lives()]);
  });

  it("lists every person in at least one return, and no two by the same name and birth date", () => {
    const sample = makeSample({ people: 2500 });
    const seen = new Set<string>();
    for (const ret of sample.returns)
      for (const { values } of ret.persons())
        seen.add(`${values.Surname.toLowerCase()}|${values.Forename}|${values.PersonBirthDate}`);
    const lives = [...sample.history.lives()].map(
      ({ person }) => `${person.surname.toLowerCase()}|${person.forename}|${isoOf(person.birth)}`,
    );
    expect(new Set(lives).size).to.equal(2500);
    expect([...seen].sort()).to.deep.equal([...lives].sort());
  });

  it("is like England: about half of plans in 20 weeks, a quarter refused, a third autism", () => {
    const lives = [...makeSample({ people: 4000 }).history.lives()];
    const share = (part: number, whole: number): number => part / whole;
    const asked = lives
      .flatMap(({ requests }) => requests)
      .filter(
        ({ received, decision }) =>
          received !== null && decision !== null && isoOf(decision.date) >= "2023",
      );
    expect(
      share(asked.filter(({ decision }) => decision!.outcome === "N").length, asked.length),
    ).to.be.within(0.19, 0.3);
    const issued = asked.filter(({ assessment }) => assessment?.result?.outcome === "Y");
    expect(
      share(
        issued.filter((request) => request.assessment!.result!.date - request.received! <= 140)
          .length,
        issued.length,
      ),
    ).to.be.within(0.42, 0.56);
    const plans = lives.flatMap(({ requests }) =>
      requests.flatMap(({ plan }) => (plan ? [plan] : [])),
    );
    expect(
      share(plans.filter(({ needs }) => needs[0].primary === "ASD").length, plans.length),
    ).to.be.within(0.29, 0.37);
  });

  it("holds the cases that are easily counted wrongly", () => {
    const lives = [...makeSample({ people: 4000 }).history.lives()];
    const requests = lives.flatMap((life) => life.requests);
    const plans = requests.flatMap(({ plan }) => (plan ? [plan] : []));
    const count = (found: readonly unknown[]): number => found.length;
    const days = (limit: number): unknown[] =>
      requests.filter(
        ({ received, assessment }) =>
          received !== null && assessment?.result && assessment.result.date - received === limit,
      );
    const cases: Record<string, number> = {
      "two requests": count(lives.filter((life) => life.requests.length === 2)),
      "refused, then granted": count(
        lives.filter(
          (life) =>
            life.requests.length === 2 &&
            life.requests[0].decision?.outcome === "N" &&
            life.requests[1].decision?.outcome === "Y",
        ),
      ),
      "a refusal overturned": count(
        requests.filter(({ decision, plan }) => decision?.outcome === "N" && plan),
      ),
      "decided on day 42": count(
        requests.filter(
          ({ received, decision }) => received !== null && decision?.date === received + 42,
        ),
      ),
      "issued on day 140": count(days(140)),
      "not issued on day 112": count(days(112)),
      "entered late": count(
        requests.filter(({ decision }) => decision && decision.recorded !== decision.date),
      ),
      "withdrawn without a date": count(
        requests.filter(({ decision }) => decision && !decision.dated),
      ),
      "received date lost": count(
        requests.filter(({ received, plan }) => received === null && !plan?.transfer),
      ),
      "transferred in": count(plans.filter(({ transfer }) => transfer)),
      "transferred out": count(plans.filter(({ cease }) => cease?.reason === 5)),
      "two placements at once": count(
        plans.filter(({ placements }) => placements.some(({ rank }) => rank === 2)),
      ),
      "need changes": count(plans.filter(({ needs }) => needs.length > 1)),
      "plan starts after its issue": count(
        requests.filter(
          ({ assessment, plan }) =>
            plan && assessment?.result && plan.start > assessment.result.date,
        ),
      ),
      "ceased on a month end": count(
        plans.filter(({ cease }) => cease && isoOf(cease.date + 1).endsWith("-01")),
      ),
      "no UPN ever": count(lives.filter(({ person }) => person.upnKnown === null && !person.uln)),
      "only a ULN": count(lives.filter(({ person }) => person.uln)),
      "born on a leap day": count(
        lives.filter(({ person }) => isoOf(person.birth).endsWith("-02-29")),
      ),
      "review exactly a year after the last": count(
        plans.filter(({ reviews }) =>
          reviews.some(
            ({ meeting }, index) =>
              index > 0 && isoOf(meeting).slice(5) === isoOf(reviews[index - 1].meeting).slice(5),
          ),
        ),
      ),
    };
    for (const code of ["NEET", "EHE", "OLA", "NIEO", "NIEC", "EYP"])
      cases[code] = count(
        plans.filter(({ placements }) => placements.some(({ setting }) => setting === code)),
      );
    for (const [name, found] of Object.entries(cases)) expect(found, name).to.be.greaterThan(0);
  });

  it("refuses what it cannot make", () => {
    for (const options of [
      { people: 0 },
      { people: 1.5 },
      { years: 5 },
      { years: 0 },
      { errors: -1 },
      { people: 3, errors: 500 },
    ])
      expect(() => makeSample(options), JSON.stringify(options)).to.throw(RangeError);
  });
});
