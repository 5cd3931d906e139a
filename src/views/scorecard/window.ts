interface LineWindow {
  /** The lines to draw, `to` not included, for a place scrolled to. */
  around(scrollTop: number, viewHeight: number): { readonly from: number; readonly to: number };
  /** Pixels above a line. */
  top(index: number): number;
}

/**
 * Lines are drawn in steps of this many, so that small scrolls draw nothing; a step more above the
 * view and half a one below.
 */
const STEP = 8;

/** Which of many lines of known heights lie in the view. */
export function windowOf(heights: readonly number[]): LineWindow {
  const tops = new Float64Array(heights.length + 1);
  heights.forEach((height, index) => (tops[index + 1] = tops[index] + height));
  const lineAt = (place: number): number => {
    let [low, high] = [0, heights.length];
    while (low < high) {
      const middle = (low + high) >> 1;
      if (tops[middle + 1] <= place) low = middle + 1;
      else high = middle;
    }
    return low;
  };
  return {
    around: (scrollTop, viewHeight) => ({
      from: Math.max(0, Math.floor(lineAt(scrollTop) / STEP) * STEP - STEP),
      to: Math.min(
        heights.length,
        Math.ceil((lineAt(scrollTop + viewHeight) + 1) / STEP) * STEP + STEP / 2,
      ),
    }),
    top: (index) => tops[index],
  };
}
