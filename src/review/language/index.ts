export { analyseDocument } from './analyse.ts';
export type { AnalysedDocument, Assertion, Mention, Section, SectionKind, Sentence } from './analysed-document.ts';
export { assertionOf, findCues, type AssertionResult, type SentenceCues, type Span } from './assertion.ts';
export { assertionAt, evidenceAt, findPhrases, sentenceAt, type PhraseMatch } from './evidence.ts';
export { findSections } from './sections.ts';
export { findSentences } from './sentences.ts';
export { titleFeatures, type Side, type TitleFeatures } from './title-features.ts';
export { titleIndexOf, type Synonym, type TitleIndex } from './title-index.ts';
export { stem, tokenize, type Token } from './vocabulary.ts';
