import type { BuildResult } from "../../results";
import { originOrder } from "../../star/shown-figures";
import type { Settings } from "../../settings";
import type { KnownFigure } from "./known-figure";
import type { DisclosureRules, ProfileName } from "./profile";
import { publishedStar, type PublishedStar } from "./published-star";
import { publishedNames } from "./sheet-names";

/** What is written for publishing: the profile with its rules, and the star that is left. */
export interface ForPublishing {
  readonly profile: Exclude<ProfileName, "internal">;
  readonly rules: DisclosureRules;
  readonly published: PublishedStar;
}

/** The figures of a build made safe by a profile; null for an internal build. */
export async function forPublishingBy(
  profile: ProfileName,
  result: BuildResult,
  settings: Settings,
  known: readonly KnownFigure[],
): Promise<ForPublishing | null> {
  if (profile === "internal") return null;
  const rules = settings.disclosure[profile];
  return {
    profile,
    rules,
    published: await publishedStar(result.star, {
      rules,
      knowledge: result.knowledge,
      notAvailableAbove: settings.coverage.notAvailableAbove,
      known,
      order: originOrder(settings.kpiSheets.shown),
      names: publishedNames(result.knowledge.indicators, settings.publish.names),
    }),
  };
}

const count = new Intl.NumberFormat("en-GB");

/** That some hidden numbers are less safe than promised, in words; none where all are. */
export const narrowLines = (
  narrow: number,
  { threshold }: Pick<DisclosureRules, "threshold">,
): string[] =>
  narrow === 0
    ? []
    : [
        `${count.format(narrow)} hidden numbers have fewer than ${threshold} possible values for a reader who knows what others have published of the area, or what was released before. Hiding more here would not widen them. Decide whether this is published at all.`,
      ];

/** How many figures are hidden, in words. */
export function disclosureLines({
  profile,
  rules,
  published: { hidden, namesLeftOut },
}: ForPublishing): string[] {
  const figures = hidden.filter(({ reason }) => reason !== "comparison");
  const narrow = figures.filter(({ isNarrow }) => isNarrow).length;
  const secondary = figures.filter(({ reason }) => reason === "secondary").length;
  return [
    ...(namesLeftOut > 0
      ? [
          `${namesLeftOut} KPIs of sheets are left out: no catalogue has their names. Those that may be published are listed in the settings (publish.names).`,
        ]
      : []),
    `Profile ${profile}: ${count.format(figures.length)} figures hidden, ${count.format(secondary)} of them so that others cannot be worked out; ${count.format(hidden.length - figures.length)} comparisons left out (checks/disclosure.csv).`,
    ...narrowLines(narrow, rules),
  ];
}
