const whole = new Intl.NumberFormat("en-GB", { maximumFractionDigits: 0 });

/** A number of bytes in words, such as `3 MB`. */
export function sizeWords(bytes: number): string {
  if (bytes < 1e3) return `${bytes} bytes`;
  return bytes < 1e6 ? `${whole.format(bytes / 1e3)} KB` : `${whole.format(bytes / 1e6)} MB`;
}

export const countWords = (count: number, one: string, many = `${one}s`): string =>
  `${whole.format(count)} ${count === 1 ? one : many}`;
