import type { Finding } from '../../finding.ts';
import type { Rule, RuleContext } from '../../rule.ts';
import { findingOf } from './finding-of.ts';
import { episodeOf } from './reading/candidates.ts';
import { documentedEpisode, isActivelyTreated, type DocumentedEpisode } from './reading/episode.ts';

/**
 * The 7th character of an injury says what is being done, not whose first visit it is: A while it is actively treated,
 * D when it heals in the usual way, G, K and P when it does not, S for what it leaves behind.
 */
export const episodeOfCare: Rule = {
  id: 'episode-of-care',
  source: 'ICD-10-CM Official Guidelines, Section I.C.19.a and c (7th characters for injuries and fractures)',
  evaluate(context) {
    const injuries = context.chart.claim.diagnoses
      .map(({ code }) => code)
      .filter((code) => INJURY.test(code) && episodeOf(code).character !== '');
    const episode = injuries.length === 0 ? undefined : documentedEpisode(context);
    if (episode === undefined || isActivelyTreated(context)) return { findings: [] };
    return { findings: injuries.flatMap((code) => judge(context, code, episode)) };
  },
};

/** Injuries heal; the effect of a drug or a poison that stands beside one has an episode of its own. */
const INJURY = /^(?:S|T[0-2]|T3[0-4])/;

function judge(context: RuleContext, code: string, episode: DocumentedEpisode): Finding[] {
  const { base, character } = episodeOf(code);
  const wanted = matchingCharacter(character, episode.character);
  if (wanted === character || context.tables.icd10cm.find(`${base}${wanted}`)?.billable !== true) return [];
  return [
    findingOf(episodeOfCare, context, {
      kind: 'wrong-diagnosis',
      direction: 'neutral',
      billed: [code],
      suggested: [`${base}${wanted}`],
      evidence: [episode.evidence],
      confidence: 0.82,
      rationale: `The 7th character ${character} stands for another episode of care than the record describes; ${wanted} fits it.`,
    }),
  ];
}

/** Open fractures keep their letters: B and C are active treatment, E and F healing of it. */
function matchingCharacter(billed: string, documented: DocumentedEpisode['character']): string {
  if (documented === 'A') return billed;
  if (documented === 'D') {
    if (billed === 'A') return 'D';
    if (billed === 'B') return 'E';
    if (billed === 'C') return 'F';
    return billed;
  }
  return /[A-F]/.test(billed) ? documented : billed;
}
