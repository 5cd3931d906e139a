import type { Distortion } from "../distortion";
import { boards } from "./boards";
import { containers } from "./containers";
import { copies } from "./copies";
import { dates } from "./dates";
import { encodings } from "./encodings";
import { identifiers } from "./identifiers";
import { papers } from "./papers";
import { shapes } from "./shapes";
import { spreadsheets } from "./spreadsheets";
import { xml } from "./xml";

/** Every distortion, in the order of the files that name them. */
export const distortions: readonly Distortion[] = [
  ...containers,
  ...encodings,
  ...shapes,
  ...dates,
  ...identifiers,
  ...xml,
  ...boards,
  ...spreadsheets,
  ...copies,
  ...papers,
];
