import { namesCode, type InstructionNote } from '#codes/index.ts';
import type { Finding } from '../../finding.ts';
import type { Rule, RuleContext } from '../../rule.ts';
import { findingOf } from './finding-of.ts';
import { isKin } from './reading/code-relation.ts';
import { mentionsIn } from './reading/record.ts';
import { billedInOrder } from './reading/claim.ts';
import { namingEvidence } from './reading/naming-evidence.ts';

/** A manifestation follows its etiology: "code first" notes, and codes "in diseases classified elsewhere". */
export const manifestationOrder: Rule = {
  id: 'manifestation-order',
  source: 'ICD-10-CM Official Guidelines, Section I.A.13 (etiology/manifestation convention); code first notes',
  evaluate(context) {
    const codes = billedInOrder(context);
    const swaps = codes.flatMap((code, index) => swapOf(context, code, codes.slice(index + 1), codes.slice(0, index)));
    const [first] = codes;
    const isAlone = first !== undefined && swaps.every(({ code }) => code !== first) && isManifestation(context, first);
    return {
      findings: [
        ...chainsOf(swaps).map((chain) => reordered(context, chain)),
        ...(isAlone ? [alone(context, first)] : []),
      ],
    };
  },
};

/** A billed code, and the one behind it that goes first. */
interface Swap {
  readonly code: string;
  readonly etiology: string;
}

function swapOf(context: RuleContext, code: string, behind: readonly string[], before: readonly string[]): Swap[] {
  const notes = context.tables.icd10cm.codeFirst(code).filter(namesCodes);
  const isNamed = (other: string): boolean => notes.some((note) => namesCode(note, other));
  if (before.some(isNamed)) return [];
  const etiology = behind.find(isNamed) ?? (before.length === 0 ? statedCause(context, code, behind) : undefined);
  return etiology === undefined ? [] : [{ code, etiology }];
}

/** What follows what follows what: the anemia of the kidney disease of the hypertension is one order, not two. */
function chainsOf(swaps: readonly Swap[]): readonly Swap[][] {
  const chains: Swap[][] = [];
  for (const swap of swaps) {
    const chain = chains.find((one) =>
      one.some(({ code, etiology }) => etiology === swap.code || code === swap.etiology),
    );
    if (chain === undefined) chains.push([swap]);
    else chain.push(swap);
  }
  return chains;
}

/** A note may ask for "the underlying condition" without naming codes: it is the one that the record calls the cause. */
function statedCause(context: RuleContext, code: string, behind: readonly string[]): string | undefined {
  const notes = context.tables.icd10cm.codeFirst(code).filter((note) => !namesCodes(note));
  if (!notes.some(({ text }) => /underlying|cause/i.test(text))) return undefined;
  const asserted = mentionsIn(context).filter(({ assertion, copied }) => assertion === 'asserted' && !copied);
  const manifestations = asserted.filter(({ codes }) => isKin(codes, code));
  return behind.find((other) =>
    manifestations.some((manifestation) =>
      asserted.some(
        (cause) =>
          cause.sentence === manifestation.sentence &&
          cause.start >= manifestation.end &&
          isKin(cause.codes, other) &&
          CAUSED_BY.test(cause.document.document.text.slice(manifestation.end, cause.start)),
      ),
    ),
  );
}

const CAUSED_BY = /\b(?:due to|secondary to|2\/2|caused by|because of|from|in (?:the )?setting of)\b/i;

function reordered(context: RuleContext, chain: readonly Swap[]): Finding {
  const billed = [...new Set(chain.flatMap(({ code, etiology }) => [code, etiology]))];
  const suggested = billed.toReversed();
  return findingOf(manifestationOrder, context, {
    kind: 'sequencing',
    direction: 'neutral',
    billed,
    suggested,
    evidence: namingEvidence(context, suggested),
    confidence: 0.9,
    rationale: chain.map((one) => `A code first note at ${one.code} asks for ${one.etiology} before it.`).join(' '),
  });
}

function alone(context: RuleContext, code: string): Finding {
  return findingOf(manifestationOrder, context, {
    kind: 'sequencing',
    direction: 'neutral',
    billed: [code],
    suggested: [],
    evidence: namingEvidence(context, [code]),
    confidence: 0.8,
    rationale: `${code} is a manifestation code: the code of the underlying disease goes first, and none is on the claim.`,
  });
}

function isManifestation({ tables }: RuleContext, code: string): boolean {
  if (tables.mce !== undefined) return tables.mce.has('manifestation', code);
  return /in (?:other )?diseases classified elsewhere/i.test(tables.icd10cm.find(code)?.title ?? '');
}

function namesCodes(note: InstructionNote): boolean {
  return note.targets.length > 0;
}
