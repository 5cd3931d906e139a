/**
 * One line of a CSV file (RFC 4180, CRLF): cells with a comma, a quote or a line break are quoted.
 */
export const csvLine = (cells: readonly string[]): string =>
  `${cells.map((cell) => (/[",\r\n]/.test(cell) ? `"${cell.replace(/"/g, '""')}"` : cell)).join(",")}\r\n`;
