import { readdirSync, readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { expect } from "chai";
import { parse } from "csv-parse/sync";
import { collections } from "../../prep/collections/index";
import { knowledgeOf } from "../../prep/stages/knowledge";
import { proseOf, readingAge } from "../../scripts/language/reading-age.mjs";

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

  it("knows an easy text from a hard one", () => {
    expect(readingAge("The cat sat on the mat. It was a warm day.")).to.be.below(7);
    expect(
      readingAge(
        "Notwithstanding considerable organisational complexity, interdisciplinary collaboration necessitates comprehensive documentation.",
      ),
    ).to.be.above(20);
  });
});
