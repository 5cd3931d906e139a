/** A field of the model, under its name there. */
export interface Field {
  readonly kind: "Column" | "Measure";
  readonly table: string;
  readonly name: string;
}

export type Literal = string | number | boolean;
/** Settings of a visual: object, then property. */
export type VisualSettings = Readonly<Record<string, Readonly<Record<string, Literal>>>>;

/** x, y, width, height in pixels. */
export type Box = readonly [number, number, number, number];

export interface Visual {
  /** Name within its page, stable over rebuilds. */
  readonly id: string;
  readonly type: string;
  readonly place: Box;
  readonly roles: Readonly<Record<string, readonly Field[]>>;
  readonly title: string;
  /** What a screen reader says. */
  readonly alt: string;
  /** Text of a text box. */
  readonly text?: string;
  readonly settings?: VisualSettings;
  readonly sort?: { readonly field: Field; readonly direction: "Ascending" | "Descending" };
  /** Only rows where this measure is 1. */
  readonly only?: Field;
  /** Only rows where this column says one of these. */
  readonly kept?: { readonly field: Field; readonly values: readonly string[] };
  /** Column of a table whose text takes the colour that a measure gives. */
  readonly colour?: { readonly of: Field; readonly by: Field };
  /** Slicers of the same name on several pages move together. */
  readonly sync?: string;
  /** A button that leads back to the page that opened this one. */
  readonly leadsBack?: true;
  /** Id of the tooltip page. */
  readonly tooltip?: string;
  readonly mobile?: Box;
}

export interface Page {
  readonly id: string;
  readonly name: string;
  readonly width: number;
  readonly height: number;
  readonly visuals: readonly Visual[];
  /** Ids of slicers and of visuals that they leave as they are. */
  readonly cutOff?: readonly { readonly slicer: string; readonly visual: string }[];
  /** A yes-or-no column that is true of all that the page shows, as long as readers leave it so. */
  readonly only?: Field;
  /**
   * Reached by drill-through from any of these fields, or shown as a tooltip; hidden from the list
   * of pages.
   */
  readonly opens?: { readonly kind: "Drillthrough" | "Tooltip"; readonly by: readonly Field[] };
}

export interface Bookmark {
  readonly name: string;
  /** Id of the page that it opens. */
  readonly page: string;
}

export interface Report {
  readonly pages: readonly Page[];
  readonly bookmarks: readonly Bookmark[];
}
