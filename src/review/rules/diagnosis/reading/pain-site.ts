import type { RuleContext } from '../../../rule.ts';
import { isConclusion, mentionsIn, type RecordMention } from './record.ts';

/** The codes of pain by the place that the words give; `#` stands for the side: 1 right, 2 left, 9 not said. */
const SITES: readonly (readonly [RegExp, string])[] = [
  [/\b(?:ankle|foot joint|m(?:eta)?t(?:arso)?p(?:halangeal)?|mtp|midfoot joint)\b/i, 'M25.57#'],
  [/\bshoulder\b/i, 'M25.51#'],
  [/\belbow\b/i, 'M25.52#'],
  [/\bwrist\b/i, 'M25.53#'],
  [/\b(?:hand joint|mcp|pip joint|dip joint|knuckles?)\b/i, 'M25.54#'],
  [/\bhip\b/i, 'M25.55#'],
  [/\bknee\b/i, 'M25.56#'],
  [/\b(?:fingers?|thumb)\b/i, 'M79.64#'],
  [/\bhand\b/i, 'M79.64#'],
  [/\bforearm\b/i, 'M79.63#'],
  [/\b(?:upper )?arm\b/i, 'M79.62#'],
  [/\btoes?\b/i, 'M79.67#'],
  [/\b(?:foot|heel)\b/i, 'M79.67#'],
  [/\b(?:calf|lower leg|shin)\b/i, 'M79.66#'],
  [/\bthigh\b/i, 'M79.65#'],
  [/\bleg\b/i, 'M79.60#'],
];
/** Codes whose last character is not the plain side. */
const IRREGULAR: ReadonlyMap<string, string> = new Map([
  ['M79.601', 'M79.604'],
  ['M79.602', 'M79.605'],
  ['M79.609', 'M79.606'],
]);
const FINGER: ReadonlyMap<string, string> = new Map([
  ['1', '4'],
  ['2', '5'],
  ['9', '6'],
]);

export interface SitedPain {
  readonly code: string;
  readonly title: string;
}

/**
 * The pain that the statement of a suspected disease is about, by its place and side: `pain of the right first MTP
 * joint, probable gout`. Undefined where the pain is not of a limb.
 */
export function sitedPain(context: RuleContext, suspected: readonly RecordMention[]): SitedPain | undefined {
  const sentences = new Set(suspected.map(({ sentence }) => sentence));
  const statements = mentionsIn(context).filter(
    (one) => one.assertion === 'asserted' && isConclusion(one) && sentences.has(one.sentence) && isPain(one),
  );
  for (const { document, sentence, start, end } of statements) {
    const text = document.document.text;
    const clause = text.slice(Math.max(sentence.start, start - 40), Math.min(sentence.end, end + 50)).split(/[,;.]/);
    const part = clause.find((one) => one.includes(text.slice(start, end))) ?? '';
    const code = codeOfPain(part);
    const title = code === undefined ? undefined : context.tables.icd10cm.find(code)?.title;
    if (code !== undefined && title !== undefined) return { code, title };
  }
  return undefined;
}

function isPain({ codes }: RecordMention): boolean {
  return codes.some((code) => /^(?:R52|M25\.5|M79\.6)/.test(code));
}

function codeOfPain(text: string): string | undefined {
  const site = SITES.find(([pattern]) => pattern.test(text));
  if (site === undefined) return undefined;
  const side = sideOf(text);
  const code = site[1].replace('#', side);
  if (/\b(?:toes?|fingers?|thumb)\b/i.test(text) && code.startsWith('M79.6')) {
    return `${code.slice(0, 6)}${FINGER.get(side) ?? '6'}`;
  }
  return IRREGULAR.get(code) ?? code;
}

function sideOf(text: string): '1' | '2' | '9' {
  if (/\b(?:right|rt|R)\b/.test(text) || /\bright\b/i.test(text)) return '1';
  return /\b(?:left|lt|L)\b/.test(text) || /\bleft\b/i.test(text) ? '2' : '9';
}
