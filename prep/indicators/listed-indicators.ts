import { LONGEST_STEP, type Frequency } from "../../src/kpi/frequency";
import type { Polarity } from "../../src/kpi/polarity";
import { UNIT_FORMS, type Unit } from "../../src/kpi/unit";
import type { Filled } from "./catalogue-entry";
import { SECTION_LENS, type Section } from "./indicator";
import { INDICATOR_ID } from "./indicator-id";
import text from "../reference/listed-indicators.csv";
import { reference } from "../reference/read-reference";

/** An indicator that a council, a board or a national body lists. */
interface ListedIndicator {
  readonly id: string;
  readonly name: string;
  readonly section: Section;
  readonly unit: Unit;
  readonly polarity: Polarity;
  readonly frequency: Frequency;
  readonly numerator: string;
  readonly denominator: string | null;
  readonly source: string;
  readonly listedIn: readonly string[];
  readonly filled: Filled;
}

const polarities: readonly Polarity[] = ["higher", "lower", "neutral"];
const fillings: readonly Filled[] = ["counted", "published", "kept by hand"];

/** The cell as one of the words that are known; throws where it is none of them. */
function oneOf<Word extends string>(words: readonly Word[], cell: string): Word {
  const found = words.find((word) => word === cell);
  if (found === undefined) throw new Error(`"${cell}" is none of ${words.join(", ")}.`);
  return found;
}
const keysOf = <Key extends string>(record: Readonly<Record<Key, unknown>>): Key[] =>
  Object.keys(record) as Key[];

function idOf(cell: string): string {
  if (!INDICATOR_ID.test(cell)) throw new Error(`"${cell}" is no id of an indicator.`);
  return cell;
}

const list = reference({
  file: "listed-indicators.csv",
  text,
  columns: [
    "id",
    "name",
    "section",
    "unit",
    "polarity",
    "frequency",
    "numerator",
    "denominator",
    "source",
    "listed_in",
    "filled",
  ],
  row: (cells): ListedIndicator => ({
    id: idOf(cells.id),
    name: cells.name,
    section: oneOf(keysOf(SECTION_LENS), cells.section),
    unit: oneOf(keysOf(UNIT_FORMS), cells.unit),
    polarity: oneOf(polarities, cells.polarity),
    frequency: oneOf(keysOf(LONGEST_STEP), cells.frequency),
    numerator: cells.numerator,
    denominator: cells.denominator === "" ? null : cells.denominator,
    source: cells.source,
    listedIn: cells.listed_in.split(" ").filter((one) => one !== ""),
    filled: oneOf(fillings, cells.filled),
  }),
});

/**
 * The indicators of the lists that are not written down with a collection, in the order of the
 * file.
 */
export const listedIndicators = (): readonly ListedIndicator[] => list().rows;
