import type { IndicatorFigure } from "../sources/published/published-figures";
import { sen2Figures } from "../collections/sen2/figures";
import { sen2Indicators, sen2PublishedVariants } from "../collections/sen2/indicators";
import { sen2Model } from "../collections/sen2/model";
import { needShares } from "../compare/need-shares";
import { reconcile, type OwnFigure, type Reconciliation } from "../compare/reconcile";
import type { CensusPart } from "./census-stage";
import type { Sen2Part } from "./sen2-stage";
import type { Figure } from "../indicators/figure";

/**
 * Our figures beside the published ones: those of SEN2 each counted from that year's return alone as the publisher did (design section 4), for calendar
 * years and census dates of every return; those of the school census as they are counted, for each census tells of its own terms. Nothing when no statistics of the authority are loaded.
 */
export function reconcileReturns(
  sen2: Sen2Part | null,
  census: CensusPart | null,
  published: readonly IndicatorFigure[],
  authority: string,
): Reconciliation[] {
  if (!published.some(({ area }) => area.level === "authority" && area.code === authority))
    return [];
  return reconcile(
    [...(sen2 ? eachReturnAlone(sen2) : []), ...(census?.counted ?? [])],
    published,
    authority,
  );
}

function eachReturnAlone({ model }: Sen2Part): OwnFigure[] {
  return model.returns.flatMap((ret, r): OwnFigure[] => {
    const alone = sen2Model([ret], [model.personOf[r]], model.people, model.options);
    const figures: Figure[] = [];
    sen2Figures(alone, (figure) => figures.push(figure), [
      ...sen2Indicators,
      ...sen2PublishedVariants,
    ]);
    const whole = figures
      .filter(
        ({ breakdown, frequency, caution, status }) =>
          breakdown === "all" &&
          status !== "not_available" &&
          (frequency === "census" ||
            (frequency === "calendar_year" && !caution?.startsWith("Part period"))),
      )
      .map(({ indicator, frequency, end, numerator, denominator, value }) => ({
        indicator,
        frequency,
        end,
        numerator,
        denominator,
        value,
      }));
    return [...whole, ...needShares(figures.filter(({ frequency }) => frequency === "census"))];
  });
}
