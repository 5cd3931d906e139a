import type { UpnFault } from "./upn";

/** What is wrong with a UPN, in words. */
export const upnMessages: Readonly<Record<UpnFault, string>> = {
  length: "The UPN does not have 13 characters.",
  check_letter: "The UPN does not begin with the check letter that the rest of it gives.",
  authority: "Characters 2 to 4 of the UPN are not the number of an authority.",
  digits: "Characters 5 to 12 of the UPN are not all digits.",
  last_character:
    "The last character of the UPN is neither a digit nor a letter of a temporary UPN.",
};
