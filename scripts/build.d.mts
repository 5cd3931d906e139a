/** Bundles the data-prep package; with `types`, its type declarations too. */
export function build(options?: { types?: boolean }): Promise<void>;
