import type { Indicator } from "../../../indicators/indicator";
import { absenceReasonIndicators, appointmentIndicators, attendanceIndicators } from "./attendance";
import { pupilIndicators, planMatchIndicators } from "./pupils";
import { suspensionIndicators } from "./suspensions";

/** Every indicator that is counted from the school census, in the order of the catalogue. */
export const censusIndicators: readonly Indicator[] = [
  ...pupilIndicators,
  ...attendanceIndicators,
  ...absenceReasonIndicators,
  ...appointmentIndicators,
  ...suspensionIndicators,
  ...planMatchIndicators,
];
