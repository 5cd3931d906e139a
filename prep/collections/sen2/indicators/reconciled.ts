import type { Figure } from "../../../indicators/figure";
import type { OwnFigure } from "../../../indicators/own-figure";
import { sen2Figures } from "./figures";
import { sen2Indicators, sen2PublishedVariants } from "./indicators";
import { sen2Model, type Sen2Model } from "../model/model";
import { needShares } from "./need-shares";

/**
 * Figures counted from each return alone, as the publisher did (docs/counting.md), for calendar
 * years and census dates.
 */
export function eachReturnAlone(model: Sen2Model): OwnFigure[] {
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
