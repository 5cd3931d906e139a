import {
  getCellAddress,
  getClosingTagMarkup,
  getOpeningTagMarkup,
  getOrderOfSiblings,
  insertElementMarkupAccordingToOrderOfSiblings,
  sanitizeTextContent,
} from "write-excel-file/utility";

/**
 * Values that a cell offers: a list, which takes no other, or cells such as `Catalogue!$A$2:$A$9`,
 * beside which other values may be typed.
 */
type Choices = readonly string[] | { readonly cells: string };

/** A column whose cells say what to type. */
export interface Offered {
  readonly heading: string;
  /** Shown beside a cell when it is chosen. */
  readonly prompt?: string;
  readonly choices?: Choices;
}

type Columns = readonly Offered[];

/** Rows below the headings that offer choices. */
const LAST_ROW = 1000;
/** Excel takes no longer prompts, and no longer lists of values. */
const LONGEST = 255;
const LONGEST_TITLE = 32;

const SHEET = "xl/worksheets/sheet{id}.xml";

function formulaOf(choices: Offered["choices"]): string {
  if (choices === undefined) return "";
  if ("cells" in choices) return choices.cells;
  const list = choices.join(",");
  return list.length > LONGEST ? "" : `"${list}"`;
}

function validation({ heading, prompt, choices }: Columns[number], column: number): string {
  const formula = formulaOf(choices);
  if (formula === "" && prompt === undefined) return "";
  const isClosed = choices !== undefined && !("cells" in choices);
  const attributes = {
    ...(formula === "" ? {} : { type: "list" }),
    allowBlank: 1,
    showInputMessage: 1,
    showErrorMessage: formula !== "" && isClosed ? 1 : 0,
    promptTitle: heading.slice(0, LONGEST_TITLE),
    prompt: (prompt ?? "").slice(0, LONGEST),
    sqref: `${getCellAddress(1, column)}:${getCellAddress(LAST_ROW - 1, column)}`,
  };
  const inner = formula === "" ? "" : `<formula1>${sanitizeTextContent(formula)}</formula1>`;
  return `${getOpeningTagMarkup("dataValidation", attributes)}${inner}${getClosingTagMarkup("dataValidation")}`;
}

/** Drop-down lists and prompts of the columns of each sheet, for the writer of workbooks. */
export const choicesFeature = (sheets: readonly Columns[]) => ({
  files: {
    transform: {
      [SHEET]: {
        transform(xml: string, _: unknown, { sheetIndex }: { sheetIndex: number }): string {
          const all = sheets[sheetIndex].map(validation).join("");
          if (all === "") return xml;
          const markup = `<dataValidations>${all}</dataValidations>`;
          const order = getOrderOfSiblings(SHEET, "worksheet") ?? [];
          return insertElementMarkupAccordingToOrderOfSiblings(xml, markup, order, "worksheet");
        },
      },
    },
  },
});
