import type { ReviewView } from '#http/contract.ts';

/** What was billed, as a clinician needs it: codes, no amounts. */
export function ClaimTable({ claim }: { readonly claim: ReviewView['claim'] }) {
  if (claim.diagnoses.length === 0 && claim.items.length === 0) return null;
  return (
    <details className="claim">
      <summary>What was billed</summary>
      <table>
        <caption className="visually-hidden">Billed diagnoses</caption>
        <tbody>
          {claim.diagnoses.map(({ sequence, code, title }) => (
            <tr key={sequence}>
              <td>{sequence}</td>
              <td>
                <code>{code}</code>
              </td>
              <td>{title ?? ''}</td>
            </tr>
          ))}
        </tbody>
      </table>
      {claim.items.length > 0 && (
        <table>
          <caption className="visually-hidden">Billed services</caption>
          <thead>
            <tr>
              <th scope="col">Service</th>
              <th scope="col">Units</th>
              <th scope="col">For diagnosis</th>
            </tr>
          </thead>
          <tbody>
            {claim.items.map(({ sequence, code, modifiers, units, diagnosisSequence }) => (
              <tr key={sequence}>
                <td>
                  <code>{[code, ...modifiers].join('-')}</code>
                </td>
                <td>{units}</td>
                <td>{diagnosisSequence.join(', ')}</td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
    </details>
  );
}
