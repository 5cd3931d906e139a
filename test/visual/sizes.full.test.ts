import { boardPaper } from "../src/support/board-paper";
import { closeBrowser, openPackaged, type Size } from "./host";
import { expectPicture, isComparable } from "./picture";
import { realBoardPaper } from "./real-board-paper";

const VIEWS = {
  scorecard: { layout: { title: "SEND Improvement Board" } },
  cards: { layout: { view: "cards", title: "Headlines" } },
  neighbours: { layout: { view: "neighbours" } },
  trend: { layout: { view: "trend" } },
  xmr: { layout: { view: "trend" }, trend: { chart: "xmr" } },
} as const;

const SIZES: Readonly<Record<string, Size>> = {
  tiny: { width: 200, height: 120 },
  phone: { width: 320, height: 640 },
  page: { width: 1280, height: 720 },
  wide: { width: 1920, height: 1080 },
};

/** A4 on its side, at 96 pixels to the inch. */
const A4: Size = { width: 1123, height: 794 };

describe("pictures of the packaged visual in every size", function () {
  after(closeBrowser);

  const take = async (
    name: string,
    size: Size,
    rows: ReturnType<typeof boardPaper>,
    objects: object,
    locale = "en-GB",
  ): Promise<void> => {
    const opened = await openPackaged(size, { locale });
    await opened.draw(rows, { objects: objects as never });
    await opened.page.mouse.move(0, 0);
    const picture = await opened.page.screenshot();
    await opened.page.close();
    expectPicture(`sizes/${name}`, picture);
  };

  before(async function () {
    if (!(await isComparable())) this.skip();
  });

  for (const [view, objects] of Object.entries(VIEWS))
    for (const [name, size] of Object.entries(SIZES))
      it(`${view}, ${size.width} by ${size.height}`, () =>
        take(`${view}-${name}`, size, boardPaper(), objects));

  for (const page of [1, 2, 3])
    it(`98 KPIs on A4, page ${page}`, () =>
      take(`a4-${page}`, A4, realBoardPaper(), { layout: { density: "print", page } }));

  it("a p chart", () =>
    take(
      "p-chart",
      { width: 800, height: 420 },
      Array.from({ length: 24 }, (_, i) => {
        const denominator = [40, 55, 38, 80, 61, 47][i % 6];
        const numerator = Math.round(denominator * (i < 16 ? 0.9 : 0.97) - (i % 3 === 0 ? 1 : 0));
        return {
          indicator: "Plans issued in time",
          period: `${2022 + Math.floor(i / 12)}-${String((i % 12) + 1).padStart(2, "0")}`,
          polarity: "higher",
          unit: "%",
          target: 95,
          value: (100 * numerator) / denominator,
          numerator,
          denominator,
        };
      }),
      { layout: { view: "trend" }, trend: { chart: "parts" } },
    ));
  it("text size 20", () => take("text-20", SIZES.page, boardPaper(), { text: { size: 20 } }));
  it("Welsh", () => take("welsh", SIZES.page, boardPaper(), {}, "cy-GB"));
});
