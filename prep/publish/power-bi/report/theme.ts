/**
 * Colours of the ratings: dark enough for text on white. The same as the visual's standard palette.
 */
export const RATING_COLOURS = {
  met: "#00703C",
  near: "#6B4500",
  missed: "#B10E1E",
  not_rated: "#505A5F",
} as const;

export const INK = "#1D1D1D";
const OWN = "#12436D";

export const THEME_FILE = "SendScorecard.json";

/**
 * Theme of the report. Its name is its file's, extension included: Microsoft's validator wants
 * that.
 */
export const theme = {
  name: THEME_FILE,
  dataColors: [OWN, "#801650", "#1A7A70", "#B84E00", "#6F7B85", "#6B4500", "#005EB8", "#3D3D3D"],
  good: RATING_COLOURS.met,
  neutral: RATING_COLOURS.near,
  bad: RATING_COLOURS.missed,
  foreground: INK,
  background: "#FFFFFF",
  tableAccent: OWN,
  textClasses: {
    label: { fontFace: "Segoe UI", fontSize: 10, color: INK },
    title: { fontFace: "Segoe UI Semibold", fontSize: 12, color: INK },
  },
};
