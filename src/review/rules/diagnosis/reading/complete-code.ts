import type { RuleContext } from '../../../rule.ts';
import { rankCodes } from './best-code.ts';
import { isKin } from './code-relation.ts';
import { documentedEpisode } from './episode.ts';
import { isConclusion, knownOf, mentionsIn, type RecordMention } from './record.ts';
import { scopeOf } from './scope.ts';
import { episodeOf } from './candidates.ts';

export interface CompletedCode {
  readonly code: string;
  readonly title: string;
  readonly mention: RecordMention | undefined;
}

/** The billable code below a heading that the record decides; undefined where it leaves the choice open. */
export function completeCode(context: RuleContext, heading: string): CompletedCode | undefined {
  const table = context.tables.icd10cm;
  const stated = mentionsIn(context).filter(
    (one) => one.assertion === 'asserted' && !one.copied && isKin(one.codes, heading),
  );
  const concluded = stated.filter(isConclusion);
  const mentions = concluded.length > 0 ? concluded : stated;
  const mention = mentions.find(({ codes }) => codes.some((code) => code.startsWith(heading))) ?? mentions[0];
  const only = onlyBaseBelow(context, heading);
  if (only !== undefined) return { ...only, mention };
  if (mention === undefined) return undefined;
  const named = mentions.flatMap(({ codes }) => codes);
  const below = rankCodes(table, heading.slice(0, 3), scopeOf(mentions, knownOf(context)), named).filter(
    ({ candidate }) => candidate.code.startsWith(heading),
  );
  const [best, next] = below;
  if (best === undefined || best.contradicted || best.missing.length > 0) return undefined;
  if (next !== undefined && best.score - next.score < 0.1) return undefined;
  const code = withEpisode(context, best.candidate.code, best.candidate.base);
  const title = code === undefined ? undefined : table.find(code)?.title;
  return code === undefined || title === undefined ? undefined : { code, title, mention };
}

/** Only the 7th character is missing: the heading has one code below it for each episode. */
function onlyBaseBelow(context: RuleContext, heading: string): Omit<CompletedCode, 'mention'> | undefined {
  const table = context.tables.icd10cm;
  const below = table.billableUnder(heading).map(({ code }) => code);
  const [first] = below;
  if (first === undefined || episodeOf(first).character === '') return undefined;
  const { base } = episodeOf(first);
  if (below.some((code) => episodeOf(code).base !== base)) return undefined;
  const code = withEpisode(context, first, base);
  const title = code === undefined ? undefined : table.find(code)?.title;
  return code === undefined || title === undefined ? undefined : { code, title };
}

function withEpisode(context: RuleContext, code: string, base: string): string | undefined {
  if (episodeOf(code).character === '') return code;
  const episode = documentedEpisode(context);
  const character = episode?.character ?? 'A';
  const billable = context.tables.icd10cm.find(`${base}${character}`)?.billable;
  return billable === true ? `${base}${character}` : undefined;
}
