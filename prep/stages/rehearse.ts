import { listFindings, together } from "../check/run";
import type { Rehearsal } from "../results";
import type { Chosen } from "./choose";
import type { Extracts } from "./extracts";
import type { Knowledge } from "./knowledge";
import type { Built } from "./loaded";

interface ToRehearse {
  /** Id of the collection whose newest extract is meant; null where none is. */
  readonly id: string | null;
  readonly chosen: Chosen;
  readonly extracts: Extracts;
  readonly built: readonly Built[];
  readonly knowledge: Pick<Knowledge, "rules">;
}

/**
 * Checks the newest extract of a collection by itself, and counts what it and the one before would
 * be published as. Null where the collection has none.
 */
export function rehearse({
  id,
  chosen,
  extracts: { findings, sources },
  built,
  knowledge: { rules },
}: ToRehearse): Rehearsal | null {
  const one = built.find(({ collection }) => collection.id === id);
  if (!one?.collection.toPublish) return null;
  const { collection, model, context, extracts } = one;
  const newest = extracts.length - 1;
  const files = new Set(collection.filesOf(extracts[newest]));
  const ofFiles = [...findings, ...chosen.findings, ...(collection.findings?.(model) ?? [])].filter(
    ({ file }) => files.has(file),
  );
  const found = together([
    listFindings(ofFiles, rules),
    ...(collection.check ? [collection.check(extracts[newest], sources, context.settings)] : []),
  ]);
  return {
    source: collection.source(extracts[newest], context.settings),
    found,
    rules: collection.rules,
    figures: collection.toPublish!(model, newest, context),
    before: newest === 0 ? [] : collection.toPublish!(model, newest - 1, context),
  };
}
