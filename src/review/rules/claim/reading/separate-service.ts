import type { RuleContext } from '../../../rule.ts';
import { sidesIn, sitesIn } from './body-sites.ts';
import { findPassages, isBackground, lineAt, sentenceOf, type Passage } from './passage.ts';
import { listServiceMentions } from './performed.ts';

interface SeparateService {
  readonly verdict: 'separate' | 'same' | 'unclear';
  readonly passages: readonly Passage[];
}

const THING =
  '(?:sites?|lesions?|polyps?|areas?|locations?|incisions?|wounds?|ulcers?|joints?|knees?|shoulders?|compartments?|segments?|sessions?|encounters?|nodules?|moles?|nev(?:us|i)|spots?|regions?|legs?|foot|feet|arms?|hands?|toes?|fingers?|lacerations?|colon)';
const SEPARATE = new RegExp(
  String.raw`(?<!\b(?:no|not|without)\s(?:a\s|any\s)?)\b(?:separate|different|distinct|another|non-?contiguous|second)\b[\s,]+(?:[\w-]+\s+){0,3}?${THING}\b`,
  'gi',
);
/** The record sets the one apart from the other: `none of these is the biopsied lesion`, `not the lesion that was frozen`. */
const SET_APART =
  /\b(?:none|neither|no one) of (?:these|those|them|the (?:treated|frozen|biopsied|other)[^.;\n]{0,30})\b[^.;\n]{0,40}\b(?:is|was|were|includ\w+|overlap\w*|the (?:same|biops\w+|excis\w+|treated|frozen|destroyed))\b|\b(?:is|was|are|were)(?: not|n't) (?:one of )?(?:the |any of the |that |those |among )(?:[\w-]+ ){0,3}?(?:biopsied|treated|frozen|excised|destroyed|injected|removed|above|others?)\b|\b(?:apart|away|remote|distant|separate|distinct|different|independent) from (?:the |that |those |any )(?:[\w-]+ ){0,4}?(?:site|lesion|wound|polyp|area|biops\w+|excision|keratos[ei]s|AKs?|incision|injection|procedure|one|others?|above)\b|\bother than (?:the |that |those )(?:[\w-]+ ){0,2}?(?:biopsied|treated|frozen|excised|destroyed|injected|removed)\b|\bcm (?:away )?from (?:the |that )(?:[\w-]+ ){0,3}?(?:site|lesion|biops\w+|excision|AKs?)\b/gi;
const SAME = new RegExp(
  String.raw`\b(?:(?:the )?same)\s+(?:[\w-]+\s+){0,2}?${THING}\b|\bonly (?:one|1|a single) ${THING}\b|\b(?:one|1|(?:a )?single) ${THING} only\b|\b${THING} \((?:one|1|single) only\)|\b(?:one|single) ${THING}, (?:one|single) session\b|\b(?:no|not a|without a)\s+(?:separate|other|second|different)\s+(?:[\w-]+\s+){0,2}?${THING}\b`,
  'gi',
);

/**
 * Whether the record shows the second service of a pair at another site or session than the first (NCCI Policy Manual, chapter I, E: what
 * modifier 59 and XE, XS, XP, XU say). Its own words go first, then the sites and sides that each service is named with.
 */
export function findSeparateService(context: RuleContext, first: string, second: string): SeparateService {
  const current = (pattern: RegExp) =>
    findPassages(context.documents, pattern).filter((passage) => !isBackground(passage));
  const setApart = current(SET_APART);
  const separate = [...setApart, ...current(SEPARATE)];
  const same = current(SAME);
  if (same.length > 0 && separate.length === 0) return { verdict: 'same', passages: same.map(sentenceOf) };
  const apart = compareSites(context, first, second);
  if (separate.length > 0 && same.length === 0 && (setApart.length > 0 || apart.verdict !== 'same'))
    return { verdict: 'separate', passages: separate.map(sentenceOf).slice(0, 2) };
  return same.length > 0 ? { verdict: 'unclear', passages: [] } : apart;
}

function compareSites(context: RuleContext, first: string, second: string): SeparateService {
  const both = sharedSentences(context, first, second);
  const a = placesOf(context, first, both);
  const b = placesOf(context, second, both);
  const shared = [...b.sites].some((site) => a.sites.has(site));
  const passages = [...a.passages.slice(0, 1), ...b.passages.slice(0, 1)];
  if (a.sites.size === 0 || b.sites.size === 0) return { verdict: 'unclear', passages };
  if (!shared) return { verdict: 'separate', passages };
  const oneEach = a.sites.size === 1 && b.sites.size === 1;
  return { verdict: oneEach && sameSides(a.sides, b.sides) ? 'same' : 'unclear', passages };
}

function sameSides(a: ReadonlySet<string>, b: ReadonlySet<string>): boolean {
  return a.size === b.size && [...a].every((side) => b.has(side));
}

/** Sentences that name both services: their sites are told apart only where each has another sentence to itself. */
function sharedSentences(context: RuleContext, first: string, second: string): ReadonlySet<string> {
  const [a, b] = [first, second].map(
    (code) => new Set(doneMentions(context, code).map(({ sentence }) => keyOf(sentence))),
  );
  const shared = [...(a ?? [])].filter((key) => b?.has(key));
  const hasOwn = [a, b].some((keys) => keys !== undefined && keys.size > shared.length);
  return new Set(hasOwn ? shared : []);
}

const keyOf = ({ document, start }: Passage): string => `${document.document.id}:${start}`;

function doneMentions(context: RuleContext, code: string): ReturnType<typeof listServiceMentions> {
  return listServiceMentions(context.documents, code).filter((mention) => mention.performance === 'done');
}

function placesOf(
  context: RuleContext,
  code: string,
  both: ReadonlySet<string>,
): { sites: Set<string>; sides: Set<string>; passages: Passage[] } {
  const done = doneMentions(context, code).filter(({ sentence }) => !both.has(keyOf(sentence)));
  const passages = done.map((mention) => {
    const line = lineAt(mention.passage.document, mention.passage.start);
    return sitesIn(mention.sentence.text).size > 0 || line.text.length > 300 ? mention.sentence : line;
  });
  const text = passages.map((passage) => passage.text).join('\n');
  return { sites: sitesIn(text), sides: sidesIn(text), passages: done.map((mention) => mention.sentence) };
}
