/**
 * Makes objects whose fields are worked out when they are first asked for, and kept: of a thousand
 * KPIs few are in sight. A loop over the fields of one finds them all.
 */
export function lazily<S, T extends object>(fields: {
  readonly [K in keyof T]-?: (source: S, self: T) => T[K];
}): (source: S) => T {
  const names = Object.keys(fields);
  class Lazy {
    readonly #source: S;
    readonly #kept = new Array<unknown>(names.length);

    constructor(source: S) {
      this.#source = source;
    }

    static getter(place: number, make: (source: S, self: T) => unknown): () => unknown {
      return function (this: Lazy) {
        const kept = this.#kept;
        const before = kept[place];
        return before === undefined
          ? (kept[place] = make(this.#source, this as unknown as T))
          : before;
      };
    }
  }
  names.forEach((name, place) =>
    Object.defineProperty(Lazy.prototype, name, {
      enumerable: true,
      get: Lazy.getter(place, fields[name as keyof T]),
    }),
  );
  return (source) => new Lazy(source) as unknown as T;
}

/** A copy of an object with all its fields, those worked out that were not yet. */
export function whole<T extends object>(one: T): T {
  const all: Partial<T> = {};
  for (const name in one) all[name] = one[name];
  return all as T;
}
