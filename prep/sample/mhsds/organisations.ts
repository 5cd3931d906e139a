import type { SampleCouncil } from "../councils";

/** A team of a provider, as its service details have it. */
export interface Team {
  readonly id: string;
  /** ServTeamTypeMH. */
  readonly type: string;
  /** ServTeamIntAgeGroup: 01 all ages, 02 children and young people, 03 adults. */
  readonly ages: "01" | "02" | "03";
}

export interface Provider {
  /** ODS code: invented, but for DFC, whose code the counting rules name. */
  readonly code: string;
  readonly anonymous: boolean;
  readonly teams: readonly Team[];
}

const team = (id: string, type: string, ages: Team["ages"]): Team => ({ id, type, ages });

/**
 * A children's trust, an adults' trust that sees some children too, a voluntary organisation, and
 * an anonymous digital service without teams.
 */
export const PROVIDERS: readonly Provider[] = [
  {
    code: "RZZ",
    anonymous: false,
    teams: [
      team("T01", "A06", "02"),
      team("T02", "C04", "02"),
      team("T03", "C01", "02"),
      team("T04", "C06", "02"),
      team("T05", "F01", "02"),
      team("T06", "A18", "01"),
      team("T07", "E01", "01"),
      team("T08", "A11", "01"),
    ],
  },
  {
    code: "RZY",
    anonymous: false,
    teams: [
      team("T01", "A06", "03"),
      team("T02", "A11", "01"),
      team("T03", "C02", "03"),
      team("T04", "C01", "03"),
      team("T05", "A18", "03"),
    ],
  },
  {
    code: "8ZZ01",
    anonymous: false,
    teams: [team("T01", "F01", "02"), team("T02", "A18", "02"), team("T03", "C04", "02")],
  },
  { code: "DFC", anonymous: true, teams: [] },
];

export interface Home {
  /** LADistrictAuth; empty where it is not known. */
  readonly district: string;
  /** The council with an upper tier's duties: its number, or why there is none. */
  readonly council: string;
  /** Sub-ICB of the address; empty outside England. */
  readonly subIcb: string;
}

/**
 * Where people live: Sampleshire, two districts of one county, a unitary authority, a London
 * borough, Wales, and nowhere that is recorded.
 */
export const HOMES: readonly (readonly [Home, number])[] = [
  [{ district: "E06009999", council: "999", subIcb: "91Q" }, 62],
  [{ district: "E07000106", council: "886", subIcb: "91Q" }, 10],
  [{ district: "E07000107", council: "886", subIcb: "91Q" }, 8],
  [{ district: "E06000035", council: "887", subIcb: "91Q" }, 9],
  [{ district: "E09000004", council: "303", subIcb: "72Q" }, 5],
  [{ district: "W06000015", council: "outside_england", subIcb: "" }, 4],
  [{ district: "", council: "not_recorded", subIcb: "91Q" }, 2],
];

/** A home in a council of the sample, where the children live whom its own returns tell of. */
export const homeIn = ({ onsCode, authority }: SampleCouncil): Home => ({
  ...HOMES[0][0],
  district: onsCode,
  council: authority,
});

/** Where people live who are of some councils: in each of them by its size, and elsewhere. */
export function homesOf(councils: readonly SampleCouncil[]): typeof HOMES {
  const [[, weight], ...elsewhere] = HOMES;
  const all = councils.reduce((sum, { size }) => sum + size, 0);
  return [
    ...councils.map((council) => [homeIn(council), (weight * council.size) / all] as const),
    ...elsewhere,
  ];
}

export interface Practice {
  readonly code: string;
  readonly subIcb: string;
}

export const PRACTICES: readonly (readonly [Practice, number])[] = [
  [{ code: "G99001", subIcb: "91Q" }, 45],
  [{ code: "G99002", subIcb: "91Q" }, 30],
  [{ code: "H99001", subIcb: "72Q" }, 15],
  [{ code: "B99001", subIcb: "15F" }, 4],
];

/** What stands for a practice where somebody has none that is known. */
export const NO_PRACTICE = "V81999";

/** ICB of a sub-ICB location. */
export const ICBS: Readonly<Record<string, string>> = { "91Q": "QKS", "72Q": "QKK", "15F": "QWO" };
