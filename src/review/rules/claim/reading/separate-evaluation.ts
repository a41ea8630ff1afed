import type { BilledItem } from '#deidentify/index.ts';
import { isDrugWord } from '../../../em/drug-words.ts';
import type { RuleContext } from '../../../rule.ts';
import { findServiceFamily } from '../services/index.ts';
import { diagnosesOf } from './claim-lines.ts';
import { findPassages, isBackground, sectionAt, sentenceOf, type Passage, runningText } from './passage.ts';

interface SeparateEvaluation {
  readonly verdict: 'separate' | 'none' | 'unclear';
  readonly passages: readonly Passage[];
}

const PROCEDURE_ONLY =
  /\b(?:here|presents?|returns?|seen|comes?)\b[^.\n]{0,15}\b(?:only|solely|just) for (?:the|a|an|his|her|their)\b[^.\n]*|\b(?:here|presents?|returns?|seen|comes?)\b[^.\n]{0,15}\bfor\b[^.\n]{0,50}\bas (?:arranged|scheduled|planned|decided|agreed)\b[^.\n]*|\bno new evaluation\b[^.\n]*|\b(?:here|presents?|returns?|scheduled|seen|in)\b[^.\n]{0,40}\b(?:only )?for (?:(?:a |an |the |his |her |their )?(?:scheduled|planned|previously (?:scheduled|planned|discussed)|pre-?arranged|elective|repeat|next|second|third|\w+ (?:in|of) (?:a|the) series))\b[^.\n]*|\b(?:today|visit|encounter|appointment)\b[^.\n]{0,12}\b(?:is |was )?(?:only )?for (?:the |a |an |his |her )?(?:scheduled|planned|pre-?arranged|next|repeat|\w+ (?:in|of) (?:a|the) series)\b[^.\n]*\bonly\b|\b(?:procedure|injection|nurse|infusion|shot) (?:visit|appointment) only\b|\b(?:here|in|seen) (?:today )?(?:only )?for (?:(?:his|her|their|the) )?(?:allergy shots?|injections?|infusions?|nail care|foot care|botox) only\b|\bno (?:other|new|additional|separate) (?:concerns?|complaints?|problems?|issues?|evaluation|E\/M)\b[^.\n]*\b(?:today|addressed|discussed|performed|this visit)\b|\bno (?:separate|additional) (?:E\/?M|evaluation)\b[^.\n]*|\bdecision (?:for|to)[^.\n]{0,60}\bmade (?:at|on|during) (?:the |a )?(?:last|prior|previous)[^.\n]*/gi;
const MANAGEMENT =
  /\b(?:start(?:ed)?|stop(?:ped)?|increase[ds]?|decrease[ds]?|continue[ds]?|change[ds]?|switch(?:ed)?|add(?:ed)?|refill(?:ed)?|prescri\w+|Rx|d\/c|taper|adjust(?:ed)?|refer(?:red|ral)?|order(?:ed)?|check|recheck|labs?|MRI|CT|x-?ray|titrate|counsel(?:ed)?|PT\b|physical therapy|return precautions|imaging|monitor)\b/i;
const HEADED = /^\s*(?:\d+[.)]|#\s*\d*|[-*•])\s*(.+)$/;

/** Whether the note evaluates something beyond the procedure: a second problem managed, or words that say there is none. */
export function findSeparateEvaluation(
  context: RuleContext,
  visit: BilledItem,
  procedure: BilledItem,
): SeparateEvaluation {
  const only = findPassages(context.documents, PROCEDURE_ONLY).filter((passage) => !isBackground(passage));
  const managed = managedProblems(context, procedure);
  const others = diagnosesOf(context, visit).filter((code) => !diagnosesOf(context, procedure).includes(code));
  if (managed.length > 0) return { verdict: 'separate', passages: managed.slice(0, 1) };
  if (only.length > 0 && others.length === 0) return { verdict: 'none', passages: only.map(sentenceOf).slice(0, 2) };
  return { verdict: 'unclear', passages: [] };
}

/** Lines of assessment and plan that manage something and do not name the procedure. */
function managedProblems(context: RuleContext, procedure: BilledItem): Passage[] {
  const family = findServiceFamily(procedure.code);
  return context.documents.flatMap((document) =>
    [...runningText(document).matchAll(/[^\n]+/g)].flatMap((match) => {
      const kind = sectionAt(document, match.index)?.kind;
      if (kind !== 'assessment' && kind !== 'plan' && kind !== 'assessment-and-plan') return [];
      const [line] = match;
      if (!HEADED.test(line) || family?.mention.test(line) || /\bprocedure\b/i.test(line)) return [];
      if (!line.split(/(?<=[.;])\s+/).some(isManagement)) return [];
      return [{ document, start: match.index, end: match.index + line.length, text: line }];
    }),
  );
}

/** Sentences of the plan that prescribe a drug, whether its lines are numbered or not, and do not name the procedure. */
export function findTreatment({ documents }: RuleContext, procedure: BilledItem): Passage[] {
  const family = findServiceFamily(procedure.code);
  const drugs = findPassages(documents, DOSED).filter(({ document, start }) => {
    const kind = sectionAt(document, start)?.kind;
    return kind === 'plan' || kind === 'assessment-and-plan' || kind === 'assessment';
  });
  return drugs
    .map(sentenceOf)
    .filter(
      ({ text }) =>
        family?.mention.test(text) !== true && !/\b(?:inject\w*|given|lidocaine|an[a]?esthe\w+)\b/i.test(text),
    )
    .slice(0, 1);
}

const DOSED =
  /\b\d+(?:\.\d+)?\s*(?:mg|mcg|%|units?)?\s+(?:PO |by mouth |tabs? |caps? )?(?:q?d(?:aily)?|bid|tid|qid|qhs|q\d+h|once (?:a day|daily)|twice (?:a day|daily)|nightly|weekly)\b|\bRx\b[^.;\n]{3,}/gi;

/** An order, a drug or advice; not the appointment for the next visit. */
function isManagement(sentence: string): boolean {
  if (/\bfollow[- ]?up\b|\bRTC\b/i.test(sentence)) return false;
  return MANAGEMENT.test(sentence) || [...sentence.matchAll(/[A-Za-z-]{4,}/g)].some(([word]) => isDrugWord(word));
}
