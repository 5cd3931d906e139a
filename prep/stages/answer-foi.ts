import type { Pipeline } from "../pipeline-contract";
import type { KeyedHash } from "../protect/pseudonym";
import type { KnownFigure } from "../publish/disclosure/known-figure";
import type { DisclosureRules } from "../publish/disclosure/profile";
import { ownFigures } from "../publish/disclosure/publish-rows";
import { publishedNames } from "../publish/disclosure/sheet-names";
import { publishedStar, unitsOf } from "../publish/disclosure/published-star";
import { placeOfFigure } from "../publish/disclosure/figure-tables";
import { ungated } from "../publish/disclosure/ungated";
import { foiPack } from "../publish/foi/foi-pack";
import { foiRules } from "../publish/foi/foi-rules";
import type { FiguresBeside } from "../publish/foi/suppress";
import { authorityName } from "../reference/authorities";
import type { BuildResult, FoiResult } from "../results";
import type { Settings } from "../settings";
import { kpiValueRows } from "../star/kpi-value-row";
import type { CasesOfArea } from "./cases-of";

type Inputs = Parameters<Pipeline["check"]>;
type ReadCases = (
  ...inputs: Inputs
) => Promise<{ readonly result: Omit<FoiResult, "pack">; readonly cases: CasesOfArea }>;

/** No pseudonym leaves: the figures are used alone. */
const unkeyed: KeyedHash = (text) => text;

const NO_FIGURES: FiguresBeside = {
  rows: [],
  relations: { parts: [], selections: [], restsOn: {} },
  known: [],
};

/** The figures that a build for publishing of the same extracts shows and hides. */
async function figuresBeside(
  { star, knowledge }: BuildResult,
  rules: DisclosureRules,
  notAvailableAbove: number,
  known: readonly KnownFigure[],
): Promise<FiguresBeside> {
  const values = star.get("kpi_value");
  if (!values) return { ...NO_FIGURES, known };
  const names = publishedNames(knowledge.indicators, []);
  const { released } = await publishedStar(star, {
    rules,
    knowledge,
    notAvailableAbove,
    known,
    names,
  });
  return {
    rows: ownFigures(kpiValueRows(values), knowledge.countedAs, unitsOf(star)),
    relations: knowledge.relations,
    known: [...known, ...released],
  };
}

/** Answers a request for numbers: counts them, and makes them safe beside the published figures. */
export const answerFoi =
  (build: Pipeline["build"], readCases: ReadCases): Pipeline["foi"] =>
  async (inputs, settings, { request, maker, known }, progress): Promise<FoiResult> => {
    const { cases, result } = await readCases(inputs, settings, progress);
    const source = cases.foi();
    const { profile } = request;
    const hiding = foiRules(profile, settings.disclosure);
    const { coverage }: Settings = settings;
    const beside =
      profile === "internal"
        ? NO_FIGURES
        : await figuresBeside(
            await build(inputs, ungated(settings), unkeyed, progress),
            hiding.rules,
            coverage.notAvailableAbove,
            known,
          );
    progress("Making safe to publish", 0, null);
    const own = beside.rows.find(({ row }) => row.area_code_type === "authority");
    const pack = await foiPack(
      source,
      { areaName: authorityName(cases.authority), request, maker },
      { ...hiding, beside, place: own ? placeOfFigure(own.row) : `${cases.authority} ` },
    );
    return { ...result, pack };
  };
