import { isEmCode } from '../../../em/em-families.ts';
import type { Rule } from '../../../rule.ts';
import { diagnosesOf } from '../reading/claim-lines.ts';
import { reportAs, tableNotLoaded, type Draft } from '../reading/draft.ts';
import { toEvidenceList } from '../reading/passage.ts';
import { findPerformed } from '../reading/performed.ts';

/** Medical necessity by the published articles: a diagnosis that the line points to must be on the list of the article that names the service. */
export const lcdCoverage: Rule = {
  id: 'lcd-coverage',
  source:
    'Medicare Coverage Database, LCD articles (ICD-10-CM codes that support medical necessity); 42 USC 1395y(a)(1)(A)',
  evaluate(context) {
    const { lcd } = context.tables;
    if (!lcd) return tableNotLoaded(lcdCoverage, 'LCD articles');
    const all = context.chart.claim.diagnoses.map(({ code }) => code);
    const drafts = context.chart.claim.items.flatMap((item): Draft[] => {
      const pointed = diagnosesOf(context, item);
      const named = pointed.length > 0 ? pointed : all;
      const verdicts = named.map((code) => lcd.covers(item.code, code));
      // No article names the service, or one of the diagnoses is on its list.
      if (isEmCode(item.code) || verdicts.length === 0 || verdicts.some((verdict) => verdict !== false)) return [];
      const covering = all.filter((code) => lcd.covers(item.code, code) === true);
      return [
        {
          kind: covering.length > 0 ? 'diagnosis-pointer' : 'unsupported-service',
          direction: covering.length > 0 ? 'neutral' : 'over',
          billed: [item.code],
          suggested: covering.slice(0, 1),
          evidence: toEvidenceList([findPerformed(context.documents, item.code)]),
          confidence: lcd.release.stale ? 0.5 : 0.7,
          rationale:
            covering.length > 0
              ? `The article on ${item.code} does not cover ${named.join(', ')}; ${covering[0]} on the same claim is covered.`
              : `The article on ${item.code} covers none of the diagnoses of the line (${named.join(', ')}).`,
          tableRelease: lcd.release.label,
        },
      ];
    });
    return reportAs(lcdCoverage, drafts);
  },
};
