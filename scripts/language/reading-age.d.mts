/** Reading age in years of a text in plain words. */
export declare function readingAge(text: string): number;

/** The prose of a page in Markdown. */
export declare function proseOf(markdown: string): string;
