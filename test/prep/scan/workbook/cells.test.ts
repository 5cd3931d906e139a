import { expect } from "chai";
import writeXlsx from "write-excel-file/universal";
import { problemList } from "../../../../prep/scan/problems";
import { CellError, NOT_CALCULATED, type Sheet } from "../../../../prep/scan/workbook/sheet-cell";
import { formatOfId } from "../../../../prep/scan/workbook/number-format";
import { PercentFigure, printedRows } from "../../../../prep/scan/workbook/printed-rows";
import { readWorkbook } from "../../../../prep/scan/workbook/read-workbook";
import { cellText, sheetRows } from "../../../../prep/scan/workbook/sheet-rows";
import { visibleSheets } from "../../../../prep/scan/workbook/visible-sheets";
import { madeWorkbook, type MadeWorkbook } from "./made";

const sheetsOf = async (made: MadeWorkbook): Promise<readonly Sheet[]> =>
  (await readWorkbook(madeWorkbook(made))).sheets;
const firstOf = async (made: MadeWorkbook): Promise<Sheet> => (await sheetsOf(made))[0];
const values = (sheet: Sheet): unknown[][] =>
  sheetRows(sheet).rows.map((row) =>
    row.map((value) => (value instanceof CellError ? `error ${value.code}` : value)),
  );

/**
 * Cell formats 0 general, 1 `0%`, 2 `0.0%`, 3 built-in date, 4 `mmm-yy`, 5 yellow and bold, 6 theme
 * with a tint, 7 `yyyy`, 8 `[h]:mm`, 9 old palette.
 */
const STYLES = `<numFmts count="3"><numFmt numFmtId="164" formatCode="0.0%"/><numFmt numFmtId="165" formatCode="[$-809]mmm\\-yy;@"/><numFmt numFmtId="166" formatCode="yyyy"/></numFmts>
<fonts count="2"><font><sz val="11"/></font><font><b/><sz val="11"/></font></fonts>
<fills count="5"><fill><patternFill patternType="none"/></fill><fill><patternFill patternType="gray125"/></fill><fill><patternFill patternType="solid"><fgColor rgb="FFFFFF00"/><bgColor indexed="64"/></patternFill></fill><fill><patternFill patternType="solid"><fgColor theme="4" tint="0.5"/></patternFill></fill><fill><patternFill patternType="solid"><fgColor indexed="10"/></patternFill></fill></fills>
<cellStyleXfs count="1"><xf numFmtId="9"/></cellStyleXfs>
<cellXfs count="10"><xf numFmtId="0"/><xf numFmtId="9"/><xf numFmtId="164"/><xf numFmtId="14"/><xf numFmtId="165"/><xf numFmtId="0" fontId="1" fillId="2"/><xf fillId="3"/><xf numFmtId="166"/><xf numFmtId="46"/><xf fillId="4"/></cellXfs>`;
const THEME = `<a:theme xmlns:a="x"><a:themeElements><a:clrScheme name="Office"><a:dk1><a:sysClr val="windowText" lastClr="000000"/></a:dk1><a:lt1><a:sysClr val="window" lastClr="FFFFFF"/></a:lt1><a:dk2><a:srgbClr val="44546A"/></a:dk2><a:lt2><a:srgbClr val="E7E6E6"/></a:lt2><a:accent1><a:srgbClr val="4472C4"/></a:accent1></a:clrScheme></a:themeElements></a:theme>`;

describe("the cells of a workbook", () => {
  it("are read in Excel's form: shared and rich text without readings, numbers, yes and no, errors", async () => {
    const sheet = await firstOf({
      sheets: {
        A: `<row r="1"><c r="A1" t="s"><v>0</v></c><c r="B1" t="s"><v>1</v></c><c r="C1" t="s"><v>2</v></c></row>
            <row r="3"><c r="B3"><v>1.5</v></c><c r="C3" t="b"><v>1</v></c><c r="D3" t="e"><v>#N/A</v></c><c r="E3" t="inlineStr"><is><r><t>two </t></r><r><t>runs</t></r><rPh sb="0" eb="1"><t>no</t></rPh></is></c></row>`,
      },
      strings: `<si><t xml:space="preserve"> One &amp; all </t></si><si><r><rPr><b/></rPr><t>Rich </t></r><r><t>text</t></r><rPh sb="0" eb="2"><t>reading</t></rPh><phoneticPr fontId="1"/></si><si><t>line_x000D_
two</t></si>`,
    });
    expect(values(sheet)).to.deep.equal([
      ["One & all", "Rich text", "line\r\ntwo", null, null],
      [null, null, null, null, null],
      [null, 1.5, true, "error #N/A", "two runs"],
    ]);
  });

  it("are read in the strict form, with prefixes, absolute targets and sheets in the workbook's order", async () => {
    const strict = "http://purl.oclc.org/ooxml/officeDocument/relationships";
    const { sheets } = await readWorkbook(
      madeWorkbook({
        sheets: {},
        parts: {
          "_rels/.rels": `<Relationships><Relationship Id="a" Type="${strict}/officeDocument" Target="/book/Main.xml"/></Relationships>`,
          "book/Main.xml": `<x:workbook xmlns:x="http://purl.oclc.org/ooxml/spreadsheetml/main" conformance="strict"><x:sheets><x:sheet name="Second" sheetId="2" rel:id="b"/><x:sheet name="First" sheetId="1" rel:id="a"/><x:sheet name="Chart" sheetId="3" rel:id="c"/></x:sheets></x:workbook>`,
          "book/_rels/Main.xml.rels": `<p:Relationships xmlns:p="y"><p:Relationship Id="a" Type="${strict}/worksheet" Target="/other/one.xml"/><p:Relationship Id="b" Type="${strict}/worksheet" Target="../other/two.xml"/><p:Relationship Id="c" Type="${strict}/chartsheet" Target="chart.xml"/></p:Relationships>`,
          "other/one.xml": `<x:worksheet xmlns:x="z"><x:sheetData><x:row><x:c t="d"><x:v>2025-03-31</x:v></x:c><x:c t="inlineStr"><x:is><x:t>b</x:t></x:is></x:c></x:row><x:row><x:c><x:v>7</x:v></x:c></x:row></x:sheetData></x:worksheet>`,
          "other/two.xml": `<x:worksheet xmlns:x="z"><x:sheetData><x:row r="2"><x:c r="C2" t='str'><x:v>t</x:v></x:c></x:row></x:sheetData></x:worksheet>`,
        },
      }),
    );
    expect(sheets.map(({ name }) => name)).to.deep.equal(["Second", "First"]);
    expect(values(sheets[0])).to.deep.equal([
      [null, null, null],
      [null, null, "t"],
    ]);
    expect(sheetRows(sheets[1]).rows.map((row) => row.map(cellText))).to.deep.equal([
      ["2025-03-31", "b"],
      ["7", ""],
    ]);
  });

  it("have dates by their format, in both systems, and the part of it that is shown", async () => {
    const cells = `<row r="1"><c r="A1" s="3"><v>45747</v></c><c r="B1" s="4"><v>45717</v></c><c r="C1" s="3"><v>1</v></c><c r="D1"><v>45747</v></c><c r="E1" s="3"><v>45687.3958333333</v></c><c r="F1" s="8"><v>1.5</v></c><c r="G1" s="7"><v>45717</v></c></row>`;
    const sheet = await firstOf({ sheets: { A: cells }, styles: STYLES });
    expect(sheetRows(sheet).rows[0].map(cellText)).to.deep.equal([
      "2025-03-31",
      "2025-03-01",
      "1900-01-01",
      "45747",
      "2025-01-30T09:30:00",
      "1.5",
      "2025-03-01",
    ]);
    expect(sheet.rows[0].map((cell) => cell!.style.format.grain)).to.deep.equal([
      "day",
      "month",
      "day",
      null,
      "day",
      null,
      "year",
    ]);
    const printed = printedRows(sheet).rows[0];
    expect([printed[1], printed[6]]).to.deep.equal(["Mar 2025", "2025"]);
    const later = await firstOf({
      sheets: { A: cells },
      styles: STYLES,
      workbookPr: '<workbookPr date1904="1"/>',
    });
    expect(cellText(sheetRows(later).rows[0][0])).to.equal("2029-04-01");
  });

  it("say whether they are per cent, as they are shown", async () => {
    const sheet = await firstOf({
      sheets: {
        A: `<row r="1"><c r="A1" s="1"><v>1</v></c><c r="B1" s="2"><v>4.0000000000000001E-3</v></c><c r="C1"><v>0.8</v></c><c r="D1" s="1"><v>78</v></c><c r="E1" s="2"><v>0.28999999999999998</v></c></row>`,
      },
      styles: STYLES,
    });
    const [whole, small, general, typed, binary] = printedRows(sheet).rows[0];
    expect(String(whole)).to.equal("100%");
    expect(String(small)).to.equal("0.4%");
    expect(general).to.equal(0.8);
    expect(typed).to.be.instanceOf(PercentFigure).and.to.include({ isTyped: true, stored: 78 });
    expect(binary).to.include({ value: 29, decimals: 1, isTyped: false });
  });

  it("have the stored results of formulas; one never calculated is not understood", async () => {
    const { sheets, problems } = await readWorkbook(
      madeWorkbook({
        sheets: {
          A: `<row r="1"><c r="A1"><f>1+1</f><v>2</v></c><c r="B1" t="str"><f>T(A9)</f><v></v></c><c r="C1"><f>A1*2</f></c><c r="D1" t="e"><f>1/0</f><v>#DIV/0!</v></c></row>`,
        },
      }),
    );
    expect(values(sheets[0])).to.deep.equal([
      [2, null, `error ${NOT_CALCULATED}`, "error #DIV/0!"],
    ]);
    expect(sheets[0].rows[0][0]).to.include({ formula: true });
    expect(problems.map(({ code, severity }) => [code, severity])).to.deep.equal([
      ["workbook-formulas", "warning"],
      ["workbook-formulas-without-result", "error"],
    ]);
  });

  it("have the colour behind them and whether they are bold", async () => {
    const sheet = await firstOf({
      sheets: {
        A: `<row r="1"><c r="A1" s="5"><v>1</v></c><c r="B1" s="6"><v>1</v></c><c r="C1" s="9"><v>1</v></c><c r="D1"><v>1</v></c></row>`,
      },
      styles: STYLES,
      parts: { "xl/theme/theme1.xml": THEME },
    });
    expect(sheet.rows[0].map((cell) => [cell!.style.fill, cell!.style.bold])).to.deep.equal([
      ["FFFF00", true],
      ["A2B9E2", false],
      ["FF0000", false],
      [null, false],
    ]);
  });

  it("hold the value of a merge in all of it; a merge across a row of its own is a heading", async () => {
    const sheet = await firstOf({
      sheets: {
        A: `<worksheet><sheetData>
          <row r="1"><c r="A1" t="str"><v>Title</v></c><c r="B1"/></row>
          <row r="2"><c r="A2" t="str"><v>KPI</v></c><c r="B2" t="str"><v>2025</v></c></row>
          <row r="3"><c r="B3" t="str"><v>Apr</v></c><c r="C3" t="str"><v>May</v></c></row>
          </sheetData><mergeCells count="4"><mergeCell ref="A1:C1"/><mergeCell ref="A2:A3"/><mergeCell ref="B2:Z2"/><mergeCell ref="A7:XFD1048576"/></mergeCells></worksheet>`,
      },
    });
    expect(values(sheet)).to.deep.equal([
      ["Title", null, null],
      ["KPI", "2025", "2025"],
      ["KPI", "Apr", "May"],
    ]);
  });

  it("are left out where their sheet or row is hidden, which is said", async () => {
    const sheets = await sheetsOf({
      sheets: {
        Shown: `<worksheet><cols><col min="2" max="3" hidden="1" width="9"/></cols><sheetData><row r="1"><c r="A1"><v>1</v></c></row><row r="2" hidden="1"><c r="A2"><v>2</v></c></row><row r="3"><c r="A3"><v>3</v></c></row></sheetData></worksheet>`,
        Old: `<row r="1"><c r="A1"><v>9</v></c></row>`,
        Lists: `<row r="1"><c r="A1"><v>9</v></c></row>`,
        Blank: ``,
      },
      attributes: {
        Old: 'state="hidden"',
        Lists: 'state="veryHidden"',
        Blank: 'state="hidden"',
      },
    });
    expect(sheets.map(({ state }) => state)).to.deep.equal([
      "visible",
      "hidden",
      "veryHidden",
      "hidden",
    ]);
    expect([...sheets[0].hiddenColumns]).to.deep.equal([1, 2]);
    const said = problemList();
    const shown = visibleSheets(sheets, said, (name) => name === "Lists");
    expect(shown.map(({ name }) => name)).to.deep.equal(["Shown", "Lists"]);
    expect(values(shown[0])).to.deep.equal([[1], [null], [3]]);
    expect(
      said
        .finish()
        .map(({ code, line, rowsRejected, message }) => [
          code,
          line,
          rowsRejected,
          /\(Old\)|Shown/.test(message),
        ]),
    ).to.deep.equal([
      ["workbook-hidden-sheets", null, 0, true],
      ["workbook-hidden-rows", 2, 1, true],
    ]);
  });

  it("are read as another library writes them", async () => {
    const day = new Date(Date.UTC(2025, 2, 31));
    const blob = await writeXlsx([
      [
        { value: "Name", fontWeight: "bold", backgroundColor: "#FFC000" },
        { value: 0.67, format: "0%" },
        { value: day, format: "mmm-yy" },
        { value: true },
      ],
    ]).toBlob();
    const [sheet] = (await readWorkbook(blob)).sheets;
    expect(sheet.rows[0][0]).to.deep.include({ value: "Name" });
    expect(sheet.rows[0][0]!.style).to.include({ bold: true, fill: "FFC000" });
    expect(printedRows(sheet).rows[0].map(String)).to.deep.equal([
      "Name",
      "67%",
      "Mar 2025",
      "true",
    ]);
  });

  it("are read as openpyxl and LibreOffice write them: inline text, types spelt out, styles on empty cells, rows without numbers", async () => {
    const sheet = await firstOf({
      sheets: {
        A: `<worksheet xmlns="m"><sheetPr><pageSetUpPr /></sheetPr><dimension ref="A1:AMJ2" /><sheetData><row r="1" customFormat="false" ht="12.8" hidden="false" customHeight="false" outlineLevel="0" collapsed="false"><c r="A1" s="0" t="inlineStr"><is><t>KPI</t></is></c><c r="B1" s="1" t="n" /><c r="XFD1" s="1"/></row><row r="2"><c r="A2" s="0" t="n"><v>5</v></c><c r="B2" s="1" t="n"><v>0.5</v></c><c r="C2" t="b"><v>0</v></c></row></sheetData><pageMargins left="0.75" /></worksheet>`,
      },
      styles: STYLES,
    });
    expect(values(sheet)).to.deep.equal([
      ["KPI", null, null],
      [5, 0.5, false],
    ]);
    expect(sheet.hiddenRows.size).to.equal(0);
  });
});

describe("number formats", () => {
  it("are told apart by what they show", () => {
    const kinds = {
      General: "general",
      "0": "number 0",
      "#,##0.00": "number 2",
      "0.0%": "percent 1",
      '0" %"': "number 0",
      '"£"#,##0;[Red]-"£"#,##0': "number 0",
      "0.00E+00": "number 2",
      "dd/mm/yyyy": "date day",
      "yyyy\\-mm\\-dd hh:mm:ss": "date day",
      "mmm-yy": "date month",
      "[$-409]mmmm yyyy;@": "date month",
      yyyy: "date year",
      "h:mm AM/PM": "time",
      "[h]:mm:ss": "time",
      "mm:ss.0": "time",
      "@": "text",
    };
    const said = Object.fromEntries(
      Object.keys(kinds).map((code) => {
        const { kind, decimals, grain } = formatOfId(164, new Map([[164, code]]));
        return [code, [kind, decimals ?? grain].filter((part) => part !== null).join(" ")];
      }),
    );
    expect(said).to.deep.equal(kinds);
  });
});
