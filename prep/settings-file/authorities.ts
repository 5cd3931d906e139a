/** The settings that one number of an authority stands for, or several that are built together. */
export function authoritiesOf(numbers: readonly string[]): Record<string, unknown> {
  const [authority, ...more] = [...new Set(numbers)];
  return more.length === 0
    ? { authority, authorities: [], allOf: null }
    : { authority: null, authorities: [authority, ...more], allOf: null };
}
