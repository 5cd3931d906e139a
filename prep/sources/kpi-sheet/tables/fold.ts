/** Lower case, with one kind of dash, quotation mark and blank. */
export const fold = (text: string): string =>
  text
    .toLowerCase()
    .replace(/[\u2010-\u2015\u2212]/g, "-")
    .replace(/[\u2018\u2019`]/g, "'")
    .replace(/\s+/g, " ")
    .trim();

/** The letters, digits and signs of a phrase with single blanks: how phrases are compared. */
export const phrase = (text: string): string =>
  fold(text)
    .replace(/[^a-z0-9%£' ]+/g, " ")
    .replace(/'/g, "")
    .replace(/\s+/g, " ")
    .trim();
