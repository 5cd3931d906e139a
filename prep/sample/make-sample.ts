import { annualReturns, type History, type Life } from "./history";
import { makeLife } from "./life/make-life";
import { choosePlaces, type PlantedError } from "./planted-errors";
import type { ReturnRecord, SampleReturn } from "./return-record";
import { returnsOf } from "./returns-of";
import { SAMPLESHIRE, type SampleCouncil } from "./councils";

export interface SampleOptions {
  /** How many people, 1 to 5,000,000; each is in at least one return. */
  readonly people?: number;
  /** How many annual returns, 1 to 4, the last of 2026. */
  readonly years?: number;
  readonly seed?: number;
  /** How many errors to plant, over all the returns. */
  readonly errors?: number;
  /** Whose: Sampleshire's unless said otherwise. */
  readonly council?: SampleCouncil;
}

/**
 * An invented authority (Sampleshire, number 999): its true history, its returns, and the errors
 * planted in them. Nothing is held in memory; lives and records are made again each time they are
 * asked for, always the same.
 */
export interface Sample {
  readonly history: History;
  readonly returns: readonly SampleReturn[];
  readonly planted: readonly PlantedError[];
}

/**
 * The same options give the same sample, to the byte. Throws a RangeError for options that cannot
 * be met.
 */
export function makeSample({
  people = 2000,
  years = 3,
  seed = 1,
  errors = 0,
  council = SAMPLESHIRE,
}: SampleOptions = {}): Sample {
  if (!Number.isInteger(people) || people < 1 || people > 5_000_000)
    throw new RangeError("people must be a whole number from 1 to 5,000,000");
  if (!Number.isInteger(errors) || errors < 0)
    throw new RangeError("errors must be a whole number, 0 or more");
  const infos = annualReturns(years);
  const history: History = {
    authority: council.authority,
    returns: infos,
    *lives(): Generator<Life> {
      for (let i = 0; i < people; i++)
        yield makeLife(seed + council.seed, council.firstPerson + i, infos, council);
    },
  };
  const planted: PlantedError[] = [];
  const returns = returnsOf(history).map((clean, index): SampleReturn => {
    const share = Math.floor(errors / years) + (index < errors % years ? 1 : 0);
    if (share === 0) return clean;
    const planting = choosePlaces(clean.year, clean.persons, {
      errors: share,
      firstKind: index * share,
      stride: Math.max(1, Math.floor(people / (share * 2))),
    });
    planted.push(...planting.planted);
    return { ...clean, persons: () => withErrors(clean.persons(), planting.kinds) };
  });
  return { history, returns, planted };
}

function* withErrors(
  persons: Iterable<ReturnRecord>,
  kinds: ReturnType<typeof choosePlaces>["kinds"],
): Generator<ReturnRecord> {
  let number = 0;
  for (const person of persons) {
    kinds.get(++number)?.plant(person);
    yield person;
  }
}
