import { termLabel, type TermIndex } from "../../calendar/terms";

/** `School census Spring 2025`. */
export const describeTerm = ({ term }: { readonly term: TermIndex }): string =>
  `School census ${termLabel(term)}`;
