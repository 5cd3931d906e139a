import { readdirSync, readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { expect } from "chai";
import { parse } from "csv-parse/sync";
import { collections } from "../../prep/collections/index";
import { knowledgeOf } from "../../prep/stages/knowledge";
import { proseOf, readingAge } from "../../scripts/language/reading-age.mjs";
import { textsOfCode } from "./texts-of-code";

const root = fileURLToPath(new URL("../../", import.meta.url));
const textOf = (path: string): string => readFileSync(root + path, "utf8");

/** Pages that people read; the changelog is a list of notes, slicers and Welsh are tables. */
const pages = [
  "README.md",
  "CONTRIBUTING.md",
  "SECURITY.md",
  "src/README.md",
  ...readdirSync(`${root}docs`, { recursive: true, encoding: "utf8" })
    .map((name) => `docs/${name.replaceAll("\\", "/")}`)
    .filter((path) => path.endsWith(".md") && !/docs.(slicers|welsh).md/.test(path)),
];
/** Prose without the titles of tests, which pages of the assurance pack quote. */
const prose = new Map(
  pages.map((path) => [path, proseOf(textOf(path)).replace(/"[^"\n]*"/g, "it")]),
);

const avoided = (
  parse(textOf("scripts/language/words-to-avoid.csv"), { columns: true }) as {
    readonly word: string;
    readonly instead: string;
    readonly example: string;
  }[]
).map((row) => ({ ...row, pattern: new RegExp(row.word, "gi") }));

/** What is to be said otherwise in some texts, with a few words around it. */
const faultsIn = (texts: Iterable<readonly [place: string, text: string]>): string[] =>
  [...texts].flatMap(([place, text]) =>
    avoided.flatMap(({ pattern, instead }) =>
      [...text.matchAll(pattern)].map(({ 0: word, index }) => {
        const around = text.slice(Math.max(0, index - 40), index + 40).replace(/\s+/g, " ");
        return `${place}: "${word}" in "${around}"; say: ${instead}`;
      }),
    ),
  );

const strings = (path: string): (readonly [string, string])[] =>
  Object.entries(JSON.parse(textOf(path)) as Record<string, string>).map(
    ([id, text]) => [`${path} ${id}`, text] as const,
  );

const { rules, indicators } = knowledgeOf(collections);

/** Texts of the program by who reads them: help and messages, notes of figures, words on screens. */
const groups = {
  "command line": textsOfCode(["prep/cli", "prep/settings-file", "scripts"]),
  "figures and cautions": textsOfCode([
    "prep/indicators",
    "prep/compare",
    "prep/star",
    "prep/sources",
    "prep/collections",
  ]),
  "output and lists": textsOfCode(["prep/publish", "prep/lists", "prep/stages", "prep/extracts"]),
  "printed SQL": textsOfCode(["prep/sql"]),
  page: textsOfCode(["page"]),
} as const;
const codeTexts = textsOfCode(["prep", "src", "page", "scripts"]);
/** A heading of the law or of a table, or a list of names, is no sentence. */
const isLong = (text: string): boolean => text.split(/\s+/).length >= 20 && /[.!?:;]/.test(text);
const longestSentence = (text: string): number =>
  Math.max(...text.split(/[.!?:;](?:\s|$)|\n+/).map((part) => part.trim().split(/\s+/).length));
const sentences = (text: string): number =>
  text.split(/[.!?](?:\s|$)/).filter((part) => part.trim() !== "").length;

describe("the language of the product", () => {
  it("has a list of words to avoid that finds its own examples", () => {
    expect(avoided.length).to.be.above(10);
    for (const { word, example } of avoided)
      expect([word, new RegExp(word, "i").test(example)]).to.deep.equal([word, true]);
  });

  it("uses none of them in pages, findings, indicators and the words of the visual", () => {
    const texts: (readonly [string, string])[] = [
      ...prose,
      ...rules.map(({ id, message, action }) => [`rule ${id}`, `${message} ${action}`] as const),
      ...indicators.map(({ id, name, numerator, denominator, note }) => {
        return [`indicator ${id}`, [name, numerator, denominator, note].join(" ")] as const;
      }),
      ...strings("stringResources/en-US/resources.resjson"),
      ...strings("stringResources/en-GB/resources.resjson"),
    ];
    expect(texts.length).to.be.above(700);
    expect(faultsIn(texts)).to.deep.equal([]);
  });

  it("uses none of them in help, messages, notes, cautions and the changelog", () => {
    const kinds = [
      "read a folder of extracts and write the star schema", // help
      "holds neither a build nor a pack of ours", // a message
      "No submission of this month is loaded", // why there is no figure
      "The placement rank is neither 1 (primary) nor 2 (secondary).", // a finding
      "referrals are with a team whose type is not known", // in printed SQL
      "A fault of this page: please report it", // the page
    ];
    const isFound = (kind: string) => codeTexts.some(({ text }) => text.includes(kind));
    expect(kinds.filter((kind) => !isFound(kind))).to.deep.equal([]);
    expect(codeTexts.length).to.be.above(2500);
    expect(
      faultsIn([
        ...codeTexts.map(({ place, text }) => [place, text] as const),
        ["CHANGELOG.md", proseOf(textOf("CHANGELOG.md"))],
        ...["wrong-figure", "not-read"].map((name) => {
          const path = `.github/ISSUE_TEMPLATE/${name}.yml`;
          return [path, textOf(path)] as const;
        }),
      ]),
    ).to.deep.equal([]);
  });

  for (const [group, texts] of Object.entries(groups))
    it(`has texts of ${group} for a reading age of 18, and of 11 years together`, () => {
      expect(texts.length).to.be.above(50);
      const hard = texts.filter(({ text }) => isLong(text) && readingAge(text) > 18);
      expect(hard).to.deep.equal([]);
      const long = texts.filter(({ text }) => isLong(text) && longestSentence(text) > 32);
      expect(long).to.deep.equal([]);
      expect(readingAge(texts.map(({ text }) => text).join("\n"))).to.be.below(11);
    });

  it("says what is wrong and what to do in a sentence each", () => {
    const long = rules.filter(
      ({ message, action }) => sentences(message) > 1 || sentences(action) > 1,
    );
    expect(long.map(({ id }) => id)).to.deep.equal([]);
  });

  it("has pages for a reading age of 13, and of 10 years on average", () => {
    const ages = [...prose].map(([path, text]) => [path, readingAge(text)] as const);
    expect(ages.filter(([, age]) => age > 13)).to.deep.equal([]);
    expect(ages.reduce((sum, [, age]) => sum + age, 0) / ages.length).to.be.below(10);
  });

  it("has no sentence of more than 110 words, and few of more than 40", () => {
    const lengths = [...prose.values()]
      .flatMap((text) => text.split(/[.!?](?:\s|$)|\n+/))
      .map((sentence) => sentence.trim().split(/\s+/).length);
    expect(Math.max(...lengths)).to.be.at.most(110);
    expect(lengths.filter((length) => length > 40).length).to.be.at.most(60);
  });

  it("has findings for a reading age of 16, and of 11 years together", () => {
    const texts = rules.map(({ id, message, action }) => [id, `${message}\n${action}`] as const);
    expect(texts.filter(([, text]) => readingAge(text) > 16).map(([id]) => id)).to.deep.equal([]);
    expect(readingAge(texts.map(([, text]) => text).join("\n"))).to.be.below(11);
  });

  it("has words of the visual for a reading age of 12 together", () => {
    const words = strings("stringResources/en-GB/resources.resjson").map(([, text]) => text);
    expect(words.length).to.be.above(100);
    expect(readingAge(words.join("\n"))).to.be.below(12);
  });

  it("knows an easy text from a hard one", () => {
    expect(readingAge("The cat sat on the mat. It was a warm day.")).to.be.below(7);
    expect(
      readingAge(
        "Notwithstanding considerable organisational complexity, interdisciplinary collaboration necessitates comprehensive documentation.",
      ),
    ).to.be.above(20);
  });
});
