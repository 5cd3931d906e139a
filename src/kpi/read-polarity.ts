import type { Polarity } from "./polarity";

/** Words and signs of one meaning each, in lower case without full stops. */
const WORDS: Readonly<Record<Polarity, readonly string[]>> = {
  higher: [
    ..."h,hi,up,high,higher,bigger,more,increase,increases,increasing,increased,rise,rising,maximise,maximize,above,greater,at least,over,over target,above target,no less than target".split(
      ",",
    ),
    ..."▲,↑,⬆,🔼,🡅,+,≥,>=,>".split(","),
  ],
  lower: [
    ..."l,lo,down,low,lower,smaller,less,fewer,decrease,decreases,decreasing,decreased,fall,falling,reduce,reduces,reduced,reducing,reduction,minimise,minimize,below,at most,under,under target,below target,no more than target".split(
      ",",
    ),
    ..."▼,↓,⬇,🔽,🡇,≤,<=,<".split(","),
  ],
  neutral: [
    ..."n,t,neutral,neither,none,for information,info,contextual,context,in range,within range,range,target range,on target,stable,steady,maintain,maintained,same,no change,static,not applicable,n/a".split(
      ",",
    ),
    ..."-,↔,→,⇔,►,▶,⬌,=".split(","),
  ],
};

const MEANING = new Map<string, Polarity>(
  (Object.keys(WORDS) as Polarity[]).flatMap((polarity) =>
    WORDS[polarity].map((word): [string, Polarity] => [word, polarity]),
  ),
);

/** Words inside a sentence such as "A higher share is better". */
const INSIDE: readonly (readonly [RegExp, Polarity])[] = [
  [/\b(?:higher|high|bigger|increas\w*|more|above|greater|maximi[sz]\w*)\b/, "higher"],
  [/\b(?:lower|low|smaller|decreas\w*|reduc\w*|less|fewer|below|minimi[sz]\w*)\b/, "lower"],
];

/** A way that is said to be the wrong one. */
const WRONG_WAY =
  /^(?:an? )?(.+?)(?:(?: is| are)?(?: an?)?| ?[=:-]) ?(?:bad|worse|poor|concern|adverse)$|^(?:bad|worse|poor|adverse) (?:if|when) (.+)$/;
/** Words that turn a sentence round: it says nothing for certain then. */
const TURNED =
  /\b(?:not?|never|neither|nor|bad|worse|worst|poor|concern|adverse|avoid|without)\b|n't/;
const OPPOSITE = { higher: "lower", lower: "higher", neutral: null } as const;

/**
 * Which way is better, from a letter, an arrow, a word or a sentence; null where it is not
 * understood or the words say both.
 */
export function readPolarity(text: string): Polarity | null {
  const plain = text
    .toLowerCase()
    .replace(/[\u2010-\u2015\u2212]/g, "-")
    .replace(/[\uFE0F.]/g, "")
    .replace(/\s+/g, " ")
    .trim();
  const word = plain
    .replace(/^(?:to )?(?:be )?/, "")
    .replace(/ (?:is|=) (?:better|best|good)$/, "");
  const meant = MEANING.get(word);
  if (meant !== undefined) return meant;
  const wrong = WRONG_WAY.exec(plain);
  const wrongWay = wrong && MEANING.get((wrong[1] ?? wrong[2]).trim());
  if (wrongWay) return OPPOSITE[wrongWay];
  if (TURNED.test(plain)) return null;
  const hits = INSIDE.filter(([form]) => form.test(plain));
  return hits.length === 1 ? hits[0][1] : null;
}
