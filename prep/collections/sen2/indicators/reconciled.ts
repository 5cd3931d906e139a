import type { Figure } from "../../../indicators/figure";
import type { OwnFigure } from "../../../indicators/own-figure";
import { countSen2 } from "./figures";
import { sen2Indicators, sen2PublishedVariants } from "./indicators";
import { sen2Model, type Sen2Model } from "../model/model";
import { needShares } from "./need-shares";

/** One return as if there were no other, with its figures by the publisher's definitions too. */
export function oneReturnAlone(
  model: Sen2Model,
  r: number,
): { readonly alone: Sen2Model; readonly figures: readonly Figure[] } {
  const alone = sen2Model([model.returns[r]], [model.personOf[r]], model.people, model.options);
  const figures: Figure[] = [];
  countSen2(alone, (figure) => figures.push(figure), [...sen2Indicators, ...sen2PublishedVariants]);
  return { alone, figures };
}

/**
 * Figures counted from each return alone, as the publisher did (docs/counting.md), for calendar
 * years and census dates.
 */
export function eachReturnAlone(model: Sen2Model): OwnFigure[] {
  return model.returns.flatMap((_, r): OwnFigure[] => {
    const { figures } = oneReturnAlone(model, r);
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
