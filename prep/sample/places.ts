/**
 * A small invented area of postcodes: one ward, one locality. The letters ZZ begin no real postcode
 * area.
 */
export interface SamplePlace {
  readonly outward: string;
  readonly ward: string;
  readonly wardName: string;
  readonly lsoa: string;
  readonly msoa: string;
}

const WARDS = [
  "Harbourside",
  "Millbrook",
  "Castle Hill",
  "Northfields",
  "Oakdale",
  "Riverside",
  "St Agnes",
  "Westmoor",
  "Eastgate",
  "Longmead",
];

/** The places of the n-th council of the sample, from 0; those of further ones say whose they are. */
export const placesOf = (council: number, name: string): readonly SamplePlace[] =>
  WARDS.map((ward, i) => {
    const index = council * WARDS.length + i;
    return {
      outward: `ZZ${index + 1}`,
      ward: `E0599${String(9000 + index)}`,
      wardName: council === 0 ? ward : `${ward}, ${name}`,
      lsoa: `E0199${String(9000 + index)}`,
      msoa: `E0299${String(9000 + Math.floor(index / 2))}`,
    };
  });

const LETTERS = "ABDEFGHJLNPQRSTUWXYZ";

/** How many postcodes each place has. */
export const POSTCODES_PER_PLACE = 400;

/** The n-th postcode of a place (n from 0 below POSTCODES_PER_PLACE). */
export const postcodeOf = (place: SamplePlace, n: number): string =>
  `${place.outward} ${n % 10}${LETTERS[Math.floor(n / 10) % 20]}${LETTERS[Math.floor(n / 200) % 20]}`;
