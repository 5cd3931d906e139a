import { expect } from "chai";
import fc from "fast-check";
import { SaxesParser } from "saxes";
import { dictionaryPool } from "../../../prep/scan/dictionary";
import { scanXml, xmlReader, type Scanned } from "../../../prep/scan/scan";
import { chunked, everyByte, rowsOf, utf8 } from "./chunks";

const RECORDS = { person: "person", requests: "requests", "requests/need": "need" };

const scan = (text: string | Uint8Array, cuts: readonly number[] = []): Promise<Scanned> =>
  scanXml(chunked(typeof text === "string" ? utf8(text) : text, cuts), {
    records: RECORDS,
    root: "header",
  });

const table = (result: Scanned, name: string) => result.tables.find((one) => one.name === name)!;
const codes = (result: Scanned): string[] => result.problems.map(({ code }) => code);

interface Expected {
  rows: Map<string, { fields: Record<string, string>; parent: number }[]>;
}

/**
 * The same tables by saxes: a record opens a row, any other leaf with text is a field of the
 * nearest record. Throws where saxes does, and for a record in one of its kind.
 */
function bySaxes(text: string): Expected {
  const rows: Expected["rows"] = new Map(
    ["header", "person", "requests", "need"].map((name) => [name, []]),
  );
  const stack: { name: string; text: string; leaf: boolean; table: string | null; row: number }[] =
    [];
  const parser = new SaxesParser();
  parser.on("error", (error) => {
    throw error;
  });
  parser.on("doctype", () => {
    throw new Error("doctype");
  });
  parser.on("opentag", ({ name }) => {
    const local = name.slice(name.indexOf(":") + 1);
    const parent = stack[stack.length - 1];
    if (parent) {
      parent.leaf = false;
      parent.text = "";
    }
    const key = local.toLowerCase() as keyof typeof RECORDS;
    const path = `${parent?.name.toLowerCase()}/${key}` as keyof typeof RECORDS;
    const opens = parent === undefined ? "header" : (RECORDS[path] ?? RECORDS[key] ?? null);
    const outermost = stack.slice(1).find((one) => one.table !== null)?.table;
    if (opens !== null && opens === outermost) throw new Error("a record in one of its kind");
    let row = parent?.row ?? -1;
    if (opens !== null) row = rows.get(opens)!.push({ fields: {}, parent: row }) - 1;
    const enclosing = opens ?? null;
    stack.push({ name: local, text: "", leaf: true, table: enclosing, row });
  });
  const add = (value: string): void => {
    if (stack.length > 0) stack[stack.length - 1].text += value;
  };
  parser.on("text", add);
  parser.on("cdata", add);
  parser.on("closetag", () => {
    const { name, text: value, leaf, table: opened, row } = stack.pop()!;
    const trimmed = value.replace(/^[ \t\r\n]+|[ \t\r\n]+$/g, "");
    if (!leaf || opened !== null || trimmed === "") return;
    const owner = [...stack].reverse().find((one) => one.table !== null)!;
    const fields = rows.get(owner.table!)![row].fields;
    fields[name.toLowerCase()] ??= trimmed;
  });
  parser.write(text).close();
  return { rows };
}

function expectSame(result: Scanned, expected: Expected): void {
  for (const [name, rows] of expected.rows) {
    const ours = table(result, name);
    expect(rowsOf(ours)).to.deep.equal(rows.map(({ fields }) => fields));
    expect([...ours.parents!]).to.deep.equal(rows.map(({ parent }) => parent));
  }
}

const text = fc.oneof(
  fc.constantFrom(
    "",
    "Y",
    " 2024-01-05 ",
    "a\r\nb",
    "x\ry",
    "Zoë",
    "日本",
    "😀",
    "&amp;",
    "a&lt;b&#233;&#x1F600;",
    "<![CDATA[ <raw> & ]]>",
    "a<!-- c -->b",
    "<?pi x?>",
    "]] >",
  ),
  fc.string({ maxLength: 20 }).map((s) => s.replace(/[<&]|\]\]>|[^\x20-\x7e]/g, "")),
);
const attributes = fc.constantFrom(
  "",
  "",
  ' a="1"',
  " a='<'".replace("<", "&lt;"),
  '\n  b = "x>y"  c=""',
);
const name = fc.constantFrom("UPN", "upn", "Sex", "x:Sex", "Need", "Box", "Élan", "a-b.c");
const { element } = fc.letrec<{ element: string }>((tie) => ({
  element: fc.oneof(
    { maxDepth: 4, depthSize: "small" },
    fc
      .tuple(name, attributes, text)
      .map(([tag, attrs, value]) =>
        value === "" ? `<${tag}${attrs}/>` : `<${tag}${attrs}>${value}</${tag} >`,
      ),
    fc
      .tuple(
        fc.constantFrom("Person", "PERSON", "Requests", "ns:Requests", "Need", "Box"),
        attributes,
        fc.array(tie("element"), { maxLength: 5 }),
        fc.constantFrom("", "\n  ", "\r\n"),
      )
      .map(
        ([tag, attrs, inside, gap]) => `<${tag}${attrs}>${gap}${inside.join(gap)}${gap}</${tag}>`,
      ),
  ),
}));
const document = fc
  .tuple(
    fc.constantFrom("", '<?xml version="1.0" encoding="UTF-8"?>\r\n', "<!-- top -->\n"),
    fc.array(element, { maxLength: 12 }),
  )
  .map(([start, inside]) => `${start}<Message>${inside.join("\n")}</Message>\n`);
const isRead = (source: string): boolean => {
  try {
    return bySaxes(source) !== null;
  } catch {
    return false;
  }
};
const whole = document.filter(isRead);

describe("XML scanner against saxes", () => {
  it("reads the same rows, fields and parents, however the bytes are split", async () => {
    await fc.assert(
      fc.asyncProperty(whole, fc.array(fc.nat(2000), { maxLength: 8 }), async (source, cuts) => {
        const result = await scan(source, cuts);
        expect(result.problems.filter(({ severity }) => severity === "error")).to.deep.equal([]);
        expectSame(result, bySaxes(source));
      }),
      { numRuns: 300 },
    );
  });

  it("reads the same when every byte comes alone", async () => {
    await fc.assert(
      fc.asyncProperty(whole, async (source) =>
        expectSame(await scan(source, everyByte(utf8(source))), bySaxes(source)),
      ),
      { numRuns: 40 },
    );
  });

  it("reads many files one after the other as it reads each alone, whole or cut off", async () => {
    const file = fc
      .tuple(document, fc.option(fc.nat(2000), { freq: 3 }))
      .map(([source, cut]) => (cut === null ? source : source.slice(0, cut)));
    await fc.assert(
      fc.asyncProperty(fc.array(file, { minLength: 2, maxLength: 6 }), async (sources) => {
        const read = xmlReader({
          records: RECORDS,
          root: "header",
          dictionaries: dictionaryPool(),
        });
        const many: Scanned[] = [];
        for (const source of sources) many.push(await read(chunked(utf8(source), [])));
        for (const [i, source] of sources.entries()) {
          const alone = await scan(source);
          expect(many[i].problems).to.deep.equal(alone.problems);
          expect([...many[i].rowsSeen]).to.deep.equal([...alone.rowsSeen]);
          for (const one of alone.tables) {
            expect(rowsOf(table(many[i], one.name))).to.deep.equal(rowsOf(one));
            expect(table(many[i], one.name).parents).to.deep.equal(one.parents);
          }
        }
      }),
      { numRuns: 150 },
    );
  });

  it("refuses what saxes refuses, and accounts for every row of a damaged file", async () => {
    const damage = fc.tuple(
      fc.constantFrom("cut", "byte", "swap", "insert"),
      fc.nat(),
      fc.constantFrom(
        "<",
        ">",
        "&",
        "/",
        "\0",
        '"',
        "x",
        "]]>",
        "<!--",
        "--",
        "&nbsp;",
        "<Person>",
        "</Box>",
        "=",
        " a=1",
        "<?xml?>",
        "<![CDATA[",
      ),
    );
    await fc.assert(
      fc.asyncProperty(
        document,
        damage,
        fc.array(fc.nat(2000), { maxLength: 4 }),
        async (source, [kind, where, piece], cuts) => {
          const at = where % source.length;
          const cut =
            kind === "cut"
              ? source.slice(0, at)
              : kind === "byte"
                ? source.slice(0, at) + piece[0] + source.slice(at + 1)
                : kind === "insert"
                  ? source.slice(0, at) + piece + source.slice(at)
                  : source.slice(at) + source.slice(0, at);
          // A cut may have parted the halves of a character.
          const damaged = new TextDecoder().decode(utf8(cut));
          const result = await scan(damaged, cuts);
          let expected: Expected | null = null;
          try {
            expected = bySaxes(damaged);
          } catch {
            // saxes refuses it
          }
          const errors = result.problems.filter(({ severity }) => severity === "error");
          expect(result.readInPart, damaged).to.equal(expected === null);
          if (expected === null) expect(errors.length, damaged).to.be.at.least(1);
          else {
            expect(errors, damaged).to.deep.equal([]);
            expectSame(result, expected);
          }
          const kept = result.tables.reduce((sum, { rowCount }) => sum + rowCount, 0);
          const rejected = result.problems.reduce((sum, { rowsRejected }) => sum + rowsRejected, 0);
          const seen = [...result.rowsSeen.values()].reduce((sum, count) => sum + count, 0);
          expect(seen).to.equal(kept + rejected);
        },
      ),
      { numRuns: 1000, interruptAfterTimeLimit: 20_000 },
    );
  });
});

const PEOPLE = `<Message>
  <Header><Year>2025</Year></Header>
  <Person><UPN>A1</UPN>
    <Requests><RYA>0</RYA><Need><Rank>1</Rank></Need></Requests>
  </Person>
  <Person><UPN>A2</UPN>
    <Requests><RYA>1</RYA>`;

describe("XML scanner", () => {
  it("keeps the people read so far of a truncated file and says what was lost", async () => {
    const result = await scan(PEOPLE);
    expect(rowsOf(table(result, "person"))).to.deep.equal([{ upn: "A1" }]);
    expect(rowsOf(table(result, "header"))).to.deep.equal([{ year: "2025" }]);
    expect(result.problems).to.have.length(1);
    const [problem] = result.problems;
    expect(problem).to.include({
      code: "xml-truncated",
      severity: "error",
      line: 7,
      rowsRejected: 2,
    });
    expect(problem.message).to.contain("begins on line 6").and.not.contain("A2");
    expect(Object.fromEntries(result.rowsSeen)).to.deep.equal({
      header: 1,
      person: 2,
      requests: 2,
      need: 1,
    });
    expect(table(result, "person").columns.get("upn")!.dictionary).to.deep.equal(["", "A1"]);
  });

  it("gives lines of rows and spellings of columns", async () => {
    const result = await scan(`${PEOPLE}</Requests></Person></Message>`);
    expect([...table(result, "person").lines]).to.deep.equal([3, 6]);
    expect([...table(result, "need").lines]).to.deep.equal([4]);
    expect(table(result, "person").spelling.get("upn")).to.equal("UPN");
    expect(result.problems).to.deep.equal([]);
  });

  it("keeps the first value of a repeated field and counts the rest", async () => {
    const result = await scan(
      "<m><Person><UPN/><UPN>A</UPN><UPN>B</UPN><UPN>C</UPN></Person>\nloose</m>",
    );
    expect(rowsOf(table(result, "person"))).to.deep.equal([{ upn: "A" }]);
    expect(codes(result)).to.deep.equal(["xml-repeated-field", "xml-stray-text"]);
    expect(result.problems[0].message).to.contain("upn").and.contain("2 times");
  });

  it("passes over blanks before the declaration", async () => {
    for (const before of ["\n", "\ufeff \r\n\t", "\n\n\n"]) {
      const result = await scan(
        `${before}<?xml version="1.0"?>\n<m><Person><UPN>A</UPN></Person></m>`,
      );
      expect([codes(result), result.readInPart]).to.deep.equal([[], false]);
      expect(rowsOf(table(result, "person"))).to.deep.equal([{ upn: "A" }]);
    }
  });

  const five = (third: string): string =>
    `<m><Persons>\n${[1, 2, 3, 4, 5]
      .map((n) =>
        n === 3 ? third : `<Person><UPN>A${n}</UPN><Requests><RYA>0</RYA></Requests></Person>`,
      )
      .join("\n")}\n</Persons><Header><Year>2025</Year></Header></m>`;
  const spoilt: readonly (readonly [string, string, string, number])[] = [
    [
      "a bare ampersand",
      "<Person><UPN>A3</UPN><Requests><RYA>R & D</RYA></Requests></Person>",
      "xml-bad-reference",
      2,
    ],
    ["a bad character", "<Person><UPN>A\0</UPN></Person>", "xml-illegal-character", 1],
    [
      "a misspelt end tag",
      "<Person><UPN>A3</UPM><Requests></Requests></Person>",
      "xml-mismatched-tag",
      1,
    ],
    [
      "a lost end tag of a field",
      "<Person><UPN>A3<Requests></Requests></Person>",
      "xml-mismatched-tag",
      2,
    ],
    ["a lost end tag of the record", "<Person><UPN>A3</UPN>", "xml-record-in-itself", 1],
    ["a bare less-than", "<Person><UPN>< 5</UPN></Person>", "xml-bad-markup", 1],
    [
      "too long a text",
      `<Person><UPN>${"x".repeat(70_000)}</UPN></Person>`,
      "xml-text-too-long",
      1,
    ],
  ];
  for (const [what, third, code, lost] of spoilt)
    it(`goes on at the next record after ${what}, and counts what was lost`, async () => {
      for (const cuts of [[], everyByte(utf8(five(third)).subarray(0, 400))]) {
        const result = await scan(five(third), cuts);
        expect(rowsOf(table(result, "person")).map(({ upn }) => upn)).to.deep.equal([
          "A1",
          "A2",
          "A4",
          "A5",
        ]);
        expect(rowsOf(table(result, "header"))).to.deep.equal([{ year: "2025" }]);
        expect(result.readInPart).to.equal(true);
        const errors = result.problems.filter(({ severity }) => severity === "error");
        expect(errors.map((one) => [one.code, one.line, one.rowsRejected])).to.deep.equal([
          [code, code === "xml-record-in-itself" ? 5 : 4, lost],
        ]);
        expect([...table(result, "person").lines]).to.deep.equal([2, 3, 5, 6]);
      }
    });

  it("goes on where the last record of all is the spoilt one", async () => {
    const result = await scan(
      "<m><Persons><Person><UPN>A</UPN></Person><Person>&</Person></Persons></m>",
    );
    expect(codes(result)).to.deep.equal(["xml-bad-reference"]);
    expect(rowsOf(table(result, "person"))).to.deep.equal([{ upn: "A" }]);
  });

  it("stops at a fault between records, where nothing is safe", async () => {
    const result = await scan(
      "<m><Person><UPN>A</UPN></Person></n><Person><UPN>B</UPN></Person></m>",
    );
    expect(codes(result)).to.deep.equal(["xml-mismatched-tag"]);
    expect(rowsOf(table(result, "person"))).to.deep.equal([{ upn: "A" }]);
    expect(result.problems[0].message).to.contain("Reading stopped here");
  });

  const BOMB =
    '<!DOCTYPE m [<!ENTITY a "xxxxxxxxxx"><!ENTITY b "&a;&a;&a;&a;&a;&a;&a;&a;">]><m>&b;</m>';
  const refused: readonly (readonly [string, string, string])[] = [
    ["wrong nesting", "<m><Person><UPN>A</Person></UPN></m>", "xml-mismatched-tag"],
    ["a DTD", '<!DOCTYPE m SYSTEM "file:///etc/passwd"><m/>', "xml-doctype"],
    ["an entity bomb", BOMB, "xml-doctype"],
    ["an undeclared entity", "<m><a>&nbsp;</a></m>", "xml-undeclared-entity"],
    ["a bare ampersand", "<m><a>R & D</a></m>", "xml-bad-reference"],
    ["a reference to NUL", "<m><a>&#0;</a></m>", "xml-illegal-character"],
    ["NUL", "<m><a>x\0y</a></m>", "xml-illegal-character"],
    ["huge text", `<m><a>${"x".repeat(70_000)}</a></m>`, "xml-text-too-long"],
    ["deep nesting", "<a>".repeat(100_000), "xml-too-deep"],
    ["a huge name", `<m><${"n".repeat(300)}/></m>`, "xml-name-too-long"],
    [
      "too many names",
      `<m>${Array.from({ length: 10_001 }, (_, i) => `<n${i}/>`).join("")}</m>`,
      "xml-too-many-names",
    ],
    ["an attribute twice", '<m a="1" a="2"/>', "xml-duplicate-attribute"],
    ["an attribute without quotes", "<m a=1/>", "xml-bad-attribute"],
    ["an endless tag", `<m ${"a".repeat(2 ** 21)}`, "xml-too-long"],
    ["two roots", "<m/><m/>", "xml-second-root"],
    ["text after the root", "<m/>x", "xml-text-outside-root"],
    ["a late declaration", '<!-- made --><?xml version="1.0"?><m/>', "xml-bad-declaration"],
    ["an empty file", "", "xml-empty"],
    ["white space alone", " \n", "xml-empty"],
  ];
  for (const [what, source, code] of refused) {
    it(`refuses ${what}`, async () => {
      const result = await scan(
        source,
        Array.from({ length: 40 }, (_, i) => (i + 1) * 65_536),
      );
      expect(codes(result)).to.deep.equal([code]);
      expect(result.problems[0].severity).to.equal("error");
      expect(result.problems[0].line).to.be.greaterThan(0);
    });
  }
});
