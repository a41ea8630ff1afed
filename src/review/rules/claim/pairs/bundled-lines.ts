import type { RuleContext } from '../../../rule.ts';
import { includedService } from './included-service.ts';
import { ptpEdit } from './ptp-edit.ts';

/** Codes of the claim that are part of another of its codes: that is what is wrong with them, whatever else their line says. */
export function listBundledCodes(context: RuleContext): Set<string> {
  return new Set(
    [ptpEdit, includedService]
      .flatMap((rule) => rule.evaluate(context).findings)
      .flatMap(({ kind, billed }) => (kind === 'code-pair-edit' ? billed.slice(1) : [])),
  );
}
