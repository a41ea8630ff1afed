import type { BundleReview } from './review-bundle.ts';

const ARROW = { over: 'overcoded', under: 'undercoded', neutral: 'coding' } as const;

/** A review for a person at a terminal. */
export function describeReview(file: string, { findings, notEvaluated, gaps }: BundleReview): string {
  const head = `${file}: ${findings.length === 0 ? 'no findings' : `${findings.length} finding${findings.length === 1 ? '' : 's'}`}`;
  const body = findings.map(({ kind, direction, billed, suggested, confidence, rationale, evidence, rule }) => {
    const codes = [billed.join(', ') || '(not billed)', suggested.length > 0 ? `-> ${suggested.join(', ')}` : ''].join(
      ' ',
    );
    const quotes = evidence.map(({ document, quote }) => `      "${quote.replaceAll(/\s+/g, ' ')}"  (${document})`);
    return [
      `  ${kind} (${ARROW[direction]}, ${Math.round(confidence * 100)} %)  ${codes.trimEnd()}`,
      `    ${rationale}`,
      ...quotes,
      `    rule ${rule.id}: ${rule.source}`,
    ].join('\n');
  });
  const reasons = [...new Set(notEvaluated.map(({ reason }) => reason))];
  const tail = [
    ...reasons.map((reason) => `  not evaluated: ${reason}`),
    ...gaps.map(({ reference, message }) => `  gap: ${reference}: ${message}`),
  ];
  return [head, ...body, ...tail].join('\n');
}
