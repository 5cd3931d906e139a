/** What is wrong with a school's Unique Reference Number: it must be six digits. */
type UrnFault = "format";

export const urnFault = (urn: string): UrnFault | null => (/^\d{6}$/.test(urn) ? null : "format");
