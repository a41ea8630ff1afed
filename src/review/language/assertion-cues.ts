import type { Assertion } from './analysed-document.ts';

/** Words that decide what a sentence says about the condition named before or behind them (after ConText). */
export interface CueRule {
  readonly assertion: Exclude<Assertion, 'asserted'>;
  /** `before`: the cue stands before the condition. */
  readonly side: 'before' | 'behind';
  readonly pattern: RegExp;
  /** Words that may stand between cue and condition. */
  readonly reach: number;
  /** Said of all members of a list before it: `epiglottitis, tracheitis, foreign body not suspected`. */
  readonly ofList?: true;
}

const before = (assertion: CueRule['assertion'], reach: number, words: string): CueRule => ({
  assertion,
  side: 'before',
  reach,
  pattern: new RegExp(`(?<![\\w-])(?:${words})(?![\\w-])`, 'gi'),
});
const behind = (assertion: CueRule['assertion'], reach: number, words: string): CueRule => ({
  ...before(assertion, reach, words),
  side: 'behind',
});

/** Cue-like words that decide nothing; what they cover is no cue. */
export const PSEUDO_CUES =
  /(?<![\w-])(?:no (?:significant |interval |further |new |acute )?(?:change|changes|increase|decrease|improvement|relief|interval)|not only|not (?:certain|sure) (?:if|whether)|not necessarily|without (?:difficulty|further|incident|issue|issues|improvement|relief|improving)|no longer|gram[- ]negative|not (?:(?:yet|well|adequately|fully|optimally|completely) )*(?:controlled|at goal|improving|improved|resolved|healed|tolerat\w+|respond\w*|better)|not (?:on|taking|using)|history of present illness|no (?:doubt|question)|negative pressure|no other|family (?:practice|medicine|physician|doctor|meeting|planning|care|and)|rule(?:-| )?out precautions|risk (?:factors?|stratification|score)|likely secondary to|most likely (?:due|secondary|from)|likely (?:due|from))(?![\w-])/gi;

export const CUES: readonly CueRule[] = [
  // A question mark before the word: `?pneumonia`.
  { assertion: 'uncertain', side: 'before', reach: 3, pattern: /(?<=^|[\s,;:(-])\?+(?=\s?[a-z])/gi },
  // And behind it: `pneumonia?`.
  { assertion: 'uncertain', side: 'behind', reach: 0, pattern: /(?<=\w)\?(?=[\s),;"'”’]|$)/g },
  {
    assertion: 'negated',
    side: 'behind',
    reach: 0,
    pattern: /(?<=\w): ?(?:none|no|neg|negative|absent)(?=[,.;|)\n]|\s*$|\s{2,}| +[A-Z][\w ]{0,20}:)/gi,
  },
  before('uncertain', 40, 'differential(?: diagnosis)?(?: includes| is)?:?|ddx:?|considerations include'),
  before(
    'uncertain',
    12,
    "(?:can(?:not|'t| not)|could not|unable to|not) (?:be )?(?:rule[ds]?(?:-| )?out|r\\/o|exclude[ds]?)|not (?:yet )?(?:been )?(?:ruled out|excluded)",
  ),
  // `Considered and excluded: psychosis (no delusions), stimulant use`.
  before(
    'negated',
    40,
    '(?:considered|thought of|entertained|looked for|sought|evaluated for)(?:,| and| but|, and|, but) (?:\\w+ )?(?:excluded|ruled out|not (?:found|supported|present|felt likely)|unlikely|dismissed|rejected):',
  ),
  before('negated', 8, "rule[sd](?:-| )?out(?: for)?|r\\/o'?d(?: for)?|excluded|exclusion of|has been ruled out for"),
  before('uncertain', 14, 'rule(?:-| )?out|r\\/o|ruling out|to exclude|exclude'),
  before(
    'negated',
    25,
    "no (?:clear |definite |obvious |current |clinical |radiographic |objective |overt |active |apparent )*(?:evidence|signs?|symptoms?|indication|suggestion|findings?|features?|stigmata|concern|hx|history|h\\/o|personal history)(?: (?:of|for|to suggest|consistent with|concerning for|suggestive of))?|no|none|denies|denied|deny|denying|negative for|neg for|absence of|absent|free of|never (?:had|been diagnosed with|diagnosed with|has had)|lack of|lacks|nor|neither|doubt|doubts|does(?: not|n't) (?:have|meet)|did(?: not|n't) (?:have|meet|develop)|do(?: not|n't) (?:have|think|believe|suspect)|has(?: not|n't) had|is not|was not|are not|isn't|wasn't|non|no known|no prior|no previous|without(?: evidence of| signs of)?|w\\/o|fails to reveal|(?:un|not )complicated by|not consistent with|argues against|against",
  ),
  before('negated', 4, 'not'),
  before('negated', 3, 'never|neg|negative'),

  before(
    'hypothetical',
    10,
    'if|should|in case of|expos(?:ure|ed) to|contact with|return (?:to (?:ed|er|clinic) )?(?:for|if|with)|call (?:us |clinic |office )?(?:for|if|with)|watch for|monitor(?:ing)? for|precautions for|warnings? (?:for|about)|warned (?:of|about)|at risk (?:of|for)|risks? (?:of|for|incl|include|includes|including)|risks?:?|to prevent|prevention of|prevents?|prophylaxis (?:for|against)|screen(?:ed|ing)? for|vaccin\\w+ (?:for|against)|(?:counsel(?:l?ed|ing)|educat(?:ed|ion|ing)|info\\w*|handouts?|teaching) (?:on|about|regarding)|effects? of|avoid(?:ing|ance of)?|in the event of|rather than|instead of|worried (?:about|bc)|worry(?:ing)? about|fears?|concerned (?:about|she has|he has|they have)|ask(?:s|ed)? (?:about|if|whether)|would|unless',
  ),
  before(
    'uncertain',
    8,
    'possibl[ey]|probabl[ey]|prob|poss|suspect(?:ed|s)?|suspicion (?:of|for)|suspicious for|likely|presum(?:ed|ably|ptive)|questionable|quer(?:y|ies|ied)|concern(?:ing|ed)? for|consistent with|compatible with|c\\/w|suggest(?:s|ive|ing)? (?:of)?|suspicious|working (?:diagnosis|dx)(?: on arrival)?:?(?: of)?|may (?:have|be|represent|reflect)|might (?:have|be|represent)|could (?:be|have|represent|reflect)|evaluat(?:e|ion|ing) (?:for|of possible)|eval for|(?:work ?-?up|workup) (?:for|of possible)|appears to (?:be|have)|vs\\.?|versus|raised|consider(?:ing|ed)?|thought to be|favor(?:s|ed)?|equivocal for|borderline',
  ),
  // The topics of a talk with the family of a well child.
  before(
    'hypothetical',
    40,
    'anticipatory guidance(?: (?:given|provided|discussed|reviewed))?(?: (?:on|about|re|regarding|for|including))?:?|(?<!(?:ultrasound|US|fluoro\\w*|CT|imag\\w+|x-?ray|echo|radiology|needle) )guidance:|safety (?:topics|counsel+ing):',
  ),
  before('negated', 3, 'unlikely|doubtful|not suspected'),
  before(
    'historical',
    8,
    '(?:past |prior |previous |remote |personal |distant |known )*(?:medical |surgical )?(?:history|hx) of|h\\/o|hx|prior|previous|previously|remote|childhood|former(?:ly)?|old|s\\/p|status post|in the past|post|last|after',
  ),
  {
    ...behind(
      'negated',
      12,
      '(?:(?:was |were |are |is |all |both )*(?:(?:looked for|sought|searched for|considered),? (?:and|but) (?:\\w+ )?not (?:found|seen|present)|(?::? ?evidence against(?: each| all| any| both| them| it)?)|(?:clinically )?not (?:clinically )?(?:suspected|supported|felt likely|likely)|(?:considered|thought|felt),? ?(?:and|but|to be)? ?(?:\\w+ ){0,2}(?:not|unlikely|less likely|excluded|ruled out|doubtful)|ruled[ -]out|excluded|unlikely|less likely))',
    ),
    ofList: true,
  },
  behind(
    'hypothetical',
    1,
    '(?:prophylaxis|ppx|exposure|prevention|clinic|referral|consult(?:ation)?|specialist|precautions|screen(?:ing|ed)?|risk|education|handout|vaccin\\w+|immunization)',
  ),
  behind(
    'negated',
    8,
    "(?:has been |have been |was |were |is |are |now )?(?:ruled[ -]out|r\\/o'?d|excluded)|(?:was |were |is |are )?(?:not (?:seen|present|found|identified|detected|demonstrated|visuali[sz]ed|appreciated|suspected|noted|met|felt|developed?|evident|confirmed|supported|observed)|negative|neg|absent|unlikely|doubtful)|(?:was |were |has |have |had )?never (?:been )?(?:confirmed|proven|established|documented|diagnosed|demonstrated|shown|found|seen|substantiated)|did not develop|has not developed|(?:felt|thought|considered) (?:to be )?(?:very |highly )?unlikely|less likely|(?:was |were )?considered (?:and|but) (?:\\w+ ){0,2}(?:not|un|less|excluded|ruled|doubt)\\w*|not (?:clinically )?(?:supported|evidenced|likely)|did not pan out|can(?:not|\\'t) be (?:seen|found|identified|demonstrated)|criteria not (?:felt to be |\\w+ )?(?:present|met)|not felt to be present",
  ),
  behind(
    'uncertain',
    1,
    "(?:is |was |are |were |remains? )?(?:(?:suspected|possible|probable|likely|presumed|questionable)(?=\\s*(?:[.,;)\\n]|$))|being (?:considered|evaluated)|(?:in|on) (?:the )?(?:differential|ddx)|not (?:been )?(?:ruled out|excluded)|can(?:not|'t) be (?:ruled out|excluded)|to be (?:ruled out|excluded|confirmed)|not (?:yet |been )*(?:confirmed|proven|established)|to be determined|under (?:evaluation|investigation))|versus|vs\\.?|\\?",
  ),
  // `Ramsay Hunt: no vesicles, not present`.
  behind(
    'negated',
    0,
    ':\\s*no \\w[^.;:\\n]{0,40}, (?:not (?:present|found|supported|seen|met|suspected)|excluded|ruled out)',
  ),
  // `Meningitis considered: well, neck supple`: what was thought of, and no more.
  behind('uncertain', 1, '(?:was |were |also |had been )?(?:considered|entertained|contemplated)(?! (?:and|but) )'),
  // `Pulmonary hypertension was explained as what could come`.
  behind('hypothetical', 6, '(?:that|which|what) (?:could|may|might|can) (?:come|happen|occur|develop|follow|arise)'),
  // `Prostate cancer history`.
  behind('historical', 0, '(?:history|hx)(?![:\\w])'),
  // `Cannabis: tried at 19, none in over ten years`.
  behind(
    'historical',
    8,
    '(?:none|not used|no use|quit|stopped) (?:in|for|since) (?:over |about |more than |the (?:last|past) )?(?:\\w+ ){0,2}(?:years?|yrs?|decades?|\\d{4})',
  ),
  behind(
    'resolved',
    7,
    '(?:has |have |is |are |was |were |now |since |fully |completely )*(?:resolved|cleared|cured|healed|subsided|outgrown|gone(?: away)?(?! (?:up|down|to|on|through|for|into|from|from|back))|disappeared)|(?:was |been )?removed from (?:the |his |her )?(?:problem |diagnosis )?list|went away|no longer (?:present|active|an issue)|(?:now )?inactive|ned|no evidence of disease|no active disease',
  ),
  behind(
    'historical',
    0,
    '(?:(?:repair|surgery|removal|excision|resection|stent|bypass|replacement|ablation|extraction) )?(?:in )?(?:19|20)\\d\\d(?!-)|in \\[DAY -\\d{3,}\\]|\\[DAY -\\d{4,}\\]',
  ),
  behind(
    'historical',
    5,
    '(?:\\d+|several|many|a few|few|two|three|four|five|six|seven|eight|ten|twelve|fifteen|twenty|thirty|a couple of|a|one) (?:years?|yrs?|decades?|months|mos) ago|as (?:a|an) (?:young |small )?(?:child|teen|teenager|adult|infant|kid|toddler|adolescent)|in (?:childhood|adolescence|the past|remission since)|at age \\d+|age \\d+|surgically (?:removed|treated)',
  ),
];

/** Relatives: `FH: mother - T2DM`, `sister has dementia`. Not one who merely reports or accompanies. */
export const FAMILY_MEMBER =
  /(?<![\w-])(?:mother|father|mom|dad|sister|brother|siblings?|aunt|uncle|cousin|grand(?:mother|father|parents?|ma|pa)|son|daughter|niece|nephew|parents?|mgm|mgf|pgm|pgf|(?:maternal|paternal)|half-?(?:sister|brother)|first[- ]degree relatives?|relatives?|family (?:history|hx) of|family (?:history|hx)|fam hx|fhx?|twin)(?:'s)?(?![\w-])/gi;

/** What a relative does who speaks of the patient or stands by: the condition is then the patient's. */
export const FAMILY_MEMBER_REPORTS =
  /^(?:'s)?(?:[ ,]+(?:[A-Z][\w'’-]+|\[[A-Z][^\]]*\]|and|also|who|the|patient|pt))*[ ,]+(?:reports?|reported|states?|stated|notes?|noted|says?|said|thinks?|thought|denies|denied|brought|brings|concerned|worried|describes?|feels?|felt|noticed|notices|observed|gave|gives|confirms?|confirmed|consents?|present|at bedside|is at bedside|is here|here|accompan\w+|supportive|helps?|called|calls|visiting|drives?|driving|updated|agrees|understands?|asks?|wants?|requests?|told|found|witnessed|saw|to call|will call)(?![\w-])/;

/** People around the patient who are no relatives. */
export const OTHER_PERSON =
  /(?<![\w-])(?:roommate|wife|husband|partner|spouse|girlfriend|boyfriend|coworkers?|co-workers?|classmates?|neighbou?r|friend|sick contacts?|household contacts?|contact with|exposed to|exposure to|partner's|another (?:patient|resident)|donor)(?:'s)?(?: (?:has|had|with|who has|who had|diagnosed with|tested positive for|sick with|positive for|was diagnosed with|is being treated for))/gi;
