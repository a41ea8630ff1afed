import type { QueryView } from '#http/contract.ts';
import type { Artifacts } from '#pipeline/index.ts';
import { needsWords, type QueryContent } from '#review/index.ts';
import type { ClinicianQuery } from '#review/queries/clinician-query.entity.ts';

/** A query that nobody has sent yet. */
export function toDraftView(query: QueryContent): QueryView {
  return { state: 'draft', ...toContentView(query) };
}

/** A query that was sent, as it was sent, with its answer. */
export async function toSentView(asked: ClinicianQuery, artifacts: Artifacts): Promise<QueryView> {
  const { sealedQuery, sealedAnswer, sentAt, answeredAt } = asked;
  const query = await artifacts.openQuery(asked, sealedQuery);
  const sent = { by: query.by.name, at: sentAt.toISOString() };
  if (sealedAnswer === null || sealedAnswer === undefined) return { state: 'sent', ...toContentView(query), sent };
  const { option, words, by } = await artifacts.openAnswer(asked, sealedAnswer);
  const chosen = option === undefined ? undefined : query.options[option]?.text;
  return {
    state: 'answered',
    ...toContentView(query),
    sent,
    answer: {
      by: by.name,
      at: (answeredAt ?? sentAt).toISOString(),
      ...(chosen === undefined ? {} : { option: chosen }),
      ...(words === undefined ? {} : { words }),
    },
  };
}

function toContentView({ title, type, question, indicators, options }: QueryContent) {
  return {
    title,
    type,
    question,
    indicators: indicators.map((indicator) => ({ ...indicator })),
    options: options.map((option) => ({ text: option.text, needsWords: needsWords(option) })),
  };
}
