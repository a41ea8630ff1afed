import { evidenceAt, findPhrases, type AnalysedDocument, type PhraseMatch } from '../../language/index.ts';
import type { Finding } from '../../finding.ts';
import type { Rule, RuleContext } from '../../rule.ts';
import { findingOf } from './finding-of.ts';

/** How a drug came to do harm, by the character of T36-T50 that says so, and the words that clinicians have for it. */
const INTENTS: readonly { readonly character: string; readonly name: string; readonly said: RegExp }[] = [
  {
    character: '1',
    name: 'an accidental poisoning',
    said: /\b(?:accidental(?:ly)?|unintentional(?:ly)?|inadvertent(?:ly)?) (?:\w+ ){0,3}(?:overdos\w+|ingest\w+|poison\w+|took|taken|swallow\w+|exposure)|\b(?:overdose|ingestion|poisoning)[, (-]+(?:was )?(?:accidental|unintentional|inadvertent)|\b(?:took|taken|given) (?:\w+ ){0,4}(?:by (?:mistake|accident)|in error|twice by|the wrong (?:dose|drug|pills?|tablets?|medication))|\b(?:dosing|medication|dose) error\b/gi,
  },
  {
    character: '2',
    name: 'intentional self-harm',
    said: /\b(?:intentional|suicidal|deliberate) (?:\w+ ){0,3}(?:overdos\w+|ingest\w+|poison\w+|self-?harm)|\b(?:overdose|ingestion)[, (-]+(?:was )?(?:intentional|deliberate|with suicidal intent)|\b(?:overdosed|took|swallowed|ingested)\b[^.\n]{0,60}\b(?:to (?:die|kill (?:him|her|them)sel\w+|end (?:his|her|their) life)|in an? (?:suicide )?attempt)/gi,
  },
  {
    character: '5',
    name: 'an adverse effect of a drug taken correctly',
    said: /\badverse (?:drug )?(?:effect|reaction|event)|\bside[- ]effect|\b(?:taken|given|used|taking)(?: \w+)? (?:exactly )?(?:as (?:prescribed|directed|ordered)|correctly|properly)\b|\bproperly (?:taken|administered)\b|\bcorrect(?:ly)? (?:taken|prescribed|dosed?)\b/gi,
  },
];
const BILLED = /^(T(?:3[6-9]|4\d|50)\.\w{2})([1245])([ADS])$/;
const NOT_OF_TODAY = /family|past|social|allerg|review-of-systems/;

/** Poisoning, self-harm or adverse effect: the character that the claim has is another than the record's. */
export const drugIntent: Rule = {
  id: 'drug-intent',
  source: 'ICD-10-CM Official Guidelines, Section I.C.19.e.5 (adverse effect, poisoning, underdosing)',
  evaluate(context) {
    return { findings: context.chart.claim.diagnoses.flatMap(({ code }) => judge(context, code)) };
  },
};

/** The drug is named, and what it did: only how that came about is another than billed. */
export function isOfOtherIntent(context: RuleContext, code: string): boolean {
  return judge(context, code).length > 0;
}

interface Said {
  readonly document: AnalysedDocument;
  readonly match: PhraseMatch;
}

function judge(context: RuleContext, billed: string): Finding[] {
  const [, stem, character, episode] = BILLED.exec(billed) ?? [];
  if (stem === undefined) return [];
  const stated = INTENTS.flatMap((intent) => {
    const said = firstSaid(context, intent.said);
    return said === undefined ? [] : [{ ...intent, ...said }];
  });
  const [only, ...others] = stated;
  if (only === undefined || others.length > 0 || only.character === character) return [];
  const code = `${stem}${only.character}${episode}`;
  if (context.tables.icd10cm.find(code)?.billable !== true) return [];
  return [
    findingOf(drugIntent, context, {
      kind: 'wrong-diagnosis',
      direction: 'neutral',
      billed: [billed],
      suggested: [code],
      evidence: [evidenceAt(only.document, only.match)],
      confidence: 0.88,
      rationale: `The record calls it ${only.name}, which ${code} says; ${billed} says otherwise.`,
    }),
  ];
}

function firstSaid({ documents }: RuleContext, pattern: RegExp): Said | undefined {
  for (const document of documents) {
    const match = findPhrases(document, pattern).find(
      ({ assertion, sentence }) => assertion === 'asserted' && !NOT_OF_TODAY.test(sentence?.section.kind ?? ''),
    );
    if (match !== undefined) return { document, match };
  }
  return undefined;
}
