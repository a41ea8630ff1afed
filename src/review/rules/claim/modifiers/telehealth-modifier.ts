import type { BilledItem } from '#deidentify/index.ts';
import { isEmCode } from '../../../em/em-families.ts';
import type { Rule, RuleContext } from '../../../rule.ts';
import { serviceNotPerformed } from '../performed/service-not-performed.ts';
import { hasModifier, placeOfCare } from '../reading/claim-lines.ts';
import { reportAs, type Draft } from '../reading/draft.ts';
import { toEvidenceList } from '../reading/passage.ts';
import { findChannel, type Channel } from '../reading/telehealth.ts';
import { psychotherapyMinutes } from '../units/psychotherapy-minutes.ts';
import { timedServiceMinutes } from '../units/timed-service-minutes.ts';

/** Modifier 95 says audio and video, 93 audio only; the note says which it was. */
export const telehealthModifier: Rule = {
  id: 'telehealth-modifier',
  source: 'CPT modifiers 93 and 95; 42 CFR 410.78(a)(3)',
  evaluate(context) {
    const held = findChannel(context.documents);
    if (!held) return reportAs(telehealthModifier, []);
    const remote =
      context.chart.setting === 'telehealth' || placeOfCare(context) === 'telehealth' || isHeadedRemote(context);
    const unsupported = listUnsupported(context);
    const drafts = context.chart.claim.items.flatMap((item): Draft[] => {
      const judged = judge(item, held.channel, remote);
      if (!judged || (judged.wrong === undefined && unsupported.has(item.code))) return [];
      return [
        {
          kind: 'modifier',
          direction: 'neutral',
          billed: [item.code],
          suggested: [`${item.code}-${judged.right}`],
          evidence: toEvidenceList([held.passage]),
          confidence: judged.wrong ? 0.92 : 0.75,
          rationale: `The note says that the visit was held by ${held.channel === 'audio' ? 'telephone, without video' : 'audio and video'}: modifier ${judged.right} applies${judged.wrong ? `, not ${judged.wrong}` : ', and the line has none'}.`,
        },
      ];
    });
    return reportAs(telehealthModifier, drafts);
  },
};

/** A line that goes needs no modifier; a wrong one that stands is wrong all the same. */
function listUnsupported(context: RuleContext): ReadonlySet<string> {
  return new Set(
    [serviceNotPerformed, psychotherapyMinutes, timedServiceMinutes]
      .flatMap((rule) => rule.evaluate(context).findings)
      .filter(({ kind }) => kind === 'unsupported-service')
      .flatMap(({ billed }) => billed),
  );
}

function judge(item: BilledItem, channel: Channel, remote: boolean): { right: string; wrong?: string } | undefined {
  const right = channel === 'audio' ? '93' : '95';
  const wrong = channel === 'audio' ? '95' : '93';
  if (hasModifier(item, wrong)) return { right, wrong };
  const needed = remote && (isEmCode(item.code) || BY_TELEHEALTH.test(item.code));
  return needed && !hasModifier(item, right, 'GT', 'FQ', 'GQ') ? { right } : undefined;
}

/** Services beside the visits that are held at a distance with the same modifiers; codes that are remote by themselves take none. */
const BY_TELEHEALTH =
  /^(?:9079[12]|9940[6-9]|96156|9616\d|9615[89]|9949[78]|908[34]\d|9780[234]|99495|99496|G0270|G0438|G0439|G0444|G010[89])$/;
const HEADED = /\b(?:video visit|tele-?(?:health|medicine|psych\w*|visit)|virtual visit|telephone visit)\b/i;
const HEAD = 250;

/** The note calls itself a remote visit at its head, and tells of nobody who came. */
function isHeadedRemote({ documents }: RuleContext): boolean {
  return documents.some(
    ({ document: { text, title } }) =>
      HEADED.test(`${title} ${text.slice(0, HEAD)}`) &&
      !/\b(?:in[- ]person|in (?:the |our )?(?:office|clinic) (?:today|for)|walked in)\b/i.test(text),
  );
}
