/**
 * Extended ethnicity codes that councils may use instead of the main ones (Common Basic Data Set, as the school census
 * accepts them from 2022 to 2026). Their first letter gives the group, as with the main codes.
 */
export const extendedEthnicities: readonly string[] = (
  "AAFR AKAO AKPA AMPK ANEP AOPK AOTA ASLT ASNL ASRO " +
  "BANN BAOF BCON BEUR BGHA BNAM BNGN BOTB BSLN BSOM BSUD " +
  "CHKC CMAL COCH CSNG CTWN " +
  "MABL MACH MAOE MBCH MBOE MCOE MOTM MWAI MWAO MWAP MWCH MWOE " +
  "OAFG OARA OEGY OFIL OIRN OIRQ OJPN OKOR OKRD OLAM OLEB OLIB OMAL OMRC OOEG OPOL ORAB OTHA OVIE OYEM " +
  "WALB WBOS WCOR WCRO WEEU WENG WEUR WGRC WGRE WGRK WITA WKOS WNIR WOTW WOWB WPOR WROG WROO WROR WSCO WSER WTUC WTUK WTUR WWEL WWEU"
).split(" ");
