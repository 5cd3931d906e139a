import {
  DayColumn,
  FlagColumn,
  IntegerColumn,
  MISSING,
  NumberColumn,
  TextColumn,
} from "../columns/column";
import type { StarType } from "./declaration";
import { isMissingValue, type StarValues } from "./frame";

type Value = ReturnType<StarValues["at"]>;

/** A column of the star that is filled row by row, from the first to the last. */
interface Filling {
  /** Takes a value, or none. Throws where the value is of another kind than the column. */
  readonly set: (row: number, value: Value) => void;
  readonly column: () => StarValues;
}

const notOf = (type: StarType): never => {
  throw new Error(`a column of ${type} was given a value that is none`);
};

/** Each distinct text once. Most rows have the text of the row before them. */
function texts(rows: number): Filling {
  const codes = new Int32Array(rows);
  const dictionary = [""];
  const codeOf = new Map<Value, number>();
  let [last, lastCode]: [Value, number] = [null, 0];
  return {
    set(row, value) {
      if (value !== last) {
        last = value;
        lastCode = isMissingValue(value) ? 0 : (codeOf.get(value) ?? -1);
        if (lastCode < 0) {
          lastCode = dictionary.push(typeof value === "string" ? value : notOf("text")) - 1;
          codeOf.set(value, lastCode);
        }
      }
      codes[row] = lastCode;
    },
    column: () => new TextColumn(codes, dictionary),
  };
}

function numbers(rows: number): Filling {
  const values = new Float64Array(rows);
  return {
    set(row, value) {
      if (isMissingValue(value)) values[row] = NaN;
      else values[row] = Number.isFinite(value) ? (value as number) : notOf("double");
    },
    column: () => new NumberColumn(values),
  };
}

/** Whole numbers in 32 bits, or in 64 from the first that does not fit on. */
function wholes(rows: number): Filling {
  const values = new Int32Array(rows);
  let larger: Filling | null = null;
  return {
    set(row, value) {
      if (larger) return larger.set(row, value);
      if (isMissingValue(value)) values[row] = MISSING;
      else if (value === ((value as number) | 0) && value !== MISSING) values[row] = value;
      else {
        if (!Number.isSafeInteger(value)) notOf("int64");
        larger = numbers(rows);
        for (let i = 0; i < row; i++) larger.set(i, values[i] === MISSING ? null : values[i]);
        larger.set(row, value);
      }
    },
    column: () => larger?.column() ?? new IntegerColumn(values),
  };
}

function days(rows: number): Filling {
  const values = new Int32Array(rows);
  return {
    set(row, value) {
      if (isMissingValue(value)) values[row] = MISSING;
      else values[row] = Number.isSafeInteger(value) ? (value as number) : notOf("date");
    },
    column: () => new DayColumn(values),
  };
}

function flags(rows: number): Filling {
  const values = new Int8Array(rows);
  return {
    set(row, value) {
      if (isMissingValue(value)) values[row] = -1;
      else values[row] = Number(typeof value === "boolean" ? value : notOf("boolean"));
    },
    column: () => new FlagColumn(values),
  };
}

/** What fills a column of a type with so many rows. */
export const fillingOf: Readonly<Record<StarType, (rows: number) => Filling>> = {
  text: texts,
  double: numbers,
  int64: wholes,
  date: days,
  boolean: flags,
};
