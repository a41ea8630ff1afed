import type { Rule, RuleContext } from '../../../rule.ts';
import { otherVariant, reportAs } from '../reading/draft.ts';
import { toEvidenceList, type Passage } from '../reading/passage.ts';
import { listServiceMentions } from '../reading/performed.ts';

/** Joints by the size that CPT gives them, with the codes without and with ultrasound guidance, smallest first. */
const JOINTS: readonly { readonly codes: readonly [string, string]; readonly named: RegExp }[] = [
  {
    codes: ['20600', '20604'],
    named:
      /\b(?:finger|thumb|CMC|MCP|PIP|DIP|IP joint|carpometacarpal|metacarpophalangeal|interphalangeal|toe|MTP|metatarsophalangeal|hallux)\b/i,
  },
  {
    codes: ['20605', '20606'],
    named:
      /\b(?:TMJ|temporomandibular|acromioclavicular|AC joint|wrist|radiocarpal|elbow|olecranon|ankle|tibiotalar|subtalar)\b/i,
  },
  {
    codes: ['20610', '20611'],
    named:
      /\b(?:shoulder|glenohumeral|subacromial|subdeltoid|hip|trochanteric|knee|patellofemoral|pes anserine|prepatellar)\b/i,
  },
];

/** The injection of a joint against the size of the joint that was injected. */
export const injectedJoint: Rule = {
  id: 'injected-joint',
  source: 'CPT arthrocentesis codes (small, intermediate, major joint or bursa)',
  evaluate(context) {
    const all = JOINTS.flatMap(({ codes }) => codes);
    const [item, ...more] = context.chart.claim.items.filter(({ code }) => all.includes(code));
    if (!item || more.length > 0) return reportAs(injectedJoint, []);
    const read = jointOf(context, item.code);
    const billed = JOINTS.findIndex(({ codes }) => codes.includes(item.code));
    const right = read && JOINTS[read.size]?.codes[JOINTS[billed]?.codes[1] === item.code ? 1 : 0];
    if (!read || !right || read.size === billed) return reportAs(injectedJoint, []);
    const evidence = toEvidenceList([read.passage]);
    const rationale = `The joint that was injected makes ${right}; ${item.code} was billed.`;
    const over = read.size < billed;
    return reportAs(injectedJoint, [otherVariant({ billed: item.code, right, over, evidence, rationale })]);
  },
};

/** The one size of the joints in the sentences on the injection. */
function jointOf(context: RuleContext, code: string): { size: number; passage: Passage } | undefined {
  const done = listServiceMentions(context.documents, code).filter(({ performance }) => performance === 'done');
  const found = done.flatMap(({ sentence }) =>
    JOINTS.flatMap(({ named }, size) => (named.test(sentence.text) ? [{ size, passage: sentence }] : [])),
  );
  const [first] = found;
  return first && found.every(({ size }) => size === first.size) ? first : undefined;
}
