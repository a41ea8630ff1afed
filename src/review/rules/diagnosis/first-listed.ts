import { evidenceAt, findPhrases, type AnalysedDocument } from '../../language/index.ts';
import type { Evidence, Finding } from '../../finding.ts';
import type { Rule, RuleContext } from '../../rule.ts';
import { findingOf } from './finding-of.ts';
import { billedInOrder, isInpatientFacility } from './reading/claim.ts';
import { findBetterCode } from './reading/documented-code.ts';
import { namingEvidence } from './reading/naming-evidence.ts';

/** A code that goes first, before what, and the words by which the record says that the encounter was for it. */
interface FirstListed {
  readonly first: RegExp;
  readonly before: RegExp;
  /** Undefined where the guideline asks for no more than the two codes. */
  readonly said?: RegExp;
  readonly onlyOfHospital?: true;
  readonly because: string;
}

const TABLE: readonly FirstListed[] = [
  {
    first: /^Z51\.(?:0|1[12])$/,
    before: /^(?:C|D0|D3[7-9]|D4[0-9])/,
    said: /\b(?:solely|only|elective(?:ly)?|scheduled|planned|here|admi(?:tted|ssion)|presents?|returns?|comes?|reason)\b[^.\n]{0,60}\b(?:chemo\w*|immunotherapy|infusion|radiation|radiotherapy|consolidation|cycle \d+|fraction \d+)/gi,
    because: 'an encounter solely for chemotherapy, immunotherapy or radiation lists that first (I.C.2.e.2)',
  },
  {
    first: /^Z12\.1[12]$/,
    before: /^(?:D12|D37\.4|K57|K62\.1|K63\.5|K64|C18|C2[01])/,
    said: /\b(?:screening (?:colonoscopy|exam\w*|for (?:colon|colorectal)\b)|(?:colon|colorectal)(?: cancer)? screening|indication[^.\n]{0,30}\bscreening)/gi,
    because: 'a screening that finds something stays a screening and is listed first (I.C.21.c.5)',
  },
  {
    first: /^T(?:3[6-9]|4\d|50)\.\w{2}[1-4]A$|^T(?:5[1-9]|6[0-5])\.\w{2}[1-4]A$/,
    before: /^(?:J96|R40|R41\.82|R56|R57|I46|G92|G93\.4|J69|J80|N17|K72|K71|I95|R00|R07|E16|E87|R11|R06|R09)/,
    because: 'the poisoning is sequenced first, its manifestations follow (I.C.19.e.5.b)',
  },
  {
    first: /^Z38\./,
    before: /^(?:P|Q|R|L|H|K)/,
    onlyOfHospital: true,
    because: 'the record of a birth has Z38 as its principal diagnosis (I.C.16.a.2)',
  },
  {
    first: /^Z01\.81/,
    before: /^[A-QS-T]/,
    said: /\b(?:pre-?op(?:erative)?|pre-?surgical|pre-?procedur\w+) (?:\w+ ){0,3}(?:evaluation|clearance|assessment|visit|exam\w*|consult\w*|risk)|\b(?:clearance|risk (?:assessment|stratification)) (?:for|before|prior to) (?:\w+ ){0,3}(?:surgery|operation|procedure|replacement|repair)/gi,
    because: 'a preoperative evaluation lists Z01.81- first, then the reason for the surgery (IV.M)',
  },
];

/** What the encounter was for is listed first, where a guideline gives the code. */
export const firstListed: Rule = {
  id: 'first-listed',
  source: 'ICD-10-CM Official Guidelines, Sections I.C.2.e.2, I.C.16.a.2, I.C.19.e.5.b, I.C.21.c.5 and IV.M',
  evaluate(context) {
    return { findings: TABLE.flatMap((entry) => judge(context, entry)) };
  },
};

function judge(context: RuleContext, { first, before, said, onlyOfHospital, because }: FirstListed): Finding[] {
  if (onlyOfHospital === true && !isInpatientFacility(context)) return [];
  const [now, ...behind] = billedInOrder(context);
  const wanted = behind.find((code) => first.test(code));
  if (now === undefined || wanted === undefined || !before.test(now)) return [];
  const evidence = said === undefined ? namingEvidence(context, [wanted, now]) : statedIn(context, said);
  if (evidence.length === 0) return [];
  return [
    findingOf(firstListed, context, {
      kind: 'sequencing',
      direction: 'neutral',
      billed: [now, wanted],
      suggested: [wanted, findBetterCode(context, now)?.code ?? now],
      evidence,
      confidence: 0.88,
      rationale: `${wanted} goes before ${now}: ${because}.`,
    }),
  ];
}

function statedIn({ documents }: RuleContext, said: RegExp): readonly Evidence[] {
  return documents.flatMap((document: AnalysedDocument) => {
    const match = findPhrases(document, said).find(({ assertion }) => assertion === 'asserted');
    return match === undefined ? [] : [evidenceAt(document, match)];
  });
}
