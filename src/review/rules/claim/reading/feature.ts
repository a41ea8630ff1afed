import type { AnalysedDocument } from '../../../language/analysed-document.ts';
import { findPassages, isBackground, sectionAt, sentenceOf, type Passage } from './passage.ts';

/** Whether the notes show a particular of a procedure: done, said not to be done, or not named. */
interface Feature {
  readonly verdict: 'present' | 'denied' | 'absent';
  readonly passages: readonly Passage[];
}

const DENIED_BEFORE =
  /\b(?:no|not|without|w\/o|nor|neither|never|declin\w+|defer\w+|rather than|instead of|did not (?:need|require|perform|do|use|take)|(?:was|were|is) not)\s+(?:(?:an?|the|any|intra-?op\w*|need for|further|additional|other|associated|evidence of|use of|require\w*|need\w*|perform\w*|obtain\w*|us\w+)\s+){0,3}(?:[\w-]+\s+){0,2}$/i;
const DENIED_AFTER =
  /^[^.;\n]{0,40}?\b(?:not|never|wasn't|weren't)\b\s*(?:be(?:en)?\s+)?(?:done|performed|obtained|needed|necessary|required|indicated|taken|used|attempted|present|seen|shot|placed|resected|injected|entered|removed)\b|^[^.;,\n]{0,30}\b(?:deferred|declined|omitted|unnecessary|intact|normal|unremarkable)\b|^\s*[:=-]\s*(?:no|none|not done|n\/a)\s*(?:$|[.;,])/i;
const ANOTHER_TIME =
  /\b(?:will|schedul\w+|plan(?:ned)? (?:to|for)|consider\w*|next (?:visit|time)|if (?:it|this|no|not|symptoms)|previous(?:ly)?|prior|last (?:year|month|visit|time)|in (?:19|20)\d\d|history of|h\/o|s\/p|risks?|consent\w*|discussed|possible|options?|recommend\w*)\b/i;

/** Reads one particular from the current text: one plain statement of it outweighs what denies it elsewhere. */
export function findFeature(documents: readonly AnalysedDocument[], pattern: RegExp): Feature {
  const named = findPassages(documents, pattern).filter((passage) => !isBackground(passage) && !isStory(passage));
  const denied = named.filter(isDenied);
  const present = named.filter((passage) => !denied.includes(passage) && !ANOTHER_TIME.test(sentenceOf(passage).text));
  if (present.length > 0) return { verdict: 'present', passages: present.map(sentenceOf) };
  if (denied.length > 0) return { verdict: 'denied', passages: denied.map(sentenceOf) };
  return { verdict: 'absent', passages: [] };
}

function isStory({ document, start }: Passage): boolean {
  const kind = sectionAt(document, start)?.kind;
  return kind === 'history-of-present-illness' || kind === 'plan' || kind === 'chief-complaint';
}

function isDenied(passage: Passage): boolean {
  const sentence = sentenceOf(passage);
  // A denial ends with its line where the next begins with a label: `no gangrene⏎Operation …`.
  const before =
    sentence.text
      .slice(0, passage.start - sentence.start)
      .split(/\n(?=\s*[A-Z])/)
      .at(-1) ?? '';
  const after = sentence.text.slice(passage.end - sentence.start);
  return DENIED_BEFORE.test(before) || isInDeniedList(before) || DENIED_AFTER.test(after);
}

/** `No hooks, ring, tension ring or dye needed`: one word denies the list. */
function isInDeniedList(before: string): boolean {
  const list =
    /^[^.;:]*?\b(?:no|without|neither)\b((?:(?!\b(?:no|without|but|then|was|were|is|used|placed|with|and)\b)[^.;:]){1,120})$/i.exec(
      before,
    )?.[1];
  return list !== undefined && /,|\bn?or\b/.test(list);
}
