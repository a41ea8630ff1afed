import type { AnalysedDocument } from '../../../language/analysed-document.ts';
import { isBackground, sentenceOf, toPassage, type Passage, runningText } from './passage.ts';

/** What a stretch of time was spent on. `encounter` is what may carry an E/M level. */
type TimePurpose =
  | 'psychotherapy'
  | 'critical-care'
  | 'discharge'
  | 'advance-care-planning'
  | 'tobacco'
  | 'behavioral-counseling'
  | 'procedure'
  | 'staff'
  | 'teaching'
  | 'encounter';

export interface DocumentedMinutes {
  /** The amount itself: `46 minutes`. */
  readonly amount: Passage;
  /** The words around it up to the next comma, bracket or amount. */
  readonly clause: Passage;
  readonly sentence: Passage;
  readonly minutes: number;
  /** `20-29 minutes`: proves no figure. */
  readonly isRange: boolean;
}

const WORDS: Readonly<Record<string, number>> = {
  one: 1,
  two: 2,
  three: 3,
  four: 4,
  five: 5,
  six: 6,
  seven: 7,
  eight: 8,
  nine: 9,
  ten: 10,
  eleven: 11,
  twelve: 12,
  fifteen: 15,
  sixteen: 16,
  thirteen: 13,
  fourteen: 14,
  seventeen: 17,
  nineteen: 19,
  eighteen: 18,
  twenty: 20,
  thirty: 30,
  forty: 40,
  fifty: 50,
  sixty: 60,
  seventy: 70,
  ninety: 90,
};
const UNITS_WORDS = 'one|two|three|four|five|six|seven|eight|nine';
const WORD = `(?:(?:twenty|thirty|forty|fifty|sixty|seventy)(?:[- ](?:${UNITS_WORDS}))?|${Object.keys(WORDS).join('|')})`;
const AMOUNT = new RegExp(
  [
    String.raw`(?<from>\d{1,3})\s*(?:-|–|to)\s*(?<to>\d{1,3})\s*(?:min(?:ute)?s?\b|mins?\b)`,
    String.raw`(?<hours>\d{1,2})\s*(?:hours?|hrs?|h)\b(?:\s*(?:,|and)?\s*(?<rest>\d{1,2})\s*(?:min(?:ute)?s?|m)\b)?`,
    String.raw`(?<![\d./:])(?<plain>\d{1,3})[\s-]*min(?:ute)?s?\b`,
    String.raw`\b(?<word>${WORD})\s+min(?:ute)?s?\b`,
    String.raw`\btotal (?:visit |encounter |provider |physician )?time\b[^.:=\d\n]{0,40}(?:\(min\w*\)\s*)?[:=]\s*(?<bare>\d{2,3})\b(?!\s*(?:[-–/:]|to\b|min|h|m\b))`,
    String.raw`\btime\b[^.\d\n]{0,25}?\b(?<short>\d{1,3}) ?m\b(?! ?[\d/])`,
  ].join('|'),
  'gi',
);

const LISTED = new WeakMap<AnalysedDocument, readonly DocumentedMinutes[]>();

/** Every amount of minutes in the documents, background and copied text left out. */
export function listMinutes(documents: readonly AnalysedDocument[]): DocumentedMinutes[] {
  return documents.flatMap((document) => {
    const known = LISTED.get(document) ?? minutesIn(document);
    LISTED.set(document, known);
    return known;
  });
}

function minutesIn(document: AnalysedDocument): DocumentedMinutes[] {
  return [...runningText(document).matchAll(AMOUNT)].flatMap((match) => {
    const minutes = minutesOf(match.groups ?? {});
    const amount = toPassage(document, match.index, match.index + match[0].length);
    if (minutes === undefined || isBackground(amount) || isInterval(amount)) return [];
    const sentence = sentenceOf(amount);
    const clause = clauseOf(amount, sentence);
    return [{ amount, clause, sentence, minutes, isRange: match.groups?.from !== undefined }];
  });
}

/** `Within 20 minutes of waking`: how soon something comes, not how long it took. */
function isInterval({ document, start, end }: Passage): boolean {
  const text = runningText(document);
  return (
    /^ (?:of|after|before) (?:waking|rising|awak\w+|getting up|eating|meals?|onset|exercise|standing|exposure|arrival)\b/i.test(
      text.slice(end, end + 30),
    ) && /\b(?:within|in|first)\b[^.;\n]{0,15}$/i.test(text.slice(Math.max(0, start - 30), start))
  );
}

function minutesOf(groups: Readonly<Record<string, string | undefined>>): number | undefined {
  if (groups.to) return Number(groups.to);
  if (groups.hours) return Number(groups.hours) * 60 + Number(groups.rest ?? 0);
  if (groups.plain) return Number(groups.plain);
  if (groups.bare) return Number(groups.bare);
  if (groups.short) return Number(groups.short);
  if (groups.word) return numberOfWords(groups.word);
  return undefined;
}

/** `forty-five` as 45; undefined for words that are no number. */
export function numberOfWords(text: string): number | undefined {
  const parts = text.toLowerCase().split(/[\s-]+/);
  const values = parts.map((part) => WORDS[part]);
  if (values.some((value) => value === undefined)) return undefined;
  return values.reduce<number>((sum, value) => sum + (value ?? 0), 0);
}

const SEPARATOR =
  /[,;()]|\.\s+(?=[A-Z])|\s-\s|\b(?:and|plus|of which|including|excluding|in addition to|not including|separate from)\b/g;

/** Characters to either side within which a clause is looked for. */
const CLAUSE_REACH = 200;

function clauseOf(amount: Passage, sentence: Passage): Passage {
  const text = runningText(amount.document);
  const before = text.slice(Math.max(sentence.start, amount.start - CLAUSE_REACH), amount.start);
  const after = text.slice(amount.end, Math.min(sentence.end, amount.end + CLAUSE_REACH));
  const last = [...before.matchAll(SEPARATOR)].at(-1);
  const next = [...after.matchAll(SEPARATOR)][0];
  const start = amount.start - before.length + (last ? last.index : 0);
  const end = amount.end + (next ? next.index : after.length);
  return toPassage(amount.document, start, Math.max(end, amount.end));
}

const STAFF =
  /\b(?:nurs(?:e|ing)|RN|LPN|MA|CMA|medical assistant|staff|scribe|resident|student|fellow|pharmacist|PharmD|dietiti?an|educator|CDE|CDCES|interpreter|social worker|LCSW|technician|tech)\b/;

const PURPOSES: readonly (readonly [TimePurpose, RegExp])[] = [
  ['psychotherapy', /\b(?:psycho)?therapy (?:session|time|portion)\b|\bpsychotherap|\bCBT\b/i],
  ['critical-care', /\bcritical care\b|\bcrit care\b|\bCC time\b/i],
  ['discharge', /\bdischarge\b/i],
  ['advance-care-planning', /\badvance[d]? (?:care|directive)|\bACP\b|\bgoals[- ]of[- ]care\b|\bPOLST\b|\bMOLST\b/i],
  ['tobacco', /\btobacco\b|\bsmok|\bcessation\b|\bvap(?:e|ing)\b|\bquit(?:ting)?\b|\bnicotine\b|\bcigarette/i],
  [
    'behavioral-counseling',
    /\balcohol\b|\bAUDIT\b|\bSBIRT\b|\bobesity counsel|\bweight[- ]loss counsel|\bdepression screen/i,
  ],
  ['teaching', /\bteaching (?:the )?(?:resident|student|fellow)|\bteaching time\b/i],
  [
    'procedure',
    /\binfus|\btourniquet\b|\bprocedure\b|\bcast(?:ing)?\b|\bsplint|\binterpret(?:ation|ing)\b|\b(?:EKG|ECG|spirometry|ultrasound)\b|\btherapeutic (?:exercise|activit)|\bmanual therapy\b|\bgait training\b|\bneuromuscular\b|\bnebuliz|\bexercise\b|\bwalk/i,
  ],
];

/** What the words right around an amount say that it was for; `encounter` when they name nothing else. */
export function purposeOf(time: DocumentedMinutes): TimePurpose {
  if (STAFF.test(time.clause.text) || STAFF.test(leadOfBracket(time))) return 'staff';
  return PURPOSES.find(([, pattern]) => pattern.test(time.clause.text))?.[0] ?? 'encounter';
}

/** `MA rooming time (8 min)`: whose minutes they are stands before the bracket. */
function leadOfBracket({ amount, clause, sentence }: DocumentedMinutes): string {
  if (!clause.text.startsWith('(')) return '';
  const before = runningText(amount.document).slice(sentence.start, clause.start);
  return /[^,;()\d.]*$/.exec(before)?.[0] ?? '';
}

/** `2:05 pm`, `14:05`, `1405`; three digits are a dose or a blood pressure as often as a time. */
const clock = (name: string) =>
  String.raw`(?:(?<h${name}>[01]?\d|2[0-3]):(?<m${name}>[0-5]\d)|(?<hh${name}>[01]\d|2[0-3])(?<mm${name}>[0-5]\d))\s*(?<p${name}>[ap]\.?m\.?)?`;
const BETWEEN = String.raw`(?:-|–|to|until|(?:[,;]?\s*(?:and )?(?:time )?(?:stop(?:ped)?|end(?:ed)?|finish(?:ed)?|out|completed?)(?:\s*time)?(?:\s*at)?[:\s]*))`;
const CLOCK_SPAN = new RegExp(String.raw`(?<![\d/:.-])${clock('1')}\s*${BETWEEN}\s*${clock('2')}(?![\d/:-])`, 'gi');

export interface ClockSpan {
  readonly passage: Passage;
  readonly sentence: Passage;
  readonly minutes: number;
}

/** Spans between two clock times: `14:02-14:47`, `start 10:05, stop 10:32`, `1005 to 1032`. */
export function listClockSpans(documents: readonly AnalysedDocument[]): ClockSpan[] {
  return documents.flatMap((document) =>
    [...runningText(document).matchAll(CLOCK_SPAN)].flatMap((match) => {
      const minutes = clockMinutes(match.groups ?? {});
      if (minutes === undefined) return [];
      const passage = toPassage(document, match.index, match.index + match[0].length);
      return [{ passage, sentence: sentenceOf(passage), minutes }];
    }),
  );
}

type ClockGroups = Readonly<Record<string, string | undefined>>;

function clockMinutes(groups: ClockGroups): number | undefined {
  const [from, to] = [hourOf(groups, '1'), hourOf(groups, '2')];
  const half = groups.p1 ?? (groups.p2 && from <= to ? groups.p2 : undefined);
  const first = dayMinutes(from, groups.m1 ?? groups.mm1, half);
  const second = dayMinutes(to, groups.m2 ?? groups.mm2, groups.p2);
  const span = (((second - first) % 1440) + 1440) % 1440;
  return span > 0 && span <= 720 ? span : undefined;
}

function hourOf(groups: ClockGroups, name: '1' | '2'): number {
  return Number(groups[`h${name}`] ?? groups[`hh${name}`]);
}

function dayMinutes(hour: number, minutes: string | undefined, half: string | undefined): number {
  return ((hour % (half ? 12 : 24)) + (half?.toLowerCase().startsWith('p') ? 12 : 0)) * 60 + Number(minutes);
}
