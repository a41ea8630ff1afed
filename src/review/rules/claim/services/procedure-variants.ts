import { OFFICE_VARIANTS } from './office-variants.ts';
import { OPERATION_VARIANTS } from './operation-variants.ts';
import type { ProcedureVariants } from './procedure-variant.ts';

export type { ProcedureVariants } from './procedure-variant.ts';

/** Every group of codes that differ by how one procedure was done. */
export const PROCEDURE_VARIANTS: readonly ProcedureVariants[] = [...OFFICE_VARIANTS, ...OPERATION_VARIANTS];
