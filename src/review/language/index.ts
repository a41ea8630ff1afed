export { analyseDocument } from './analyse.ts';
export type { AnalysedDocument, Assertion, Mention, Section, SectionKind, Sentence } from './analysed-document.ts';
export { assertionOf, findCues, type Span } from './assertion.ts';
export { evidenceAt, findPhrases, type PhraseMatch } from './evidence.ts';
export { synonyms } from './synonyms.ts';
export { findSections } from './sections.ts';
export { findSentences } from './sentences.ts';
export { titleFeatures, type Side, type TitleFeatures } from './title-features.ts';
export { tokenize } from './vocabulary.ts';
