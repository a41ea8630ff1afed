import type { Finding } from '../../finding.ts';
import type { Rule, RuleContext } from '../../rule.ts';
import { findingOf } from './finding-of.ts';
import { personalHistoryOf } from './reading/history-codes.ts';
import { isJudgedByName } from './reading/judged.ts';
import { namesCode } from './reading/code-relation.ts';
import { isConclusion, mentionsIn, type RecordMention } from './reading/record.ts';
import { statementOf } from './reading/statement.ts';
import { supportOf } from './reading/support.ts';

/** Chronic conditions: "history of" them means that the patient has them. */
const LASTING =
  /^(?:B20|D57|E0[0-5]|E0[89]|E1[0-3]|E66|E78|F[0-9]|G[1-4]|H(?!10|6[05-8])[0-9]|I1[0-3]|I2[05]|I34|I35|I4[2-9]|I50|I7|J4|K21|K5[0-68]|K57\.[1-9]0|K7|L20|L40|M0|M1|M3|M4|M5|M79|M81|N18|N40|N80|Q)/;
const OVER =
  /no (?:active|further|current|ongoing) (?:disease|treatment|therapy|symptoms?|labs)|off (?:all )?(?:meds|medications?|therapy|treatment)|NED|no evidence of disease|no longer|\byears? ago\b|\bsince (?:19|20)\d\d\b|\b(?:19|20)\d\d, resolved|completed|inactive|cured|\bas an? (?:young )?(?:child|teen\w*|kid|infant|toddler|adolescent)\b|\b(?:in|during|since) (?:early )?(?:childhood|infancy|adolescence)\b[^.;\n]{0,40}\b(?:outgr\w+|resolved|none since|no \w+ since)|outgrew|outgrown|\b(?:is|are|has|have) (?:now |since |completely |all )?gone\b(?! (?:up|down|to|on|through|for))|removed from (?:the |his |her )?(?:problem |diagnosis )?list|\bno \w+(?:,? (?:or )?\w+){0,4} since\b|\bremote\b|no further/i;

/** A condition that is over and no longer treated is personal history (Z85-Z87) or not coded, never current. */
export const historyDiagnosis: Rule = {
  id: 'history-diagnosis',
  source: 'ICD-10-CM Official Guidelines, Sections IV.I, I.C.2.m and I.C.21.c.4 (history of)',
  evaluate(context) {
    return { findings: context.chart.claim.diagnoses.flatMap(({ code }) => judge(context, code)) };
  },
};

function judge(context: RuleContext, code: string): Finding[] {
  if (!isJudgedByName(code) || /^(?:I69|G81|G82|G83)|S$/.test(code)) return [];
  const support = supportOf(context, code);
  if (support.type !== 'historical' && support.type !== 'resolved') return [];
  const past = mentionsIn(context).filter(
    ({ assertion, codes }) => (assertion === 'historical' || assertion === 'resolved') && namesCode(codes, code) > 0,
  );
  const mention = [...support.mentions, ...past].find((one) => isOver(context, one, code));
  if (mention === undefined) return [];
  const history = personalHistoryOf(code);
  const isNew = history !== undefined && !context.chart.claim.diagnoses.some((one) => one.code === history);
  return [
    findingOf(historyDiagnosis, context, {
      kind: 'unsupported-diagnosis',
      direction: 'over',
      billed: [code],
      suggested: isNew ? [history] : [],
      evidence: [statementOf(mention)],
      confidence: support.type === 'historical' ? 0.82 : 0.75,
      rationale: `The record describes the condition of ${code} as past, without current disease or treatment.`,
    }),
  ];
}

/** A lasting condition or one resolved in the course of this encounter is over only when the note says so plainly. */
function isOver({ chart }: RuleContext, mention: RecordMention, code: string): boolean {
  const { document, sentence } = mention;
  const text = document.document.text.slice(sentence.start, sentence.end);
  if (OVER.test(text)) return true;
  if (LASTING.test(code)) return false;
  const isVisit = chart.setting === 'office' || chart.setting === 'telehealth';
  return mention.assertion === 'historical' || (isVisit && isConclusion(mention));
}
