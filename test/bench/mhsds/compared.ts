/** Measure and breakdown of each figure that is compared. */
export const COMPARED: Readonly<Record<string, readonly [name: string, breakdown: string]>> = {
  mhs32a: ["mhs32a", "all"],
  mhs39a: ["mhs39a", "all"],
  mhs30d: ["mhs30d", "provider"],
  mhs58a: ["mhs58a", "attendance"],
  mh_wait_first_contact_days_median: ["wait", "all"],
};
