/** Why cases are left out of figures, behind "3 of 60". */
export const AWAITING_UNTIMED = "requests that await a decision have no date of receipt";
export const OPEN_UNTIMED = "open assessments have no date of receipt";
export const LATER_REVIEW = "plans have a review after the day, and none before it is known";
