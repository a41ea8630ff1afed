import type { BilledItem } from '#deidentify/index.ts';
import { isEmCode } from '../../em/em-families.ts';
import type { Rule } from '../../rule.ts';
import { hasModifier } from './reading/claim-lines.ts';
import { reportAs, type Draft } from './reading/draft.ts';
import { toEvidenceList } from './reading/passage.ts';
import { findChannel, type Channel } from './reading/telehealth.ts';

/** Modifier 95 says audio and video, 93 audio only; the note says which it was. */
export const telehealthModifier: Rule = {
  id: 'telehealth-modifier',
  source: 'CPT modifiers 93 and 95; 42 CFR 410.78(a)(3)',
  evaluate(context) {
    const held = findChannel(context.documents);
    if (!held) return reportAs(telehealthModifier, []);
    const remote = context.chart.setting === 'telehealth' || context.chart.encounter.classCode === 'VR';
    const drafts = context.chart.claim.items.flatMap((item): Draft[] => {
      const judged = judge(item, held.channel, remote);
      if (!judged) return [];
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

function judge(item: BilledItem, channel: Channel, remote: boolean): { right: string; wrong?: string } | undefined {
  const right = channel === 'audio' ? '93' : '95';
  const wrong = channel === 'audio' ? '95' : '93';
  if (hasModifier(item, wrong)) return { right, wrong };
  const needed = remote && /^(?:99[2-4]|908)/.test(item.code) && (isEmCode(item.code) || item.code.startsWith('908'));
  return needed && !hasModifier(item, right, 'GT', 'FQ', 'GQ') ? { right } : undefined;
}
