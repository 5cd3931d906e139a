import type { Count, Indicator } from "../../../prep/indicators/indicator";
import type { Relation } from "../../../prep/indicators/relations";

/** Names that a relation says something of. */
function namesIn(relation: Relation): readonly string[] {
  if ("whole" in relation) return [relation.whole, ...relation.parts];
  if ("breakdown" in relation) return [relation.flag, relation.of];
  if ("restsOn" in relation) return [relation.measure, relation.restsOn];
  return "apart" in relation ? [...relation.apart, relation.apart.join(".")] : [];
}

/**
 * What a count adds up, by the names of its view. A part of a percentage is part of its denominator
 * anyway.
 */
function namesOf(count: Count): readonly string[] {
  if (count.clock === "month")
    // Units count once, so that no sum of them holds.
    return count.distinct === undefined ? [(count.outOf ?? count.where).join(".")] : [];
  const { statistic, numerator, denominator } = count;
  const isShare = statistic === "percent" && denominator !== "roll";
  return [isShare ? undefined : numerator, denominator].flatMap((name) =>
    name === undefined || name === "roll" ? [] : [name],
  );
}

/**
 * What the records leave unsaid of how their figures hang together, or say wrongly, in words;
 * nothing when all is
 * said. Disclosure control trusts
 * these relations: one that is forgotten publishes a small number as the difference of two large
 * ones.
 */
export function relationProblems(indicators: readonly Indicator[]): readonly string[] {
  const byId = new Map(indicators.map((indicator) => [indicator.id, indicator]));
  return indicators.flatMap(({ id, count, relations }): string[] => {
    if (!count) return [];
    const others = indicators.filter(
      (other) => other.id !== id && other.count?.view.name === count.view.name,
    );
    if (relations === "independent")
      return others.length === 0
        ? []
        : [`${id} says that it is independent, and ${others[0].id} is counted from the same rows`];
    const base = `${count.view.name}.`;
    const ofView = (name: string): string =>
      name.startsWith(base) ? name.slice(base.length) : name;
    const told = new Set(relations.flatMap(namesIn).map(ofView));
    const problems: string[] = [];
    for (const relation of relations) {
      if (!("toldBy" in relation)) continue;
      const other = byId.get(relation.toldBy);
      if (!other?.count || other.count.view.name !== count.view.name) {
        problems.push(`${id} is told by ${relation.toldBy}, which is not counted from its rows`);
        continue;
      }
      for (const name of namesOf(other.count)) told.add(name);
      if (other.relations !== "independent")
        for (const name of other.relations.flatMap(namesIn)) told.add(ofView(name));
    }
    const unsaid = namesOf(count).filter((name) => !told.has(name));
    return [...problems, ...unsaid.map((name) => `${id} says nothing of ${name}`)];
  });
}
