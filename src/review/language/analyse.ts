import type { Icd10cmTable } from '#codes/index.ts';
import type { DeidentifiedDocument } from '#deidentify/index.ts';
import type { AnalysedDocument } from './analysed-document.ts';
import { synonyms } from './synonyms.ts';
import { findMentions } from './mentions.ts';
import { findSections } from './sections.ts';
import { findSentences } from './sentences.ts';
import { titleIndexOf, type Synonym } from './title-index.ts';

/** Reads a document once: sections, sentences, and the diagnoses that the table of the day knows by name. */
export function analyseDocument(
  document: DeidentifiedDocument,
  table: Icd10cmTable,
  names: readonly Synonym[] = synonyms,
): AnalysedDocument {
  const sections = findSections(document.text);
  const sentences = findSentences(document.text, sections);
  const index = titleIndexOf(table, names);
  const mentions = sentences.flatMap((sentence) => findMentions(document.text, sentence, index));
  return { document, sections, sentences, mentions };
}
