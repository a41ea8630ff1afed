import type { AnalysedDocument } from '../../../language/analysed-document.ts';
import { findServiceFamily } from '../services/index.ts';
import { findPassages, isBackground, sectionAt, sentenceOf, type Passage, runningText } from './passage.ts';

const NOT_DONE =
  /\b(?:not|never|wasn't|was not|isn't|no) (?:(?:yet|been|be|to be) )?(?:done|performed|obtained|completed|given|administered|needed|indicated|necessary|required|repeated|attempted|carried out|available|placed|applied|injected|aspirated|treated|biopsied|removed|repaired|excised|debrided|drained|sutured)\b|\b(?:deferred|declin(?:ed|es)|refus(?:ed|es)|postponed|cancell?ed|aborted|held off|omitted|on hold|unable to (?:perform|obtain|complete)|could not be (?:done|performed|obtained)|no need for|will hold off)\b/i;
const FUTURE =
  /\b(?:schedul(?:e|ed|ing) (?:for|a|an|at|next|in)|to be scheduled|will (?:schedule|order|obtain|get|perform|do|plan|need|consider|return|repeat|have)|plan(?:ned)? (?:for|to)|ordered|order (?:placed|sent)|refer(?:red|ral)?|next (?:visit|week|month|time)|in \d+ (?:days?|wks?|weeks?|mos?|months?)|if (?:no|not|symptoms|persist|worse|needed)|consider(?:ed|ing)?|discussed|recommend(?:ed)?|options?|return for|come back|repeat in|due (?:in|for)|would (?:begin|start|need|do))\b/i;
const ELSEWHERE =
  /\b(?:outside|elsewhere|at (?:urgent care|the ER|the ED|another|PCP)|by (?:EMS|PCP|urgent care)|per (?:EMS|PCP|patient|pt)|from (?:PCP|urgent care|outside)|(?<!\b(?:from|since|than|vs\.?|versus|to|with|unlike|as) )last (?:year|month|week|visit)|(?:done|performed) (?:on|in|at) (?!(?:the |our |this )?(?:office|clinic|practice|today|here|bedside|room|OR\b|ED\b))|previously|in (?:19|20)\d\d)\b/i;

/** Stronger than a comparison with last year's in the same sentence. */
const DONE_HERE =
  /\b(?:done|performed|obtained|taken|recorded|given|administered) (?:here|today|now|in (?:the |our )?(?:office|clinic)|by me)\b/i;

/** `Left canal full of wax; patient declined removal`: the refusal stands in the next clause. */
const DECLINED =
  /^[\s;,.-]*(?:but |and )?(?:(?:the )?(?:pt|patient|he|she|they|mother|father|parents?|mom|dad)\b[^.;\n]{0,12}\b)?(?:declin\w+|refus\w+|deferred)\b/i;

/** How a note speaks of a service. */
export type Performance = 'done' | 'not-done' | 'planned' | 'elsewhere' | 'named';

interface ServiceMention {
  readonly passage: Passage;
  readonly sentence: Passage;
  readonly performance: Performance;
}

const DONE =
  /\b(?:performed|done|obtained|completed|taken|sampled|given|administered|applied|placed|injected|removed|excised|closed|repaired|treated|today|in[- ]office|here|tolerated|interpret(?:ed|ation)|showed|shows|result|pass|positive|negative|neg|pos|nl|normal|abnormal|impression)\b/i;

const MENTIONS = new WeakMap<AnalysedDocument, Map<string, readonly ServiceMention[]>>();

/** Every place where the notes name a service of this code, with what they say became of it. */
export function listServiceMentions(documents: readonly AnalysedDocument[], code: string): ServiceMention[] {
  return documents.flatMap((document) => {
    const known = MENTIONS.get(document) ?? new Map<string, readonly ServiceMention[]>();
    MENTIONS.set(document, known);
    const mentions = known.get(code) ?? mentionsIn(document, code);
    known.set(code, mentions);
    return mentions;
  });
}

function mentionsIn(document: AnalysedDocument, code: string): ServiceMention[] {
  const family = findServiceFamily(code);
  if (!family) return [];
  return findPassages([document], family.mention)
    .filter((passage) => !isBackground(passage))
    .map((passage) => {
      const sentence = sentenceOf(passage);
      return { passage, sentence, performance: performanceOf(passage, sentence, family.act) };
    });
}

function performanceOf(passage: Passage, sentence: Passage, act: RegExp | undefined): Performance {
  const { text } = sentence;
  const isDenied = isSaidOf(passage, sentence);
  const isRepeat = /\b(?:repeat|second|another|further|follow[- ]?up)\b/i.test(text);
  if (isDenied || NOT_DONE.test(text) || DECLINED.test(followingWords(sentence)))
    return isRepeat ? 'named' : 'not-done';
  if (act?.test(text)) return FUTURE.test(text) ? 'planned' : 'done';
  if (DONE_HERE.test(text)) return 'done';
  if (ELSEWHERE.test(text)) return 'elsewhere';
  if (DONE.test(text) || sectionAt(passage.document, passage.start)?.kind === 'procedure') return 'done';
  if (isProcedureReport(passage.document) && !FUTURE.test(text)) return 'done';
  return FUTURE.test(text) ? 'planned' : 'named';
}

/** `No closure done`: the denial is of the service itself, not of what else the sentence names. */
function isSaidOf(passage: Passage, sentence: Passage): boolean {
  const before = sentence.text.slice(0, passage.start - sentence.start);
  const after = sentence.text.slice(passage.end - sentence.start);
  return (
    /\b(?:no|without) (?:[\w-]+ )?$/i.test(before) &&
    /^(?: [\w-]+)?,? (?:was |were )?(?:done|performed|placed|attempted|needed|made|given|carried out)\b/i.test(after)
  );
}

function followingWords(sentence: Passage): string {
  return (
    runningText(sentence.document)
      .slice(sentence.end, sentence.end + 60)
      .split('\n')[0] ?? ''
  );
}

/** A report of one procedure is about its being done. */
function isProcedureReport({ document }: AnalysedDocument): boolean {
  return (
    document.loinc === '11504-8' ||
    document.loinc === '28570-0' ||
    /\b(?:operative|procedure|operation)\b/i.test(document.title)
  );
}

/** The sentence that best shows a service done; undefined when the notes do not name it. */
export function findPerformed(documents: readonly AnalysedDocument[], code: string): Passage | undefined {
  const mentions = listServiceMentions(documents, code);
  const order: readonly Performance[] = ['done', 'named', 'elsewhere', 'planned'];
  for (const performance of order) {
    const found = mentions.filter((mention) => mention.performance === performance);
    const inProcedure = found.find(
      (mention) => sectionAt(mention.passage.document, mention.passage.start)?.kind === 'procedure',
    );
    const best = inProcedure ?? found[0];
    if (best) return best.sentence;
  }
  return undefined;
}
