import { dayLabel } from "../../calendar/periods";
import type { Day } from "../../calendar/day";
import type { FoiDoubt, FoiSource } from "../../indicators/foi-source";
import { METHOD } from "../disclosure/profile";
import type { FoiProfile, FoiRules } from "./foi-rules";

export interface CoveringNote {
  readonly authority: string;
  readonly from: Day;
  readonly to: Day;
  readonly by: "week" | "month";
  readonly profile: FoiProfile;
  /** How small numbers are hidden. */
  readonly hiding: Pick<FoiRules, "symbol" | "words">;
  readonly told: Pick<
    FoiSource,
    "columns" | "populations" | "extracts" | "requestsTo" | "plansTo" | "planDays"
  >;
  readonly doubts: readonly FoiDoubt[];
  readonly files: readonly { readonly path: string; readonly holds: string }[];
  readonly product: string;
  /** ISO date. */
  readonly madeOn: string;
}

const bullets = (items: readonly (readonly [string, string])[]): string[] =>
  items.map(([name, words]) => `- **${name}**: ${words}`);

/** What was read in part; why stands in what is not for release alone. */
const partly = ({ doubts, profile, by }: CoveringNote): string[] =>
  doubts.length === 0
    ? []
    : [
        "## What was read in part",
        "",
        ...bullets(
          doubts.map(({ heading, isHidden, why }) => {
            const words = isHidden
              ? `x in each ${by} of which too little of what it counts could be read`
              : "to be read with care: not all of what it counts may have been read";
            return [heading, profile === "internal" ? `${words} (${why})` : `${words}.`];
          }),
        ),
        "",
      ];

/**
 * The covering note of a pack as Markdown: period, sources, what each column counts, how small
 * numbers are hidden, and
 * what the figures do not say. With CRLF.
 */
export function coveringNote(note: CoveringNote): string {
  const { told } = note;
  const { symbol, words } = note.hiding;
  return [
    `# Requests for EHC needs assessments, plans and reviews by ${note.by}`,
    "",
    `${note.authority}, ${dayLabel(note.from)} to ${dayLabel(note.to)}. Made on ${note.madeOn} by ${note.product}.`,
    "",
    "## What is here",
    "",
    ...bullets(note.files.map(({ path, holds }) => [path, holds])),
    "",
    "## Sources",
    "",
    ...told.extracts.map((source) => `- ${source}`),
    "",
    "They cover requests, decisions and plans issued up to " +
      `${dayLabel(told.requestsTo)}, and of plans ceased, reviews and plans in force up to ` +
      `${dayLabel(told.plansTo)}.`,
    "",
    "## What the columns count",
    "",
    ...bullets(told.columns.map(({ heading, definition }) => [heading, definition])),
    "",
    "Open cases, on the last day of each period:",
    "",
    ...bullets(told.populations.map(({ heading, definition }) => [heading, definition])),
    "",
    ...partly(note),
    "## How they are counted",
    "",
    `- The time limit for a plan is ${told.planDays} days from the request; the last day itself is in time.`,
    "- Within 20 weeks as a percentage: 100 times that column over the column before it. " +
      "It is not given, because it could reveal a hidden number.",
    "- Each event counts once, on its own date. A person with two requests counts twice " +
      "among requests, and once among plans in force.",
    ...(note.by === "week"
      ? ["- Weeks run from Monday to Sunday and are numbered as in ISO 8601."]
      : []),
    `- A first or last ${note.by} that the dates asked for cut off says so in its row.`,
    "- The figures are the same as those of the authority's SEND scorecard for whole months.",
    "",
    "## Small numbers",
    "",
    `- ${words}${note.profile === "internal" ? "" : ` A hidden number is shown as ${symbol}.`}`,
    "- x marks where the sources do not cover the whole period or of the day, or where " +
      "too little of them could be read; a total is x where one of its periods is.",
    ...(note.profile === "internal"
      ? []
      : [
          `- Method: ${METHOD}. It holds for the files of this pack together, beside the ` +
            "figures that a build for publishing of the same extracts shows, and beside what " +
            "the register of releases has. What else was released could undo it: check them " +
            "together.",
        ]),
    "",
    "## What the figures do not say",
    "",
    "- They are as recorded in the sources above. Later corrections are not in them, and " +
      "published national statistics can differ: those are of one return each.",
    "- Open cases cannot be worked out from the events: plans also come and go with children who move.",
    "",
  ].join("\r\n");
}
