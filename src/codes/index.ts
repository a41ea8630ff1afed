export type * from './code-tables.ts';
export { type DiagnosisSynonym, diagnosisSynonyms } from './synonyms/diagnosis-synonyms.ts';
export { isCodeShaped, toDotted } from './icd10cm/code-format.ts';
export { namesCode } from './icd10cm/note-targets.ts';
export { importCodes, type ImportRequest } from './import/import-codes.ts';
export type { ImportOptions } from './import/importer.ts';
export { type CodeLibrary, loadCodeTables, type TableOptions } from './library.ts';
export { CODE_KINDS, type CodeKind, isCodeKind } from './release/code-kind.ts';
export type { ReleaseHeader } from './release/release-file.ts';
