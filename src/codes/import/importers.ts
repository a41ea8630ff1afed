import { createFeeImporter } from '../fees/fee-importer.ts';
import { createHccImporter } from '../hcc/hcc-importer.ts';
import { createHcpcsImporter } from '../hcpcs/hcpcs-file.ts';
import { createIcd10cmImporter } from '../icd10cm/icd10cm-importer.ts';
import { createLcdImporter } from '../lcd/lcd-importer.ts';
import { createMceImporter } from '../mce/mce-importer.ts';
import { createAddOnImporter } from '../ncci/add-on-file.ts';
import { createMueImporter } from '../ncci/mue-file.ts';
import { createPtpImporter } from '../ncci/ptp-file.ts';
import type { CodeKind } from '../release/code-kind.ts';
import type { ImporterFactory } from './importer.ts';

/** Who reads what. */
export const IMPORTERS: Readonly<Record<CodeKind, ImporterFactory>> = {
  icd10cm: createIcd10cmImporter,
  hcpcs: createHcpcsImporter,
  ptp: createPtpImporter,
  mue: createMueImporter,
  aoc: createAddOnImporter,
  rvu: createFeeImporter,
  hcc: createHccImporter,
  mce: createMceImporter,
  lcd: createLcdImporter,
};
