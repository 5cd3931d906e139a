export interface Authority {
  /** The Department for Education's three-digit number, leading zeros kept. */
  readonly code: string;
  /** Office for National Statistics (GSS) code; that of the invented authority is invented too. */
  readonly onsCode: string;
  readonly name: string;
  readonly regionCode: string;
  readonly region: string;
  /** The row holds from 1 April of this year; null where it is older than 2018. */
  readonly from: number | null;
  /** The row holds until 31 March of this year; null while it still does. */
  readonly until: number | null;
}

type Row = readonly [
  code: string,
  onsCode: string,
  name: string,
  from?: number | null,
  until?: number,
];

/**
 * English authorities since 2018 by region (DfE statistics releases 2019 to 2025, ONS code changes). A code has two rows
 * where its ONS code changed: counties that became unitary, and the Barnsley and Sheffield boundary of 2025.
 */
const byRegion: readonly (readonly [regionCode: string, region: string, rows: readonly Row[]])[] = [
  [
    "E12000001",
    "North East",
    [
      ["390", "E08000037", "Gateshead"],
      ["391", "E08000021", "Newcastle upon Tyne"],
      ["392", "E08000022", "North Tyneside"],
      ["393", "E08000023", "South Tyneside"],
      ["394", "E08000024", "Sunderland"],
      ["805", "E06000001", "Hartlepool"],
      ["806", "E06000002", "Middlesbrough"],
      ["807", "E06000003", "Redcar and Cleveland"],
      ["808", "E06000004", "Stockton-on-Tees"],
      ["840", "E06000047", "County Durham"],
      ["841", "E06000005", "Darlington"],
      ["929", "E06000057", "Northumberland"],
    ],
  ],
  [
    "E12000002",
    "North West",
    [
      ["340", "E08000011", "Knowsley"],
      ["341", "E08000012", "Liverpool"],
      ["342", "E08000013", "St. Helens"],
      ["343", "E08000014", "Sefton"],
      ["344", "E08000015", "Wirral"],
      ["350", "E08000001", "Bolton"],
      ["351", "E08000002", "Bury"],
      ["352", "E08000003", "Manchester"],
      ["353", "E08000004", "Oldham"],
      ["354", "E08000005", "Rochdale"],
      ["355", "E08000006", "Salford"],
      ["356", "E08000007", "Stockport"],
      ["357", "E08000008", "Tameside"],
      ["358", "E08000009", "Trafford"],
      ["359", "E08000010", "Wigan"],
      ["876", "E06000006", "Halton"],
      ["877", "E06000007", "Warrington"],
      ["888", "E10000017", "Lancashire"],
      ["889", "E06000008", "Blackburn with Darwen"],
      ["890", "E06000009", "Blackpool"],
      ["895", "E06000049", "Cheshire East"],
      ["896", "E06000050", "Cheshire West and Chester"],
      ["909", "E10000006", "Cumbria", null, 2023],
      ["942", "E06000063", "Cumberland", 2023],
      ["943", "E06000064", "Westmorland and Furness", 2023],
    ],
  ],
  [
    "E12000003",
    "Yorkshire and The Humber",
    [
      ["370", "E08000016", "Barnsley", null, 2025],
      ["370", "E08000038", "Barnsley", 2025],
      ["371", "E08000017", "Doncaster"],
      ["372", "E08000018", "Rotherham"],
      ["373", "E08000019", "Sheffield", null, 2025],
      ["373", "E08000039", "Sheffield", 2025],
      ["380", "E08000032", "Bradford"],
      ["381", "E08000033", "Calderdale"],
      ["382", "E08000034", "Kirklees"],
      ["383", "E08000035", "Leeds"],
      ["384", "E08000036", "Wakefield"],
      ["810", "E06000010", "Kingston upon Hull, City of"],
      ["811", "E06000011", "East Riding of Yorkshire"],
      ["812", "E06000012", "North East Lincolnshire"],
      ["813", "E06000013", "North Lincolnshire"],
      ["815", "E10000023", "North Yorkshire", null, 2023],
      ["815", "E06000065", "North Yorkshire", 2023],
      ["816", "E06000014", "York"],
    ],
  ],
  [
    "E12000004",
    "East Midlands",
    [
      ["830", "E10000007", "Derbyshire"],
      ["831", "E06000015", "Derby"],
      ["855", "E10000018", "Leicestershire"],
      ["856", "E06000016", "Leicester"],
      ["857", "E06000017", "Rutland"],
      ["891", "E10000024", "Nottinghamshire"],
      ["892", "E06000018", "Nottingham"],
      ["925", "E10000019", "Lincolnshire"],
      ["928", "E10000021", "Northamptonshire", null, 2021],
      ["940", "E06000061", "North Northamptonshire", 2021],
      ["941", "E06000062", "West Northamptonshire", 2021],
    ],
  ],
  [
    "E12000005",
    "West Midlands",
    [
      ["330", "E08000025", "Birmingham"],
      ["331", "E08000026", "Coventry"],
      ["332", "E08000027", "Dudley"],
      ["333", "E08000028", "Sandwell"],
      ["334", "E08000029", "Solihull"],
      ["335", "E08000030", "Walsall"],
      ["336", "E08000031", "Wolverhampton"],
      ["860", "E10000028", "Staffordshire"],
      ["861", "E06000021", "Stoke-on-Trent"],
      ["884", "E06000019", "Herefordshire, County of"],
      ["885", "E10000034", "Worcestershire"],
      ["893", "E06000051", "Shropshire"],
      ["894", "E06000020", "Telford and Wrekin"],
      ["937", "E10000031", "Warwickshire"],
    ],
  ],
  [
    "E12000006",
    "East of England",
    [
      ["821", "E06000032", "Luton"],
      ["822", "E06000055", "Bedford"],
      ["823", "E06000056", "Central Bedfordshire"],
      ["873", "E10000003", "Cambridgeshire"],
      ["874", "E06000031", "Peterborough"],
      ["881", "E10000012", "Essex"],
      ["882", "E06000033", "Southend-on-Sea"],
      ["883", "E06000034", "Thurrock"],
      ["919", "E10000015", "Hertfordshire"],
      ["926", "E10000020", "Norfolk"],
      ["935", "E10000029", "Suffolk"],
    ],
  ],
  [
    "E12000007",
    "London",
    [
      ["201", "E09000001", "City of London"],
      ["202", "E09000007", "Camden"],
      ["203", "E09000011", "Greenwich"],
      ["204", "E09000012", "Hackney"],
      ["205", "E09000013", "Hammersmith and Fulham"],
      ["206", "E09000019", "Islington"],
      ["207", "E09000020", "Kensington and Chelsea"],
      ["208", "E09000022", "Lambeth"],
      ["209", "E09000023", "Lewisham"],
      ["210", "E09000028", "Southwark"],
      ["211", "E09000030", "Tower Hamlets"],
      ["212", "E09000032", "Wandsworth"],
      ["213", "E09000033", "Westminster"],
      ["301", "E09000002", "Barking and Dagenham"],
      ["302", "E09000003", "Barnet"],
      ["303", "E09000004", "Bexley"],
      ["304", "E09000005", "Brent"],
      ["305", "E09000006", "Bromley"],
      ["306", "E09000008", "Croydon"],
      ["307", "E09000009", "Ealing"],
      ["308", "E09000010", "Enfield"],
      ["309", "E09000014", "Haringey"],
      ["310", "E09000015", "Harrow"],
      ["311", "E09000016", "Havering"],
      ["312", "E09000017", "Hillingdon"],
      ["313", "E09000018", "Hounslow"],
      ["314", "E09000021", "Kingston upon Thames"],
      ["315", "E09000024", "Merton"],
      ["316", "E09000025", "Newham"],
      ["317", "E09000026", "Redbridge"],
      ["318", "E09000027", "Richmond upon Thames"],
      ["319", "E09000029", "Sutton"],
      ["320", "E09000031", "Waltham Forest"],
    ],
  ],
  [
    "E12000008",
    "South East",
    [
      ["825", "E10000002", "Buckinghamshire", null, 2020],
      ["825", "E06000060", "Buckinghamshire", 2020],
      ["826", "E06000042", "Milton Keynes"],
      ["845", "E10000011", "East Sussex"],
      ["846", "E06000043", "Brighton and Hove"],
      ["850", "E10000014", "Hampshire"],
      ["851", "E06000044", "Portsmouth"],
      ["852", "E06000045", "Southampton"],
      ["867", "E06000036", "Bracknell Forest"],
      ["868", "E06000040", "Windsor and Maidenhead"],
      ["869", "E06000037", "West Berkshire"],
      ["870", "E06000038", "Reading"],
      ["871", "E06000039", "Slough"],
      ["872", "E06000041", "Wokingham"],
      ["886", "E10000016", "Kent"],
      ["887", "E06000035", "Medway"],
      ["921", "E06000046", "Isle of Wight"],
      ["931", "E10000025", "Oxfordshire"],
      ["936", "E10000030", "Surrey"],
      ["938", "E10000032", "West Sussex"],
    ],
  ],
  [
    "E12000009",
    "South West",
    [
      ["420", "E06000053", "Isles of Scilly"],
      ["800", "E06000022", "Bath and North East Somerset"],
      ["801", "E06000023", "Bristol, City of"],
      ["802", "E06000024", "North Somerset"],
      ["803", "E06000025", "South Gloucestershire"],
      ["835", "E10000009", "Dorset", null, 2019],
      ["836", "E06000029", "Poole", null, 2019],
      ["837", "E06000028", "Bournemouth", null, 2019],
      ["838", "E06000059", "Dorset", 2019],
      ["839", "E06000058", "Bournemouth, Christchurch and Poole", 2019],
      ["865", "E06000054", "Wiltshire"],
      ["866", "E06000030", "Swindon"],
      ["878", "E10000008", "Devon"],
      ["879", "E06000026", "Plymouth"],
      ["880", "E06000027", "Torbay"],
      ["908", "E06000052", "Cornwall"],
      ["916", "E10000013", "Gloucestershire"],
      ["933", "E10000027", "Somerset", null, 2023],
      ["933", "E06000066", "Somerset", 2023],
    ],
  ],
];

/** A code that no council has, for samples and tests. */
const invented: Authority = {
  code: "999",
  onsCode: "E06009999",
  name: "Sampleshire (invented)",
  regionCode: "",
  region: "",
  from: null,
  until: null,
};

/** Every English authority since 2018, and the invented one of our samples. */
export const authorities: readonly Authority[] = [
  ...byRegion.flatMap(([regionCode, region, rows]) =>
    rows.map(([code, onsCode, name, from = null, until = null]) => ({
      code,
      onsCode,
      name,
      regionCode,
      region,
      from,
      until,
    })),
  ),
  invented,
];

const codes: ReadonlySet<string> = new Set(authorities.map(({ code }) => code));

/** True for the three-digit code of an English authority, today's or one abolished since 2018, and for 999, the invented one. */
export const isKnownAuthority = (code: string): boolean => codes.has(code);

/** By GSS code, the authorities of today; a code that an authority had before its own changed stays its. */
const byGss = new Map(
  authorities
    .filter(
      ({ code, onsCode }) =>
        onsCode !== "" && authorities.some((other) => other.code === code && other.until === null),
    )
    .map(({ onsCode, code }) => [onsCode, code]),
);

/** The authority of a GSS code: its three-digit number; the code itself outside England; null for an abolished authority and any other code. */
export const authorityOfGss = (code: string): string | null =>
  byGss.get(code) ?? (/^[WSNLM]\d{8}$/.test(code) && !code.endsWith("99999999") ? code : null);
