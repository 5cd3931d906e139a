import { TextColumn } from "../columns/column";
import { ByteDictionary } from "./dictionary";
import type { RawTable } from "../columns/raw-table";

/** A column being filled: the value of a row is `codes[row]`, 0 until it is set. */
export interface GrowingColumn {
  readonly name: string;
  readonly dictionary: ByteDictionary;
  codes: Int32Array;
}

function wider(values: Int32Array, capacity: number): Int32Array {
  const result = new Int32Array(capacity);
  result.set(values.subarray(0, Math.min(values.length, capacity)));
  return result;
}

/** A table being filled row by row. Every column always has room for every row. */
export class TableBuilder {
  rowCount = 0;
  /** Rows begun, those dropped again included. */
  rowsSeen = 0;
  readonly columns: GrowingColumn[] = [];
  private readonly byName = new Map<string, GrowingColumn>();
  private readonly spelling = new Map<string, string>();
  private capacity = 64;
  private lines: Int32Array = new Int32Array(64);
  private parents: Int32Array = new Int32Array(64);

  /**
   * `shared` gives the dictionary of a column, by its lower-cased name; each column has its own
   * when it is not given.
   */
  constructor(
    readonly name: string,
    private readonly shared?: (column: string) => ByteDictionary,
  ) {}

  /** Begins a row and returns its number. */
  addRow(line: number, parent: number): number {
    const row = this.rowCount;
    if (row === this.capacity) {
      this.capacity *= 2;
      this.lines = wider(this.lines, this.capacity);
      this.parents = wider(this.parents, this.capacity);
      for (const column of this.columns) column.codes = wider(column.codes, this.capacity);
    }
    this.lines[row] = line;
    this.parents[row] = parent;
    this.rowCount++;
    this.rowsSeen++;
    return row;
  }

  /**
   * The column of a spelling, by its lower-cased form; made when it is new, over a dictionary of
   * the caller's where one is given.
   */
  column(
    spelling: string,
    dictionary = this.shared?.(spelling.toLowerCase()) ?? new ByteDictionary(),
  ): GrowingColumn {
    const name = spelling.toLowerCase();
    const known = this.byName.get(name);
    if (known !== undefined) return known;
    const column: GrowingColumn = { name, dictionary, codes: new Int32Array(this.capacity) };
    this.columns.push(column);
    this.byName.set(name, column);
    this.spelling.set(name, spelling);
    return column;
  }

  /**
   * The codes of a column and the lines as they stand, for columns whose dictionaries are the
   * caller's. Views: no longer to be used once rows are added.
   */
  codes(): { readonly columns: ReadonlyMap<string, Int32Array>; readonly lines: Int32Array } {
    return {
      columns: new Map(
        this.columns.map(({ name, codes }) => [name, codes.subarray(0, this.rowCount)]),
      ),
      lines: this.lines.subarray(0, this.rowCount),
    };
  }

  /**
   * Forgets all rows from this one on, and the values that only they had unless the dictionaries
   * are shared.
   */
  dropFrom(row: number): void {
    for (const column of this.columns) column.codes.fill(0, row, this.rowCount);
    this.rowCount = row;
  }

  /**
   * Forgets every row, so that the table can be filled again; columns and their dictionaries stay.
   */
  restart(): void {
    this.dropFrom(0);
    this.rowsSeen = 0;
  }

  /**
   * The finished table; `nested` says whether its rows have parents. With shared dictionaries,
   * columns of a nested table in which no row has a value are left out: an earlier file had them.
   */
  finish(nested: boolean): RawTable {
    const columns = new Map<string, TextColumn>();
    for (const { name, codes, dictionary } of this.columns) {
      const kept = codes.slice(0, this.rowCount);
      // Codes are given in order of first sight, so the values of dropped rows are at the end.
      if (!this.shared)
        columns.set(
          name,
          new TextColumn(
            kept,
            dictionary
              .strings()
              .slice(0, kept.reduce((most, code) => (code > most ? code : most), 0) + 1),
          ),
        );
      else if (!nested || kept.some((code) => code !== 0))
        columns.set(name, new TextColumn(kept, dictionary.strings));
    }
    return {
      name: this.name,
      rowCount: this.rowCount,
      columns,
      spelling: this.spelling,
      lines: this.lines.slice(0, this.rowCount),
      parents: nested ? this.parents.slice(0, this.rowCount) : null,
    };
  }
}
