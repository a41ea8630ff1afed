import { createIcd10cmImporter } from '../icd10cm/icd10cm-importer.ts';
import type { CodeKind } from '../release/code-kind.ts';
import type { ImporterFactory } from './importer.ts';

/** Who reads what. */
export const IMPORTERS: Readonly<Partial<Record<CodeKind, ImporterFactory>>> = {
  icd10cm: createIcd10cmImporter,
};
