import type { AmountsView, FindingView } from '#http/contract.ts';
import { kindWords } from './finding-words.ts';

interface AmountsProps {
  readonly amounts: AmountsView;
  readonly findings: readonly FindingView[];
}

/** What the findings come to in allowed amounts: for people of the revenue cycle. In the order of the findings, never by amount. */
export function Amounts({ amounts, findings }: AmountsProps) {
  if (!amounts.loaded) return <p className="amounts">{amounts.reason}</p>;
  const kindOf = new Map(findings.map(({ id, kind, billed, suggested }) => [id, { kind, billed, suggested }]));
  const priced = amounts.findings.filter(({ differenceCents }) => differenceCents !== undefined);
  return (
    <details className="amounts">
      <summary>Allowed amounts: net {toDollars(amounts.netCents)}</summary>
      <table>
        <caption>
          {amounts.tables}
          {amounts.stale ? ' (not in force on the date of service)' : ''}. Fee schedule alone: without payers’ contracts
          and reductions for several procedures. {amounts.findings.length - priced.length} of {amounts.findings.length}{' '}
          findings have no amount.
        </caption>
        <thead>
          <tr>
            <th scope="col">Finding</th>
            <th scope="col">Billed</th>
            <th scope="col">Documented</th>
            <th scope="col">Difference</th>
          </tr>
        </thead>
        <tbody>
          {priced.map(({ findingId, billedCents = 0, suggestedCents = 0, differenceCents = 0, rejected }) => (
            <tr key={findingId} className={rejected ? 'amount-rejected' : undefined}>
              <td>
                {kindWords(kindOf.get(findingId)?.kind ?? '')}
                {rejected ? ' (rejected, not added)' : ''}
              </td>
              <td>{toDollars(billedCents)}</td>
              <td>{toDollars(suggestedCents)}</td>
              <td>{toDollars(differenceCents)}</td>
            </tr>
          ))}
        </tbody>
        <tfoot>
          <Sum title="Billed above the record" cents={amounts.overCents} />
          <Sum title="Billed below the record" cents={amounts.underCents} />
          <Sum title="Net" cents={amounts.netCents} />
        </tfoot>
      </table>
    </details>
  );
}

function Sum({ title, cents }: { readonly title: string; readonly cents: number }) {
  return (
    <tr>
      <th scope="row" colSpan={3}>
        {title}
      </th>
      <td>{toDollars(cents)}</td>
    </tr>
  );
}

const DOLLARS = new Intl.NumberFormat('en-US', { style: 'currency', currency: 'USD' });

function toDollars(cents: number): string {
  return DOLLARS.format(cents / 100);
}
