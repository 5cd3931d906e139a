/** Which way an indicator should go; `neutral` has no better end and is never judged. */
export type Polarity = "higher" | "lower" | "neutral";

const SIGN: Readonly<Record<Polarity, 1 | -1 | 0>> = { higher: 1, lower: -1, neutral: 0 };

/** 1 when more is better, -1 when less is better, 0 when neither is. */
export const betterSign = (polarity: Polarity): 1 | -1 | 0 => SIGN[polarity];
