import type { ReviewView } from '#http/contract.ts';

/** What could not be checked. Never silently "passed". */
export function NotEvaluated({ notEvaluated, gaps, model }: Pick<ReviewView, 'notEvaluated' | 'gaps' | 'model'>) {
  const lines = [
    ...new Set(notEvaluated.map(({ reason }) => reason)),
    ...gaps.map(({ message }) => message),
    ...(model.note === undefined ? [] : [model.note]),
  ];
  if (lines.length === 0) return null;
  return (
    <details className="not-evaluated">
      <summary>Not evaluated ({lines.length})</summary>
      <ul>
        {lines.map((line) => (
          <li key={line}>{line}</li>
        ))}
      </ul>
    </details>
  );
}
