import type { Capabilities } from "../collections/capabilities";
import type {
  Collection,
  ExtractContext,
  LoadedSource,
  ModelContext,
} from "../collections/collection";

/** The extracts of a collection that a build uses. */
export interface Loaded<Extract = unknown, Model = unknown> {
  readonly collection: Collection<Extract, Model>;
  readonly extracts: readonly Extract[];
}

/** A collection put together. */
export interface Built<Extract = unknown, Model = unknown> extends Loaded<Extract, Model> {
  readonly model: Model;
  readonly context: ModelContext;
}

/**
 * The sources of all that is loaded, in the order of their keys: those of a collection follow on
 * from those of the one before.
 */
export interface KeyedSources {
  readonly rows: readonly {
    readonly key: number;
    readonly title: string;
    readonly source: LoadedSource;
  }[];
  /** Keys of the extracts of a collection, by its id. */
  readonly keysOf: ReadonlyMap<string, readonly number[]>;
}

/** Hands out the keys of sources, from 1. */
export function keySources(
  loaded: readonly Loaded[],
  settings: ModelContext["settings"],
): KeyedSources {
  const rows: KeyedSources["rows"][number][] = [];
  const keysOf = new Map<string, readonly number[]>();
  for (const { collection, extracts } of loaded) {
    const first = rows.length + 1;
    for (const extract of extracts)
      rows.push({
        key: rows.length + 1,
        title: collection.title,
        source: collection.source(extract, settings),
      });
    keysOf.set(
      collection.id,
      extracts.map((_, i) => first + i),
    );
  }
  return { rows, keysOf };
}

/**
 * Puts the extracts of each collection together, in their order: each may ask for what those before
 * it can tell.
 */
export function buildModels(
  loaded: readonly Loaded[],
  contextOf: (one: Loaded) => ExtractContext,
): Built[] {
  let known: Capabilities = {};
  return loaded.map((one) => {
    const { collection, extracts } = one;
    const context: ModelContext = { ...contextOf(one), known };
    const model = collection.model(extracts, context);
    known = { ...known, ...collection.capabilities?.(model, context) };
    return { collection, extracts, model, context };
  });
}
