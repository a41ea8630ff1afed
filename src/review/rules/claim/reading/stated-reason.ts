import type { BilledItem } from '#deidentify/index.ts';
import type { RuleContext } from '../../../rule.ts';
import { isKin, namesCode } from '../../diagnosis/reading/code-relation.ts';
import { findServiceFamily } from '../services/index.ts';
import { lineAt, sectionAt, sentenceAt, type Passage } from './passage.ts';
import { listServiceMentions } from './performed.ts';

interface StatedReason {
  /** The diagnosis of the claim that the note gives as the reason for the service. */
  readonly code: string;
  readonly passage: Passage;
}

const CUE =
  /\b(?:because of|due to|on account of|in view of|given|for|to (?:evaluate|assess|check|follow|monitor|treat|look at)|indications?\s*[:=-]|reason\s*[:=-]|dx\s*[:=-]|re\s*:)/gi;
/** Words between `for` and the diagnosis: few, and no other verb. */
const REACH = 45;

/**
 * The one diagnosis of the claim for which the note says that the service was done: `ECG today because of the palpitations`,
 * `Indication: osteoarthritis of the right knee`. Undefined where the words fit none, several, or one that the line points to.
 */
export function findStatedReason(
  context: RuleContext,
  item: BilledItem,
  pointed: readonly string[],
): StatedReason | undefined {
  const codes = context.chart.claim.diagnoses.map((diagnosis) => diagnosis.code);
  const places = reasonsIn(context, item);
  if (places.some(({ named }) => pointed.some((code) => isNamed(named, code)))) return undefined;
  const found = places.flatMap(({ named, passage }) =>
    codes.filter((code) => isNamed(named, code)).map((code) => ({ code, passage })),
  );
  const [first] = found;
  return first && new Set(found.map(({ code }) => code)).size === 1 ? first : undefined;
}

function isNamed(named: readonly string[], code: string): boolean {
  return namesCode(named, code) > 0 || isKin(named, code);
}

interface Place {
  /** Categories and codes that the words after the cue stand for. */
  readonly named: readonly string[];
  readonly passage: Passage;
}

function reasonsIn(context: RuleContext, item: BilledItem): Place[] {
  const sentences = listServiceMentions(context.documents, item.code)
    .filter(({ performance }) => performance === 'done' || performance === 'named')
    .map(({ sentence }) => sentence);
  return [...sentences, ...indications(context, item)].flatMap((sentence) => {
    const named = sentence.document.mentions.filter(
      (mention) =>
        mention.assertion === 'asserted' &&
        mention.start >= sentence.start &&
        mention.end <= sentence.end &&
        isBehindCue(sentence, mention.start) &&
        !isOfAnother(context, item, sentence, mention.start),
    );
    return named.map((mention) => ({ named: mention.codes, passage: sentence }));
  });
}

function isBehindCue(sentence: Passage, start: number): boolean {
  const before = sentence.text.slice(0, start - sentence.start);
  const cue = [...before.matchAll(CUE)].at(-1);
  if (!cue) return isInIndication(sentence, start);
  return before.length - cue.index - cue[0].length <= REACH;
}

/** `Indication:` within a paragraph ends with its sentence: what follows tells of the procedure. */
function isInIndication({ document }: Passage, offset: number): boolean {
  const section = sectionAt(document, offset);
  if (section?.kind !== 'indication') return false;
  const heading = document.document.text.slice(lineAt(document, section.start).start, section.start);
  return heading.trim() === '' || offset < sentenceAt(document, section.bodyStart).end;
}

/** `For freezing of the keratoses and biopsy of a spot`: the words name another service of the claim with its own reason. */
function isOfAnother({ chart }: RuleContext, item: BilledItem, sentence: Passage, start: number): boolean {
  const before = sentence.text.slice(0, start - sentence.start);
  const cue = [...before.matchAll(CUE)].at(-1);
  const behind = cue === undefined ? before : before.slice(cue.index + cue[0].length);
  const own = findServiceFamily(item.code);
  return chart.claim.items.some(({ code }) => {
    const family = findServiceFamily(code);
    return family !== undefined && family !== own && family.mention.test(behind);
  });
}

/** The section of indications belongs to the one procedure of the claim. */
function indications(context: RuleContext, item: BilledItem): Passage[] {
  const procedures = context.chart.claim.items.filter((line) => findServiceFamily(line.code)?.globalDays !== undefined);
  if (procedures.length !== 1 || procedures[0] !== item) return [];
  return context.documents.flatMap((document) =>
    document.sections
      .filter((section) => section.kind === 'indication')
      .map(({ bodyStart, end }) => {
        const body = document.document.text.slice(bodyStart, end);
        const length = body.split('\n', 1)[0]?.length ?? body.length;
        return { document, start: bodyStart, end: bodyStart + length, text: body.slice(0, length) };
      }),
  );
}
