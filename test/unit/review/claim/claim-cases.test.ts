import { describe, expect, it } from '@jest/globals';
import { emRules } from '#review/em/index.ts';
import { claimRules } from '#review/rules/claim/index.ts';
import { inShort, reviewSmall } from './claim-context.ts';
import { contextOf, meets, readReviewCases } from './review-case.ts';

const cases = readReviewCases('claim-');

describe.each(cases.map((review) => [review.id, review] as const))('the case %s', (_id, review) => {
  const context = contextOf(review);
  const findings = reviewSmall([...claimRules, ...emRules], context);

  it('gets the findings that a coder would make and no other', () => {
    const unmet = review.expected.filter((expected) => !findings.some((finding) => meets(finding, expected)));
    const unwanted = findings.filter((finding) => !review.expected.some((expected) => meets(finding, expected)));
    expect({ unmet: unmet.map((one) => one.kind), unwanted: unwanted.map(inShort) }).toEqual({
      unmet: [],
      unwanted: [],
    });
  });

  it('has every quote from its notes', () => {
    for (const evidence of findings.flatMap((finding) => finding.evidence)) {
      const text = context.chart.documents.find((document) => document.id === evidence.document)?.text ?? '';
      expect(text.slice(evidence.start, evidence.end)).toBe(evidence.quote);
      expect(evidence.quote).not.toBe('');
    }
  });
});
