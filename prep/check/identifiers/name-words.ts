/** Months and seasons, which are given names too. */
export const TIMES = /^(?:april|may|june|august|summer|autumn)$/;
/** Words that a month or a season stands behind, and no name. */
export const BEFORE_TIMES =
  /^(?:in|by|from|since|until|till|to|of|for|end|start|early|late|mid|last|next|this|each|every|during|before|after|and|january|february|march|april|may|june|july|august|september|october|november|december|spring|summer|autumn|winter)$/;
/**
 * Words that boards write with a capital behind words that are given names too, as in "Grace
 * Period", "May Board" and "Art Therapy": none of them is a usual surname.
 */
export const NO_SURNAME: ReadonlySet<string> = new Set(
  (
    "academy action activity advice agenda agency allocation amber annual appeal appeals april area assembly assessment assurance attendance audit august autumn award " +
    "bank be blue board budget capacity care case census centre change charter child children city clinic close code college commission committee community conference council " +
    "county court data day days december delivery department dfe director discussion discussions district draft drive early education ehc ehcp england event exam exams february figure families figures " +
    "finance first focus forum friday from full fund funded funding garden graduated group half health help high holiday holidays home hospital hub icb improvement in " +
    "inclusion inspection interim intervention january july june lane lead learning letter level local march may meeting memorial mile miles monday month monthly national " +
    "need needs network new nhs november october of office officer officers ofsted on open our outcome panel parent parents park partnership pathway performance period phase " +
    "place plan planning plans policy position practice primary priority programme project provision pupil pupils quality quarter quarterly rating recovery red " +
    "referral referrals release report return returns review reviews road safeguarding saturday scheme school schools score scorecard sector send september service " +
    "services session show south special staff standard standards starter status steering strategic strategy street summer sunday support survey target targets team term " +
    "test the therapist therapists therapy thursday timetable to today training transition trust tuesday tribunal unit update valley visit ward wednesday week weeks west " +
    "will winter work workshop workstream year years you your youth zone"
  ).split(" "),
);

/** Surnames that are common in England: with one of them behind it a month is a name too. */
export const SURNAMES: ReadonlySet<string> = new Set(
  (
    "adams ahmed akhtar ali allen anderson bailey baker barker barnes begum bell bennett booth bradley brown butler campbell carter chapman clark clarke collins cook " +
    "cooper cox davies davis dixon edwards ellis evans fisher foster fox gibson gill gray green griffiths hall harris harrison harvey hill holmes hughes hunt hunter " +
    "hussain jackson james jenkins johnson jones kaur kelly khan king knight kowalski lee lewis lloyd marshall martin mason matthews miller mills mitchell moore morgan " +
    "morris murphy murray nowak okafor owen palmer parker patel pearson phillips powell price rahman reid reynolds richards richardson roberts robertson robinson rogers " +
    "rose russell saunders scott shah shaw simpson singh smith stevens stewart taylor thomas thompson turner walker walsh ward watson webb wells white wilkinson " +
    "williams williamson wilson wood wright young"
  ).split(" "),
);
