import type { AnalysedDocument } from '../../../language/analysed-document.ts';
import { findPassages, isBackground, sentenceOf, type Passage, runningText } from './passage.ts';

export type Channel = 'audio' | 'video' | 'in-person';

const AUDIO =
  /\b(?:audio|(?:tele)?phone)[- ]only\b|\b(?:no|without(?: a)?) video (?:device|capab\w+|access|equipment)\b|\b(?:telephone|phone)(?:[- ]only)? (?:visit|encounter|call|appointment|consult(?:ation)?|follow[- ]?up|session)\b|\b(?:visit|encounter|conducted|performed|done|completed|seen|modality|mode|session)\b[^.\n]{0,30}\b(?:by|via|over(?: the)?|on the|using|=|:)\s*(?:the )?(?:tele)?phone\b|\bby (?:tele)?phone (?:only|today)\b|\b(?:spoke|talked|speaking)\b[^.\n]{0,12}\b(?:patient|pt|mother|father|him|her)\b[^.\n]{0,12}\b(?:by|on|over|via)(?: the)? (?:tele)?phone\b|\bvideo (?:failed|dropped|would not connect|not available|unavailable|could not)\b[^.\n]*\b(?:phone|audio)\b|\b(?:converted|switched|changed) to (?:audio|(?:tele)?phone)\b/gi;
const VIDEO = new RegExp(
  [
    String.raw`\baudio\s*(?:\+|and|&|\/|-)\s*(?:and )?(?:video|visual)`,
    String.raw`\baudio[- ]?visual\b`,
    String.raw`\bvideo (?:visit|encounter|appointment|session|call|conference|platform|link|connection|consult(?:ation)?|telehealth|telemedicine)\b`,
    String.raw`\b(?:via|by|over|using|through|on|secure|encrypted|two-way|live|synchronous|real[- ]time)\b[^.\n]{0,30}\bvideo\b`,
    String.raw`\bvideo(?: and |\/|-|\s?[&+]\s?)audio\b`,
    String.raw`\b(?:two-way|2-way|interactive|synchronous|live|real[- ]time)\s(?:secure )?A\/?V\b|\bA\/V (?:link|visit|platform|connection|session|telehealth|telemedicine)\b`,
    String.raw`\b(?:via|by|on|over|using|through)\s(?:HIPAA[- ]\w+ |secure )?(?:zoom|doxy(?:\.me)?|webex|facetime|(?:microsoft |ms )?teams|vsee)\b`,
    String.raw`\b(?:modality|mode|visit type|encounter type|platform|format|type of visit)\s*[:=]\s*(?:\w+[ -]){0,2}(?:video|A\/V|zoom)\b`,
    String.raw`\btele\w+\s*(?:visit|encounter|session)?\s*[(,:-]+\s*(?:live |secure )?(?:video|A\/V)\b`,
  ].join('|'),
  'gi',
);
const OFFERED =
  /\bvideo (?:was )?(?:offered|declined|refused|not|unavailable|failed|dropped)|\b(?:no|without|declin\w+|offered|unable|lacks?|not|next|return|weeks?|wks?|months?|mo)\b[^.\n]{0,30}\bvideo\b|\b(?:f\/u|follow[- ]?up)\b[^.\n]{0,20}\b(?:by|via|in|on)\b[^.\n]{0,12}\bvideo\b/i;
const PLAN = /\bplan\b[^.\n]{0,60}\b(?:wants|bills|takes)\b/i;

/** How a remote visit was held, where the note says one thing. */
export function findChannel(
  documents: readonly AnalysedDocument[],
): { channel: Channel; passage: Passage } | undefined {
  const current = (pattern: RegExp) =>
    findPassages(documents, pattern).filter(
      (passage) => !isBackground(passage) && !PLAN.test(sentenceOf(passage).text),
    );
  const audio = current(AUDIO);
  const video = current(VIDEO).filter((passage) => !OFFERED.test(around(passage)));
  const [firstAudio] = audio;
  const [firstVideo] = video;
  if (firstAudio && video.length === 0) return { channel: 'audio', passage: firstAudio };
  if (firstVideo && audio.length === 0) return { channel: 'video', passage: firstVideo };
  const converted = audio.find((passage) =>
    /\b(?:converted|switched|changed|failed|dropped|lost|remainder|rest of)\b/i.test(sentenceOf(passage).text),
  );
  return converted ? { channel: 'audio', passage: converted } : undefined;
}

function around(passage: Passage): string {
  const text = runningText(passage.document);
  return text.slice(Math.max(0, passage.start - 30), passage.end + 25);
}
