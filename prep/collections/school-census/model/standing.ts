const names = ["census", "person", "setting", "phase", "sen", "need", "year"] as const;

/**
 * How a pupil stands in a census: indexes of the census, the person (from 0), the setting (a key),
 * and of the codes that the pupil has, -1 where there is none.
 */
export type StandingRow = Readonly<Record<(typeof names)[number], number>>;

/**
 * One row for each pupil record that tells of attendance or of a suspension, with the pupil's
 * standing in
 * that census.
 */
export interface Standing {
  readonly census: Int32Array;
  readonly person: Int32Array;
  readonly setting: Int32Array;
  readonly phase: Int8Array;
  readonly sen: Int8Array;
  readonly need: Int8Array;
  readonly year: Int8Array;
}

/** Rows sorted by one column after the other, so that the order of the files does not matter. */
export const rowOrder = (length: number, ...by: ArrayLike<number>[]): Int32Array =>
  Int32Array.from({ length }, (_, row) => row).sort((a, b) => {
    for (const values of by) if (values[a] !== values[b]) return values[a] - values[b];
    return a - b;
  });

/** Rows of pupils' standing and some columns more, which grow row by row. */
interface RowList<K extends string> {
  push(standing: StandingRow, more: Readonly<Record<K, number>>): void;
  /** The rows in the order of some columns. */
  order(...by: readonly (K | keyof StandingRow)[]): Int32Array;
  column(name: K, order: Int32Array): Int32Array;
  standing(order: Int32Array): Standing;
}

/** An empty list of rows with these columns besides the standing. */
export function rowList<K extends string>(more: readonly K[]): RowList<K> {
  type Name = K | keyof StandingRow;
  let capacity = 1024;
  let count = 0;
  const empty = (): Int32Array => new Int32Array(capacity);
  const [ofStanding, others] = [names.map(empty), more.map(empty)];
  const valuesOf = (name: Name): Int32Array =>
    ofStanding[names.indexOf(name as keyof StandingRow)] ?? others[more.indexOf(name as K)];
  const taken = (name: Name, order: Int32Array): Int32Array => {
    const values = valuesOf(name);
    return order.map((row) => values[row]);
  };
  /** Columns of twice the length. */
  function widen(columns: Int32Array[]): void {
    columns.forEach((values, i) => {
      columns[i] = new Int32Array(capacity);
      columns[i].set(values);
    });
  }
  const narrow = (name: Name, order: Int32Array): Int8Array => Int8Array.from(taken(name, order));
  return {
    push(standing, row) {
      if (count === capacity) {
        capacity *= 2;
        widen(ofStanding);
        widen(others);
      }
      for (let i = 0; i < names.length; i++) ofStanding[i][count] = standing[names[i]];
      for (let i = 0; i < more.length; i++) others[i][count] = row[more[i]];
      count++;
    },
    order: (...by) => rowOrder(count, ...by.map(valuesOf)),
    column: taken,
    standing: (order) => ({
      census: taken("census", order),
      person: taken("person", order),
      setting: taken("setting", order),
      phase: narrow("phase", order),
      sen: narrow("sen", order),
      need: narrow("need", order),
      year: narrow("year", order),
    }),
  };
}

/**
 * What is known of each person from the censuses so far: for pupils no longer on roll, whose tables
 * do not
 * say.
 */
interface LastKnown {
  readonly sen: Int8Array;
  readonly need: Int8Array;
  readonly year: Int8Array;
  take(rows: Pick<Standing, "sen" | "need" | "year">, personOf: Int32Array): void;
}

/** Nothing known yet of so many persons. */
export function lastKnown(personCount: number): LastKnown {
  const nothing = (): Int8Array => new Int8Array(personCount).fill(-1);
  const [sen, need, year] = [nothing(), nothing(), nothing()];
  return {
    sen,
    need,
    year,
    take(rows, personOf) {
      for (let row = 0; row < personOf.length; row++) {
        const person = personOf[row];
        if (person < 0) continue;
        sen[person] = rows.sen[row];
        year[person] = rows.year[row];
        if (rows.need[row] >= 0) need[person] = rows.need[row];
      }
    },
  };
}
