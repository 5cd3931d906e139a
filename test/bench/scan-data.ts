/**
 * Numbers that look random and are the same in every run (linear congruential, Numerical Recipes).
 */
function numbers(): (below: number) => number {
  let state = 42;
  return (below) => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return Math.floor((state / 0x100000000) * below);
  };
}

/** An invented SEN2 return in XML of about this many bytes. */
export function sen2Xml(size: number): Buffer {
  const next = numbers();
  const pick = <T>(values: readonly T[]): T => values[next(values.length)];
  const date = (): string =>
    `20${10 + next(16)}-${String(1 + next(12)).padStart(2, "0")}-${String(1 + next(28)).padStart(2, "0")}`;
  const parts = [
    '<?xml version="1.0" encoding="UTF-8"?>\n<Message>\n  <Header><CollectionDetails><Collection>SEN2</Collection><Year>2025</Year></CollectionDetails></Header>\n  <Persons>\n',
  ];
  let length = 0;
  for (let i = 0; length < size; i++) {
    const person = `    <Person>
      <Surname>Surname${next(5000)}</Surname>
      <Forename>${pick(["Zoë", "Alex", "Sam", "Jo &amp; Co", "Robin"])}</Forename>
      <PersonBirthDate>${date()}</PersonBirthDate>
      <Sex>${pick(["M", "F"])}</Sex>
      <Ethnicity>${pick(["WBRI", "APKN", "BCRB", "MOTH"])}</Ethnicity>
      <PostCode>ZZ${next(90)} ${next(9)}ZZ</PostCode>
      <UPN>Z${100_000_000_000 + i}</UPN>
      <UniqueLearnerNumber/>
      <Requests>
        <ReceivedDate>${date()}</ReceivedDate>
        <RequestSource>${1 + next(8)}</RequestSource>
        <RYA>0</RYA>
        <RequestOutcomeDate>${date()}</RequestOutcomeDate>
        <RequestOutcome>${pick(["Y", "N", "A", "H"])}</RequestOutcome>
        <Assessment>
          <AssessmentOutcome>Y</AssessmentOutcome>
          <AssessmentOutcomeDate>${date()}</AssessmentOutcomeDate>
          <Week20>${next(2)}</Week20>
          <NamedPlan>
            <StartDate>${date()}</StartDate>
            <PlanDetail>
              <URN>${100_000 + next(3000)}</URN>
              <PlacementRank>1</PlacementRank>
            </PlanDetail>
          </NamedPlan>
        </Assessment>
        <ActivePlans>
          <LastReview>${date()}</LastReview>
          <PlacementDetail>
            <URN>${100_000 + next(3000)}</URN>
            <PlacementRank>1</PlacementRank>
            <EntryDate>${date()}</EntryDate>
          </PlacementDetail>
          <SENneed>
            <SENtype>${pick(["ASD", "SEMH", "SLCN", "MLD"])}</SENtype>
            <SENtypeRank>1</SENtypeRank>
          </SENneed>
        </ActivePlans>
      </Requests>
    </Person>
`;
    parts.push(person);
    length += person.length;
  }
  parts.push("  </Persons>\n</Message>\n");
  return Buffer.from(parts.join(""));
}

/**
 * Invented care contacts in CSV of about this many bytes, 24 columns, one in twenty values quoted.
 */
export function contactsCsv(size: number): Buffer {
  const next = numbers();
  const names = Array.from({ length: 24 }, (_, i) => `Column${i}`);
  const lines = [names.join(",")];
  let length = 0;
  for (let row = 0; length < size; row++) {
    const cells = names.map((_, i) => {
      if (i === 0) return String(10_000_000 + row);
      if (i === 1) return `P${next(200_000)}`;
      if (i < 5)
        return `2024-${String(1 + next(12)).padStart(2, "0")}-${String(1 + next(28)).padStart(2, "0")}`;
      if (i < 8) return next(4) === 0 ? "" : String(next(100_000));
      return next(20) === 0 ? `"text, ${next(50)}"` : `C${next(40)}`;
    });
    const line = cells.join(",");
    lines.push(line);
    length += line.length + 1;
  }
  return Buffer.from(`${lines.join("\n")}\n`);
}
