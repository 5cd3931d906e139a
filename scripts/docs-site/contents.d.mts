/** Headings of the site's contents, each with the paths of its pages in the repository. */
export const contents: readonly { readonly title: string; readonly pages: readonly string[] }[];
