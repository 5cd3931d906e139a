/**
 * How old a reader must be to read a text with ease, by the Flesch-Kincaid grade of Kincaid and
 * others (1975): 0.39 words a sentence + 11.8 syllables a word - 15.59, and five years until school.
 */

/** Syllables of a word, by its groups of vowels. */
function syllablesOf(word) {
  const letters = word
    .toLowerCase()
    .replace(/[^a-z]/g, "")
    .replace(/(?:[^laeiouy]es|ed|[^laeiouy]e)$/, "")
    .replace(/^y/, "");
  return Math.max(1, letters.match(/[aeiouy]{1,2}/g)?.length ?? 0);
}

/** The words of a text, with a letter in each. */
const wordsOf = (text) => text.split(/\s+/).filter((word) => /[a-z]/i.test(word));

/** The sentences of a text: to a full stop, question mark or the end of a line. */
const sentencesOf = (text) =>
  text.split(/[.!?](?:\s|$)|\n+/).filter((sentence) => wordsOf(sentence).length > 0);

/** Reading age in years of a text in plain words. */
export function readingAge(text) {
  const words = wordsOf(text);
  if (words.length === 0) return 0;
  const syllables = words.reduce((sum, word) => sum + syllablesOf(word), 0);
  const grade =
    0.39 * (words.length / sentencesOf(text).length) + 11.8 * (syllables / words.length) - 15.59;
  return grade + 5;
}

/**
 * The prose of a page in Markdown: without code, addresses, quoted words and the marks of tables. A
 * name in code counts as one short word.
 */
export const proseOf = (markdown) =>
  markdown
    .replaceAll("\r\n", "\n")
    .replace(/^---\n[\s\S]*?\n---\n/, "")
    .replace(/```[\s\S]*?```/g, "")
    .replace(/^(?: {4}|\t).*$/gm, "")
    .replace(/!?\[([^\]]*)\]\([^)]*\)/g, "$1")
    .replace(/https?:\S+/g, "it")
    .replace(/`[^`\n]*`/g, "it")
    .replace(/^[|:\s-]+$/gm, "")
    // A line that goes on in the next one is one sentence.
    .replace(/([^\n.:])\n(?=[a-z(])/g, "$1 ")
    .replace(/[^\S\n]*\|[^\S\n]*/g, "\n")
    .replace(/^\s*(?:[*#>-]|\d+\.)+\s*/gm, "")
    .replace(/[*_#>]/g, "");
