import { problemList, type ProblemList } from "../problems";
import type { ScanProblem } from "../scan-result";
import type { Sheet } from "./sheet-cell";
import { isRefusal, openPackage, tooLarge, unreadable, type Package } from "./open-package";
import { folderOfPart, readRelations, packageRelations, type PackageRelation } from "./relations";
import { readSharedStrings } from "./shared-strings";
import { readSheetCells, TooManyCells, type SharedParts } from "./sheet-cells";
import { readStyles } from "./styles";
import { readTheme } from "./theme-colour";
import { readEvents } from "./xml-events";

interface Workbook {
  /** In the order of the workbook, hidden ones too. */
  readonly sheets: readonly Sheet[];
  readonly problems: readonly ScanProblem[];
}

interface Listed {
  readonly name: string;
  readonly state: Sheet["state"];
  readonly relation: string;
}

/** What the workbook part says: its sheets in order, and its system of dates. */
function readContents(bytes: Uint8Array): { listed: Listed[]; from1904: boolean } {
  const listed: Listed[] = [];
  let from1904 = false;
  readEvents(bytes, {
    open(tag, attributes) {
      if (tag === "workbookPr") from1904 = ["1", "true"].includes(attributes.get("date1904") ?? "");
      if (tag !== "sheet") return;
      const state = attributes.get("state");
      listed.push({
        name: attributes.get("name") ?? "",
        state: state === "hidden" || state === "veryHidden" ? state : "visible",
        relation: attributes.get("id") ?? "",
      });
    },
  });
  return { listed, from1904 };
}

function relationsBeside(file: Package, part: string): PackageRelation[] {
  const bytes = file.part(packageRelations(part));
  return bytes === null ? [] : readRelations(bytes, folderOfPart(part));
}

/** The part of a type that a workbook names, read; `none` where there is none. */
function partOfType<T>(
  { file, relations }: { file: Package; relations: readonly PackageRelation[] },
  type: string,
  read: (bytes: Uint8Array) => T,
  none: T,
): T {
  const target = relations.find((relation) => relation.type === type)?.target;
  const bytes = target === undefined ? null : file.part(target);
  return bytes === null ? none : read(bytes);
}

/** Reads the sheets; null where there is no workbook in the archive. */
function readSheets(
  file: Package,
): { sheets: Sheet[]; formulas: { calculated: number; empty: number } } | null {
  const root = file.part("_rels/.rels");
  const main =
    (root === null ? [] : readRelations(root, "")).find(({ type }) => type === "officeDocument")
      ?.target ?? "xl/workbook.xml";
  const contents = file.part(main);
  if (contents === null) return null;
  const { listed, from1904 } = readContents(contents);
  const relations = relationsBeside(file, main);
  const parts = { file, relations };
  const theme = partOfType(parts, "theme", readTheme, []);
  const shared: SharedParts = {
    strings: partOfType(parts, "sharedStrings", readSharedStrings, []),
    styles: partOfType(parts, "styles", (bytes) => readStyles(bytes, theme), []),
    from1904,
  };
  const formulas = { calculated: 0, empty: 0 };
  const sheets = listed.flatMap(({ name, state, relation }): Sheet[] => {
    const found = relations.find(({ id }) => id === relation);
    // Charts and macros have sheets of their own kinds, without cells.
    if (found === undefined || found.type !== "worksheet") return [];
    const bytes = file.part(found.target);
    if (bytes === null) return [];
    const { formulas: counted, ...cells } = readSheetCells(bytes, shared);
    formulas.calculated += counted.calculated;
    formulas.empty += counted.empty;
    return [{ name, state, ...cells }];
  });
  return { sheets, formulas };
}

function noteFormulas(
  { calculated, empty }: { calculated: number; empty: number },
  problems: ProblemList,
): void {
  if (calculated > 0)
    problems.add(
      "workbook-formulas",
      "warning",
      `Cells with formulas: ${calculated}. They are read as last calculated and may be out of date: open the workbook in Excel, let it calculate and save it.`,
      null,
    );
  if (empty > 0)
    problems.add(
      "workbook-formulas-without-result",
      "error",
      `Cells with formulas that were never calculated: ${empty}. They cannot be read: open the workbook in Excel, let it calculate and save it.`,
      null,
    );
}

/**
 * Reads an .xlsx workbook. Never throws for what it holds: one that cannot be read gives no sheets
 * and a problem that says what to do.
 */
export async function readWorkbook(source: Blob | ArrayBuffer | Uint8Array): Promise<Workbook> {
  const bytes =
    source instanceof Uint8Array
      ? source
      : new Uint8Array(source instanceof Blob ? await source.arrayBuffer() : source);
  const problems = problemList();
  const refuse = (code: string, message: string): Workbook => {
    problems.add(code, "error", message, null);
    return { sheets: [], problems: problems.finish() };
  };
  const file = openPackage(bytes);
  if (isRefusal(file)) return refuse(file.code, file.message);
  try {
    const read = readSheets(file);
    if (read === null || read.sheets.length === 0)
      return refuse(unreadable.code, unreadable.message);
    noteFormulas(read.formulas, problems);
    return { sheets: read.sheets, problems: problems.finish() };
  } catch (error) {
    return error instanceof TooManyCells
      ? refuse(tooLarge.code, tooLarge.message)
      : refuse(unreadable.code, unreadable.message);
  }
}
