import type { Sentence } from '../../../language/index.ts';
import type { RuleContext } from '../../../rule.ts';
import { isKin } from './code-relation.ts';
import { mentionsIn, type RecordMention } from './record.ts';

/** What shows that a condition was monitored, evaluated, assessed or treated. */
const CARE: readonly (readonly [string, RegExp])[] = [
  [
    'treated',
    /\b(?:start(?:ed|s)?|begin|began|continu(?:e|ed|es|ing)|increas(?:e|ed)|decreas(?:e|ed)|titrat\w*|adjust\w*|refill\w*|prescri\w+|given|gave|treated|treat|administer\w*|IV|repleted?|replaced?|resum(?:e|ed)|switch(?:ed)?|add(?:ed)?|taper\w*|CPAP|inject\w*|patch|dose|drain(?:ed|age)?|incis\w*|excis\w*|repair\w*|remov\w*|renew\w*|oxygen|O2|diet|exercise|therapy|rehab\w*|PT|elevat\w*|compress\w*|wraps?|wean\w*|transfus\w*|fluids?|hydrat\w*|suppl\w*|cream|ointment|drops?|inhaler|nebs?|antibiotic|insulin|statin|taking|takes|on (?!exam|arrival|admission|imaging)[a-z]\w+|stop(?:ped)?|hold|held|avoid|corrected|controlled|stable|improv\w*|worse\w*|progress\w*|uncontrolled|at goal|mg|mcg|units?|PRBCs?|bid|tid|qhs|daily|prn|antibiotics?|counsel(?:l?ed|ing))\b/i,
  ],
  [
    'monitored',
    /\b(?:recheck|repeat|monitor\w*|follow(?:ing|ed)?|trend\w*|check\w*|re-?evaluat\w*|watch\w*|observ\w*|recur\w*|telemetry|surveil\w*|BMP|CBC|A1c|levels?)\b/i,
  ],
  [
    'evaluated',
    /\b(?:order(?:ed|s)?|refer(?:red|ral)?|consult\w*|imaging|MRI|CT|echo|x-?ray|US|ultrasound|biopsy|work-?up|evaluat\w*|EGD|colonoscopy)\b/i,
  ],
];
/** What a clinician says of a disease who has assessed it. */
const ASSESSED =
  /\b(?:(?:above|below|not (?:yet )?at|off|near|over) (?:the )?(?:goal|target)|(?:poorly|well|sub-?optimally|adequately|fairly) controlled|in (?:partial |full |early |sustained )*remission|asymptomatic|exacerbat\w*|flar\w*|decompensated|compensated|symptomatic)\b/i;
const NOT_ADDRESSED =
  /not addressed|no bearing|per pcp|managed by|followed by|deferred|no (?:treatment|further|change in)|see (?:pcp|specialist)|not active|noted|not treated(?! until)|untreated|needs? no treatment|\bpart of #? ?\d\b/i;

/** The care that the item of a conclusion describes, in one word; undefined where it is only named. */
export function managementOf(mention: RecordMention): string | undefined {
  if (isPassedOver(mention)) return undefined;
  const item = itemOf(mention);
  return CARE.find(([, pattern]) => pattern.test(item))?.[0] ?? (ASSESSED.test(item) ? 'assessed' : undefined);
}

/** It opens a numbered item of the assessment: `2. REM sleep behavior disorder`. */
export function isNumberedProblem({ document, sentence, start }: RecordMention): boolean {
  if (!sentence.section.kind.startsWith('assessment')) return false;
  const text = document.document.text;
  const line = text.slice(text.lastIndexOf('\n', start - 1) + 1, start);
  return /(?:^|[\s:;.])\(?\d{1,2}[.)]?\s+(?:(?:left|right|bilateral|acute|chronic|new|mild|moderate|severe)\s+){0,2}$/i.test(
    line,
  );
}

/** The item says that the problem was left to others or to another day. */
export function isPassedOver(mention: RecordMention): boolean {
  const { document, sentence } = mention;
  const said = document.document.text.slice(sentence.start, sentence.end);
  return (
    NOT_ADDRESSED.test(itemOf(mention)) ||
    /\bincidental\w*\b|\bno (?:f\/u|follow[- ]?up)(?: is)? (?:needed|required)\b/i.test(said)
  );
}

const NUMBERED = /^\s*(?:\(?\d{1,2}[.)]|#|\(?[A-H][.)]\s|(?:Problem|Issue|Diagnosis) \d)/;
const NEXT_ITEM = /\n\s*(?:[-*•#]|\(?\d{1,2}[.)]\s|\n)|\s{2,}\d{1,2}[.)]\s/;
const NEXT_NUMBERED = /\n\s*(?:#|\(?\d{1,2}[.)]\s|\(?[A-H][.)]\s|\n)|\s{2,}\d{1,2}[.)]\s/;

/** The problem that the mention opens: from the beginning of its sentence to the next list item or blank line. */
export function itemOf({ document, sentence, end }: RecordMention): string {
  const text = document.document.text;
  const rest = text.slice(end, sentence.section.end);
  const line = text.slice(text.lastIndexOf('\n', sentence.start - 1) + 1, sentence.start);
  // Bullets below a numbered problem are what is done about it; among bullets each is a problem of its own.
  const next = rest.search(/^\s*[-*•]/.test(line) || !NUMBERED.test(line) ? NEXT_ITEM : NEXT_NUMBERED);
  return text.slice(sentence.start, next === -1 ? sentence.section.end : end + next);
}

/** No label is what became of a drug: `Oral iron failed: constipation`. */
const LABEL =
  /^(?![^:]*\b(?:fail\w*|stop\w*|intoleran\w*|caus\w+|tried|allerg\w*|declin\w*|reactions?|effects?)\b)[A-Z][A-Za-z/ -]{1,24}:\s+/;

/** The mention is what its problem is called: it stands at the beginning of an item, before any remark on it. */
export function headsProblem({ document, sentence, start }: RecordMention): boolean {
  const text = document.document.text;
  if (isBelowProblem(text, sentence)) return false;
  const lead = text.slice(
    Math.max(sentence.section.bodyStart, text.lastIndexOf('\n', sentence.start - 1) + 1),
    sentence.start,
  );
  if (
    !/^\s*(?:[-*•#>]+|\(?\d{1,2}[.)])?\s*$|[;,.]\s*$|\s{2,}$/.test(lead) ||
    (/[a-z]\.\s*$/.test(lead) && !isListOfNames(lead))
  )
    return false;
  const before = text.slice(sentence.start, start).replace(/^\(?[A-Ha-h][.)]\s+/, '');
  // `Blood: acute blood loss anemia`: the label of an organ or a field stands before the problem itself.
  const named = before.replace(LABEL, '');
  if (/[:.;]\s|\s[-–—]\s|,.*,/.test(named)) return false;
  // What another problem came with, or what it came from, is part of that one.
  if (/\w\s+(?:with|w\/|causing|complicated by)\s+(?:[\w-]+\s+)?$/i.test(named)) return false;
  return before.replace(/^[-*•#\d.()\s]+/, '').length <= 30;
}

/** `Gastroenteritis, likely viral. Dehydration. `: short sentences before this one, each a problem of its own. */
function isListOfNames(lead: string): boolean {
  return lead
    .split(/\.\s+/)
    .every(
      (sentence) =>
        sentence.length <= 50 && !/\b(?:is|was|are|has|had|will|he|she|we|patient|pt|today|here)\b/i.test(sentence),
    );
}

/** A bullet under a numbered problem is a remark on it. */
function isBelowProblem(text: string, { start, section }: Sentence): boolean {
  let lineStart = text.lastIndexOf('\n', start - 1) + 1;
  const indent = /^[ \t]*(?=[-*•])/.exec(text.slice(lineStart, start))?.[0].length;
  if (indent === undefined) return false;
  while (lineStart > section.bodyStart) {
    const previous = text.lastIndexOf('\n', lineStart - 2) + 1;
    const line = text.slice(previous, lineStart - 1);
    if (line.trim() === '') return false;
    if (!/^\s*[-*•]/.test(line) && (/^\s*/.exec(line)?.[0].length ?? 0) <= indent) return NUMBERED.test(line);
    lineStart = previous;
  }
  return false;
}

/** Care in another statement about the same disease: the diagnosis stands in one list, its treatment in the course. */
export function careElsewhere(context: RuleContext, mention: RecordMention): string | undefined {
  const [code] = mention.codes;
  if (code === undefined) return undefined;
  const others = mentionsIn(context).filter(
    (other) =>
      other.sentence !== mention.sentence &&
      other.assertion === 'asserted' &&
      !other.copied &&
      isKin(other.codes, code) &&
      (/course|plan|assessment|procedure/.test(other.sentence.section.kind) || isDischargeStory(other)),
  );
  return others.map(managementOf).find((care) => care !== undefined);
}

/** A discharge summary tells the stay, under whatever heading. */
function isDischargeStory({ document, sentence }: RecordMention): boolean {
  return isDischargeSummary(document.document) && /^(?:history-of-present|other)/.test(sentence.section.kind);
}

export function isDischargeSummary({
  title,
  loinc,
}: {
  readonly title: string;
  readonly loinc: string | undefined;
}): boolean {
  return loinc === '18842-5' || /discharge/i.test(title);
}
