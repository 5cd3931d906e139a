import { UNIT_FORMS, type Unit } from "../kpi/unit";
import { remembered } from "./remembered";

/** Other names of the units, in lower case without spaces, as sheets and catalogues write them. */
const OTHER_NAMES: Readonly<Record<string, Unit>> = {
  "%": "percent",
  percentage: "percent",
  percent: "percent",
  pp: "percentage_points",
  points: "percentage_points",
  number: "count",
  no: "count",
  "no.": "count",
  "#": "count",
  rateper100: "per_100",
  rateper1000: "per_1000",
  rateper10000: "per_10000",
  rateper100000: "per_100000",
  day: "days",
  week: "weeks",
  month: "months",
  minute: "minutes",
  session: "sessions",
  "£": "gbp",
  pounds: "gbp",
  "£m": "gbp_m",
  "£million": "gbp_m",
  words: "text",
};

const plain = (text: string): string => text.toLowerCase().replace(/[\s,_]/g, "");

const NAMES = new Map<string, Unit>([
  ...Object.entries(OTHER_NAMES),
  ...Object.keys(UNIT_FORMS).map((unit): [string, Unit] => [plain(unit), unit as Unit]),
]);

/** The unit that a word names (`%`, `per cent`, `rate per 1,000`, `£m`, `days`), or null. */
export const unitNamed = remembered(
  (text): Unit | null =>
    NAMES.get(plain(text)) ??
    NAMES.get(plain(text.replace(BETWEEN, ""))) ??
    NAMES.get(plain(PER.exec(text)?.[1] ?? "")) ??
    (PERCENT.test(text) ? "percent" : null),
);

/** What a rate or a share is of: "per 1,000 pupils", "% of plans", "Per cent (%)". */
const PER = /^\W*((?:rate )?per [\d,]*\d)\b/i;
const PERCENT = /^\W*(?:%|per ?cent(?:age)?\b)(?!.*(?:point|change|per\b|format|[0#]))/i;

/** What a number is between, as "days between incidents" or "days since the last". */
const BETWEEN = /\s+(between|since|rhwng|ers)\b.*$/i;
