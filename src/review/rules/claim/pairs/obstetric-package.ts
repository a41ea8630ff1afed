import type { Rule, RuleContext } from '../../../rule.ts';
import { reportAs, type Draft } from '../reading/draft.ts';
import { findPassages, sentenceOf, toEvidenceList, type Passage } from '../reading/passage.ts';

/** Global code, delivery alone, delivery with the care after it. */
const PACKAGES: readonly (readonly [global: string, delivery: string, withPostpartum: string])[] = [
  ['59400', '59409', '59410'],
  ['59510', '59514', '59515'],
  ['59610', '59612', '59614'],
  ['59618', '59620', '59622'],
];
const BEFORE = String.raw`(?:(?:all |her |entire |full )*(?:prenatal|antenatal|antepartum|ante-?natal) (?:care|visits?|course))`;
const AFTER = String.raw`(?:(?:all |her |the )*post-?(?:partum|natal) (?:care|visits?|follow[- ]?up|rounding|check))`;
/** A name alone may be of the practice itself; these words are not of it. */
const OTHERS = String.raw`(?:another|other|outside|different|county|community|midwi\w+|birth(?:ing)? center|health department|referring|transferring|former|previous)`;
const ELSEWHERE = String.raw`(?:elsewhere|(?:by|with|from|at|in) (?!(?:me|us|myself|our|this|my)\b)(?:[\w'.-]+ ){0,4}?${OTHERS}\b)`;
const PRENATAL_ELSEWHERE = new RegExp(
  [
    String.raw`\b${BEFORE}\b[^.;\n]{0,30}?\b${ELSEWHERE}`,
    String.raw`\b(?:no|without|unregistered,? no) (?:prenatal|antenatal|antepartum) (?:care|visits?)\b`,
    String.raw`\b(?:unassigned|unregistered|walk-?in|drop-?in) (?:patient|OB|labor\w*|gravida)\b`,
  ].join('|'),
  'gi',
);
const POSTPARTUM_ELSEWHERE = new RegExp(String.raw`\b${AFTER}\b[^.;\n]{0,40}?\b${ELSEWHERE}`, 'gi');
const POSTPARTUM_HERE = new RegExp(
  String.raw`\b${AFTER}\b[^.;\n]{0,40}?\b(?:by|with|at|in) (?:me|us|our|my|this|(?:the )?(?:office|clinic))\b|\b(?:I|we) will (?:see|follow) (?:her )?(?:post-?partum|in (?:2|4|6|two|four|six) w)`,
  'gi',
);

/** The one code for a whole pregnancy, where the note says that another practice gave the care before the birth. */
export const obstetricPackage: Rule = {
  id: 'obstetric-package',
  source: 'CPT Maternity Care and Delivery guidelines (antepartum, delivery and postpartum care reported apart)',
  evaluate(context) {
    return reportAs(
      obstetricPackage,
      PACKAGES.flatMap(([global, delivery, withPostpartum]): Draft[] => {
        const before = find(context, PRENATAL_ELSEWHERE);
        if (!before || !context.chart.claim.items.some(({ code }) => code === global)) return [];
        const after = find(context, POSTPARTUM_ELSEWHERE);
        const isOurs = !after && find(context, POSTPARTUM_HERE) !== undefined;
        const right = isOurs ? withPostpartum : delivery;
        return [
          {
            kind: 'unsupported-service',
            direction: 'over',
            billed: [global],
            suggested: [right],
            evidence: toEvidenceList(after ? [before, after] : [before]),
            confidence: 0.85,
            rationale: `${global} holds the care before and after the birth, and the note says that others gave the care before it: ${right} is what was done.`,
          },
        ];
      }),
    );
  },
};

function find({ documents }: RuleContext, pattern: RegExp): Passage | undefined {
  const [first] = findPassages(documents, pattern).map(sentenceOf);
  return first;
}
