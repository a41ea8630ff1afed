import type { RuleContext } from '../rule.ts';
import {
  findPassages,
  isBackground,
  sectionAt,
  sentenceOf,
  type Passage,
  runningText,
} from '../rules/claim/reading/passage.ts';

export interface PatientStatus {
  readonly isNew: boolean;
  /** Words of the note that say the same; undefined when only the encounter says it. */
  readonly passage: Passage | undefined;
  /** Whether the note says the opposite somewhere. */
  readonly disputed: boolean;
}

const NEW =
  /\b(?:has |have )?(?:not|never) (?:been )?(?:seen|evaluated|treated) (?:here|by (?:us|this|our)|(?:in|at) (?:this|our)(?: \w+)? (?:practice|clinic|office|group|department))[^.\n]*|\bnew (?:to (?:our|this|the|my) (?:practice|clinic|office|group)|(?:patient|pt)(?: (?:visit|evaluation|exam|consult|appointment|H&P|to (?:establish|our|this|us)))?)\b|\bestablish(?:ing)? care\b|\bto establish\b|\bfirst (?:ever )?visit (?:to|with|at|in) (?:our|this|us|the practice|the clinic)\b|\bno (?:prior|previous) (?:visits?|records?) (?:in|at|with|to) (?:this|our|us)\b/gi;
const ESTABLISHED =
  /\bestab(?:lished|\.)?[, ]+(?:pt|patient|here|with (?:us|me|our|this))\b[^.\n]{0,40}|\b(?:pt|patient|[FM]),? estab(?:lished)?\b|\bestablished\b(?=\s*[.,])|\blast (?:seen|visit|well visit|office visit|OV)(?: (?:here|with (?:us|me)|in (?:this|our) (?:clinic|office|practice)))?[^.\n]{0,30}|\bknown to (?:me|us|our practice|the practice)\b[^.\n]{0,30}|\breturning patient\b|\bfollowed (?:here|by us|by me|in (?:our|this) (?:clinic|practice))\b[^.\n]{0,40}|\bseen (?:here|in (?:this|our) (?:office|clinic|practice)|by (?:my partner|our group|another (?:physician|provider|clinician|doctor) (?:in|of) (?:this|our|the same)))[^.\n]{0,60}/gi;
const OF_OTHER =
  /\b(?:PCP|referring|elsewhere|outside|previous (?:doctor|provider|practice|PCP)|old (?:doctor|PCP)|prior (?:doctor|provider|practice|PCP)|new (?:problem|medication|diagnosis))\b/i;

const LONG_AGO =
  /\b(?:more than|over|greater than|>|about|nearly|some)?\s*(?:[4-9]|\d\d|four|five|six|seven|eight|nine|ten|twelve) (?:years?|yrs?) ago\b|\b(?:more than|over|greater than|>)\s*(?:3|three) (?:years?|yrs?)\b/i;

/**
 * New or established: no professional service by the same group and specialty in three years (CPT E/M guidelines). The encounter's
 * own word goes before the note's; without it the note must say one thing only.
 */
export function findPatientStatus(context: RuleContext): PatientStatus | undefined {
  const saysNew = firstOf(context, NEW);
  const saysEstablished = firstOf(context, ESTABLISHED);
  const { newPatient } = context.chart.encounter;
  if (newPatient !== undefined) {
    const own = newPatient ? saysNew : saysEstablished;
    const other = newPatient ? saysEstablished : saysNew;
    return { isNew: newPatient, passage: own, disputed: other !== undefined && own === undefined };
  }
  // Seen before, but longer ago than three years, is new (CPT E/M guidelines).
  if (saysEstablished && LONG_AGO.test(sentenceOf(saysEstablished).text))
    return { isNew: true, passage: sentenceOf(saysEstablished), disputed: false };
  if (saysNew && !saysEstablished) return { isNew: true, passage: saysNew, disputed: false };
  if (saysEstablished && !saysNew) return { isNew: false, passage: saysEstablished, disputed: false };
  return undefined;
}

function firstOf(context: RuleContext, pattern: RegExp): Passage | undefined {
  const found = findPassages(context.documents, pattern).filter((passage) => {
    const around = runningText(passage.document).slice(Math.max(0, passage.start - 30), passage.end);
    return (
      !isBackground(passage) &&
      sectionAt(passage.document, passage.start)?.kind !== 'past-medical-history' &&
      !OF_OTHER.test(around)
    );
  });
  // A sentence that says it proves more than a heading.
  return found.find((passage) => passage.text.length > 25) ?? found[0];
}
