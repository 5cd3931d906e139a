import { phrase } from "./fold";

/** What a column holds that has no figures. */
export type Label =
  | "name"
  | "metric"
  | "section"
  | "priority"
  | "board"
  | "number"
  | "owner"
  | "commentary"
  | "action"
  | "polarity"
  | "frequency"
  | "arrow"
  | "rag"
  | "unit"
  | "tolerance"
  | "area"
  | "group"
  | "period"
  | "kind"
  | "cohort"
  | "footprint"
  | "next_due"
  | "headline"
  | "lens"
  | "correction"
  | "correction_reason"
  | "left_out";

/**
 * Headings as boards of English councils and partnerships write them, by what the column holds.
 * From public board papers and council plans of 2019 to 2025.
 */
const PHRASES: Readonly<Record<Label, string>> = {
  name: "kpi|kpis|kpi name|kpi title|kpi description|indicator|indicators|indicator name|indicator title|indicator description|measure|measures|measure name|measure title|measure description|performance measure|performance measures|performance indicator|performance indicators|pi|pi name|key performance indicator|key performance indicators|key measure|key measures|key indicator|success measure|success measures|measure of success|outcome measure|what are we measuring|what we measure|indicator measure|kpi measure|performance indicator name|statistic|performance indicator description|kpi indicator",
  metric: "metric|metrics|metric name|description|definition of measure",
  section:
    "section|theme|themes|domain|area of work|strand|topic|category|workstream|work stream|outcome|outcomes|workflow|priority area|objective|strategic priority|strategic objective|subject|heading|pathway|area of focus|focus area|focus|pillar|ambition area|chapter|sub theme|sub section|quadrant",
  priority:
    "priority|priorities|plan priority|improvement priority|priority number|send imp plan priority kpis section|apps priority|wsoa area|wsoa priority",
  board: "board|scorecard",
  number:
    "ref|ref no|reference|no|kpi no|kpi number|kpi ref|measure id|measure ref|indicator id|indicator ref|id|code|pi no|pi ref|pi code|indicator no|measure no|measure number|item|line|row|kpi id|number ref|kpi code|measure code|indicator code",
  owner:
    "owner|lead|lead officer|kpi owner|measure owner|responsible officer|accountable lead|accountable officer|accountable|responsible|responsible lead|named lead|service lead|sro|strategic lead|lead agency|lead service|who|director|head of service|data owner|reporting officer",
  commentary:
    "commentary|comment|comments|narrative|what is the story|story|the story behind the data|story behind the data|explanation|analysis|context|so what|latest update|update|exception commentary|performance commentary|performance narrative|rationale|supporting commentary|commentary on performance|highlight|note|notes|summary",
  action:
    "action|actions|next steps|next step|planned actions|planned action|mitigation|mitigations|mitigating actions|what are we doing|what are we doing about it|improvement actions|action plan|actions required|recovery actions|remedial action",
  polarity:
    "polarity|good performance|good is|better is|better when|good to be|good performance is|good looks like|what does good look like|what does good performance look like|what good looks like|required direction|required direction of travel|desired direction|desired direction of travel|direction of good|good direction|preferred direction|aim to|high or low is good|high low|higher or lower is better|bigger or smaller is better|is higher or lower better|is high or low good|bib or sib|target direction|aim direction|aim|ambition direction|intended direction|performance polarity",
  frequency:
    "frequency|reporting frequency|data period|reported|how often|collection|collection frequency|period type|reporting cycle|update frequency|freq|timeframe|reporting interval|how often reported|data frequency",
  arrow:
    "direction of travel|dot|direction|actual direction|actual direction of travel|trend|travel|change in direction|d o t|trend arrow|movement|direction of travel from last month|direction of travel from last quarter|performance trend|improving|dot from previous|trajectory direction|arrow|performance direction",
  rag: "rag|rag rating|rag status|status|rating|performance rating|rag colour|traffic light|brag|brag rating|brag status|current rag|current status|alert|performance status|rag vs target|rag against target|target rag|on track",
  unit: "unit|units|unit of measure|unit of measurement|measured in|value type|data type|format|number type|measurement|measure type unit",
  tolerance: "tolerance|tolerances|amber tolerance|target tolerance|tolerance range|amber range",
  area: "area|areas|area name|la|las|la name|la and regions|local authority|local authorities|authority|geography|geographic area|council|locality|localities|place|places|region name|sub area|district|ward|neighbourhood|cluster|quadrant area|la region|locality name|place name|network|pcn|division",
  group:
    "pupil group|group|groups|cohort group|breakdown|service|services|team|provider|setting type|setting|phase|age group|age band|year group|primary need|need|need type|school type|provision|provision type|sen provision|sen status|characteristic|gender|sex|ethnicity|category of need|therapy|team name|type of provision|pupil characteristic|organisation|trust|sub group|subgroup",
  period:
    "period|month|quarter|year|date|reporting period|period covered|time period|reporting month|reporting quarter|reporting year|as at|period of data|data as at|latest period|term|half term|week|week ending|academic year|financial year|month year|time|data date|period end|month ending|position as at|reporting date|date of data|latest data period|data relates to|month name|snapshot date|census|census date|latest date|date period",
  kind: "type|measure type|plan or actual|series|row type|data item|value name|target actual|figure type|actual or target|line type",
  cohort: "who is counted|cohort description|population|denominator description",
  footprint: "footprint|coverage|geographic footprint",
  next_due: "next due|next update|next data due|date of next update|next update due",
  headline: "headline|headline measure",
  lens: "lens",
  correction: "correction|corrections",
  correction_reason: "reason for correction|correction reason",
  left_out:
    "source|data source|source note|source of data|sort order|sort|order|chart|sparkline|spark line|trend chart|trend line|trendline|graph|measure updated|last updated|date updated|updated|la number|la code|area code|definition|calculation|method|methodology|link|rank|ranking|national rank|latest national rank|quartile|quartile banding|quartile band|banding|band|change from previous year|change from previous|change|variance|variance from target|variance to target|variance from plan|difference|gap|gap to target|gap to national|distance to target|percentage change|% change|movement in period|up to and including|data quality|data quality rating|dq|confidence|confidence rating|version|author|next steps date|due date|completion date|forecast|projection|projected outturn|year end forecast|forecast outturn|rank of 152|number of authorities|decile|decimals|decimal places|kpi type|indicator type|provisional|footnote|publication date|data lag|last year rank|statistical neighbour rank|England rank",
};

const LABELS: ReadonlyMap<string, Label> = new Map(
  (Object.keys(PHRASES) as Label[]).flatMap((label) =>
    PHRASES[label].split("|").map((one): [string, Label] => [phrase(one), label]),
  ),
);

/** Words that settle a longer heading, such as `RAG Mar 24`, in the order of the list. */
const INSIDE: readonly (readonly [RegExp, Label])[] = [
  [/\b(?:b?rag|traffic light)\b/, "rag"],
  [/\b(?:direction of travel|dot|trend|arrow)\b/, "arrow"],
  [
    /\b(?:rank(?:ing)?|quartile|decile|banding|variance|difference|gap|distance|up to and including|change (?:from|since|on|in)|% change|forecast|projected|projection|sparkline|data quality)\b/,
    "left_out",
  ],
  [/\b(?:comments?|commentary|narrative)\b/, "commentary"],
  [/\b(?:lead|accountable|responsible) (?:officer|lead|person)\b/, "owner"],
  [/\btolerance\b/, "tolerance"],
];

/** Which column a whole heading names; null where it names none. */
export const labelOf = (text: string): Label | null =>
  LABELS.get(phrase(text.replace(/\([^()]*\)\s*$/, ""))) ?? LABELS.get(phrase(text)) ?? null;

/** Which column a heading with more in it, such as a period, names. */
export const labelInside = (text: string): Label | null => {
  const plain = phrase(text);
  return INSIDE.find(([words]) => words.test(plain))?.[1] ?? null;
};
