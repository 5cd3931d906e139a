import { active, issued, need, person, placement, request } from "../pipeline/small-return";

/** The authority whose returns these are: it has published figures and neighbours. */
export const AUTHORITY = { LEA: "839" };
/** An active plan of a primary need. */
export const at = (type: string) => active({}, [placement({ SENsetting: "OLA" }), need(type, "1")]);

/** Six people whose plans were issued in the year, the last `late` of them after 20 weeks. */
export const people = (year: number, late: number) =>
  [1, 2, 3, 4, 5, 6].map((n) =>
    person(
      n,
      request(
        `${year}-02-01`,
        `${year}-03-01`,
        {},
        issued(n > 6 - late ? `${year}-09-02` : `${year}-06-03`),
        at(n <= 2 ? "ASD" : "SLCN"),
      ),
    ),
  );
