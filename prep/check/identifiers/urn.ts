/** What is wrong with a school's Unique Reference Number: it must be six digits. */
export type UrnFault = "format";

export const urnFault = (urn: string): UrnFault | null => (/^\d{6}$/.test(urn) ? null : "format");
