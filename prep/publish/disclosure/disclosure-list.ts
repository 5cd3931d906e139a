import { listChunks, type ListColumn } from "../list";
import { publicWords, reasonWords, type HiddenFigure } from "./hidden-figure";

const text = (name: string, value: (hidden: HiddenFigure) => string): ListColumn<HiddenFigure> => ({
  name,
  type: "text",
  value,
});

const columns = (words: typeof reasonWords): readonly ListColumn<HiddenFigure>[] => [
  text("indicator_id", ({ row }) => row.indicator_id),
  text("area_code", ({ row }) => row.area_code),
  text("period_label", ({ row }) => row.period_label),
  text("frequency", ({ row }) => row.frequency),
  { name: "period_end", type: "date", value: ({ row }) => row.period_end },
  text("breakdown", ({ row }) => row.breakdown),
  text("breakdown_value", ({ row }) => row.breakdown_value),
  text("service", ({ row }) => row.service),
  text("reason", ({ reason }) => words[reason]),
];

/**
 * `checks/disclosure.csv` of a published build: what is hidden and why, in words that do not tell
 * the small numbers from those hidden for their sake.
 */
export const disclosureCsv = (hidden: readonly HiddenFigure[]): Generator<Uint8Array> =>
  listChunks("disclosure", columns(publicWords), hidden);

/**
 * The same for those who answer for the publication, with the reason of each, and whether readers
 * can narrow it too far by what they know already: not for publishing.
 */
export const disclosureReasonsCsv = (hidden: readonly HiddenFigure[]): Generator<Uint8Array> =>
  listChunks(
    "disclosure",
    [...columns(reasonWords), text("known_already", ({ isNarrow }) => (isNarrow ? "yes" : ""))],
    hidden,
  );
