/**
 * A JSON string, or a comment to the end of the line. Strings come first, so that `//` inside one
 * is left alone.
 */
const STRING_OR_COMMENT = /"(?:[^"\\\r\n]|\\.)*"|\/\/[^\r\n]*/g;

/** JSON with its `//` comments turned into blanks, so that places in it stay the same. */
export const stripComments = (text: string): string =>
  text.replace(STRING_OR_COMMENT, (match) =>
    match.startsWith('"') ? match : " ".repeat(match.length),
  );
