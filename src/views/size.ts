/** How much of the page there is room for. */
export interface Room {
  /** So small that it holds a card, or cards to scroll through. */
  readonly tiny: boolean;
  /** Buttons for readers. */
  readonly toolbar: boolean;
  /** The line below the title: dates and what the comparison is. */
  readonly dates: boolean;
  readonly title: boolean;
  readonly summary: boolean;
  /** Why KPIs are not rated, and what the shapes of the strips are. */
  readonly reasons: boolean;
}

/** The head of the page gives way line by line, so that there is always room for figures. */
export const roomOf = ({ width, height }: { width: number; height: number }): Room => ({
  tiny: width < 260,
  toolbar: width >= 400 && height >= 300,
  reasons: width >= 400 && height >= 260,
  dates: width >= 260 && height >= 220,
  summary: width >= 260 && height >= 180,
  title: width >= 260 && height >= 150,
});
