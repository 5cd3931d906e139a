const SURNAMES =
  "Ashdown Birkett Castleton Dunmore Eastcliff Fenwright Garside Hallowby Inglewood Jessop Kestrel Larkham Merrow Northgate Oakshott Penhallow Quillam Rosedale Stanhollow Thackwell Underhill Vennor Wickstead Yarrowby Zeller Brennagh Côté Løvgren Müllerby O'Marran Szabelski Okonjori Rahmanti Chaudhli Adeyembi Patelson Kaurwell Nguyenby".split(
    " ",
  );
const FORENAMES =
  "Ada Ben Cara Dev Elsie Finn Grace Hari Isla Jude Kezia Leo Maya Noah Orla Priya Quinn Rosa Sami Tess Umar Violet Will Xanthe Yusuf Zara Amir Bella Callum Dina Elias Freya Gus Hana Idris Joni Zoë René Chloë Björn".split(
    " ",
  );

/**
 * An invented name, different for each person number below 60,000, so that people without any
 * number can still be told
 * apart by name; beyond that a third name is added. Some names have accents.
 */
export function nameOf(person: number): { surname: string; forename: string } {
  const surname = SURNAMES[person % SURNAMES.length];
  let rest = Math.floor(person / SURNAMES.length);
  const parts: string[] = [FORENAMES[rest % FORENAMES.length]];
  for (
    rest = Math.floor(rest / FORENAMES.length);
    rest > 0;
    rest = Math.floor((rest - 1) / FORENAMES.length)
  )
    parts.push(FORENAMES[(rest - 1) % FORENAMES.length]);
  return { surname, forename: parts.join(" ") };
}
