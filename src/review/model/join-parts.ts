import type { ProvenAnswer, ProvenVerdict } from './checked-answer.ts';
import type { Drops } from './model-outcome.ts';

/** Reasons that hold although another place of the chart supports the code: they say how it should be coded. */
const DETAIL: readonly string[] = ['other-side', 'other-type', 'other-episode', 'more-specific-in-record'];

/**
 * Joins what was found in the parts of a chart. Of one code: detail that another code holds comes before support, support before
 * denial (a diagnosis excluded in one note and made in another is made), and it is absent only where every part says so.
 */
export function joinAnswers(answers: readonly ProvenAnswer[], drops: Drops): ProvenAnswer {
  const byCode = Map.groupBy(
    answers.flatMap(({ verdicts }) => oncePerCode(verdicts, drops)),
    ({ code }) => code,
  );
  return {
    verdicts: [...byCode.values()].flatMap((verdicts) => decide(verdicts, answers.length)),
    problems: answers.flatMap(({ problems }) => problems),
    data: answers.flatMap(({ data }) => data),
    risk: answers.flatMap(({ risk }) => risk),
    hasVisit: answers.some(({ hasVisit }) => hasVisit),
    missed: answers.flatMap(({ missed }) => missed),
  };
}

/** Two verdicts on one code in one answer: it contradicts itself, and neither counts. */
function oncePerCode(verdicts: readonly ProvenVerdict[], drops: Drops): ProvenVerdict[] {
  return [...Map.groupBy(verdicts, ({ code }) => code).values()].flatMap((same) => {
    const [first] = same;
    if (first === undefined) return [];
    if (same.every(({ verdict, reason }) => verdict === first.verdict && reason === first.reason)) return [first];
    drops.add('answered-twice', same.length);
    return [];
  });
}

function decide(verdicts: readonly ProvenVerdict[], parts: number): ProvenVerdict[] {
  const detail = verdicts.find(({ verdict, reason }) => verdict === 'contradicted' && DETAIL.includes(reason));
  const decided =
    detail ??
    verdicts.find(({ verdict }) => verdict === 'supported') ??
    verdicts.find(({ verdict }) => verdict === 'contradicted');
  if (decided !== undefined) return [decided];
  return verdicts.length === parts ? verdicts.slice(0, 1) : [];
}
