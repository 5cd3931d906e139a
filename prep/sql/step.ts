/** One step of a printed job: a table or a view that is made of those before it. */
export interface SqlStep {
  /** Name of what it makes, in the words of the statistics. */
  readonly name: string;
  readonly makes: "table" | "view";
  /** What it does and by which rule, in words: a comment of its file. */
  readonly rule: string;
  /** The query that fills it. */
  readonly query: string;
  /** Whether it is a table of the star: what the job is for. */
  readonly isOfStar?: true;
  /** Column that its rows are written by, month by month. */
  readonly partition?: string;
  /** Tables that nothing asks for any more once it is there. */
  readonly drops?: readonly string[];
}
