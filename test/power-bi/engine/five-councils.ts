import {
  active,
  issued,
  need,
  person,
  placement,
  request,
  smallReturn,
} from "../../prep/pipeline/small-return";
import { writeSen2Xml } from "../../../prep/sample/write/sen2-xml";

export const COUNCILS = ["838", "839", "301", "302", "303"] as const;

const PEOPLE = 8;
/** Two schools a council. */
export const urnOf = (council: number, school: number): string =>
  String(140001 + council * 2 + school);

/**
 * Returns of five councils, with two schools and eight children each. One child of each is known to
 * the council before too, and one goes to a school of it.
 */
export function fiveCouncils(): Record<string, Buffer> {
  return Object.fromEntries(
    COUNCILS.map((authority, council): [string, Buffer] => {
      const people = Array.from({ length: PEOPLE }, (_, n) =>
        person(
          // The first child of each council is known to the one before too.
          council * PEOPLE + n + (n === 0 && council > 0 ? 0 : 1),
          request(
            "2024-02-01",
            "2024-03-01",
            {},
            issued(n % 3 === 0 ? "2024-09-03" : "2024-06-03"),
            active({}, [
              placement({
                URN: n === 2 && council > 0 ? urnOf(council - 1, 0) : urnOf(council, n % 2),
              }),
              need(n % 2 === 0 ? "ASD" : "SLCN", "1"),
            ]),
          ),
        ),
      );
      const ret = smallReturn(2025, people, { LEA: authority });
      return [`${authority}/sen2.xml`, Buffer.concat([...writeSen2Xml(ret)])];
    }),
  );
}
