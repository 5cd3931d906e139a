import { readOnce, reference } from "./read-reference";
import text from "./succession-districts.csv";

/** A district of a county that was divided, and the authority that it went to. */
interface DividedDistrict {
  /** GSS code of the district as it was. */
  readonly district: string;
  readonly predecessor: string;
  readonly successor: string;
}

const list = reference({
  file: "succession-districts.csv",
  text,
  columns: ["district", "predecessor", "successor"],
  row: (cells): DividedDistrict => {
    if (!/^E07\d{6}$/.test(cells.district))
      throw new Error(`"${cells.district}" is no code of a district.`);
    return cells;
  },
});

const byDistrict = readOnce(
  () => new Map(list().rows.map((row) => [`${row.predecessor} ${row.district}`, row.successor])),
);

/** The authority that a district (GSS code) of a divided one went to; null where it is not known. */
export const successorOfDistrict = (predecessor: string, district: string): string | null =>
  byDistrict().get(`${predecessor} ${district}`) ?? null;
