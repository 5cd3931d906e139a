/** Name of the settings file in a folder of extracts. */
export const CONFIG_NAME = "send-scorecard.json";
