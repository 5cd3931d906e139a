import type { SettingOf } from "../../setting";

interface ProfileDefaults {
  readonly source: string;
  readonly threshold: number;
  readonly roundTo: number;
  readonly showZeros: boolean;
}

/**
 * The settings of a disclosure profile. The threshold is at least 3: below it a hidden count could
 * only be 1.
 */
const disclosureProfile = ({
  source,
  threshold,
  roundTo,
  showZeros,
}: ProfileDefaults): SettingOf<"group"> => ({
  kind: "group",
  description: source,
  settings: {
    threshold: {
      kind: "whole",
      description:
        "Counts above zero and below this are hidden, and with them every figure from which one could be worked out.",
      from: 3,
      to: 100,
      byDefault: threshold,
    },
    roundTo: {
      kind: "whole",
      description:
        "Counts are published to the nearest multiple of this, percentages then as whole numbers. 1: as they are.",
      from: 1,
      to: 100,
      byDefault: roundTo,
    },
    showZeros: {
      kind: "yesNo",
      description: "Publish zeros. false: they are hidden like small counts.",
      byDefault: showZeros,
    },
    centilePeople: {
      kind: "whole",
      description:
        "Medians and 90th centiles of fewer people than this are hidden (ten, as data services commonly ask of outputs; ask yours). The longest case is always hidden: it is one person.",
      from: 3,
      to: 1000,
      byDefault: 10,
    },
    showUnchecked: {
      kind: "yesNo",
      description:
        "Publish percentages, rates and amounts of KPI sheets that come without the numbers behind them, and counted figures whose sums with others are not known (mental health measures, indicators of your own). Small ones stay hidden.",
      byDefault: false,
    },
  },
});

/** What a build for publishing hides, by profile. */
export const disclosureSettings: SettingOf<"group"> = {
  kind: "group",
  description:
    "What build --profile hides. Without it the output is internal: restricted, nothing hidden.",
  settings: {
    public: disclosureProfile({
      source:
        "build --profile public. The Department for Education marks such figures c (confidential) in Explore Education Statistics and leaves threshold and zeros to the publisher; 5 is the common choice.",
      threshold: 5,
      roundTo: 1,
      showZeros: true,
    }),
    nhs: disclosureProfile({
      source:
        "build --profile nhs. As NHS England publishes its mental health statistics below national level: 0 to 4 hidden, others to the nearest 5, percentages from unrounded counts as whole numbers.",
      threshold: 5,
      roundTo: 5,
      showZeros: false,
    }),
  },
};
