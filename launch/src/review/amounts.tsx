import type { AmountsView, FindingView } from '#http/contract.ts';
import { kindWords } from './finding-words.ts';

interface AmountsProps {
  readonly amounts: AmountsView;
  readonly findings: readonly FindingView[];
}

/** What the findings come to, for people of the revenue cycle. In the order of the findings, never by amount. */
export function Amounts({ amounts: { fees, risk }, findings }: AmountsProps) {
  const kindOf = (id: string) => kindWords(findings.find((finding) => finding.id === id)?.kind ?? '');
  return (
    <details className="amounts">
      <summary>Amounts{fees.loaded ? `: net ${toDollars(fees.netCents)}` : ''} (revenue cycle only)</summary>
      {fees.loaded ? <Fees fees={fees} kindOf={kindOf} /> : <p>{fees.reason}</p>}
      {risk.loaded ? <Risk risk={risk} kindOf={kindOf} /> : <p>{risk.reason}</p>}
    </details>
  );
}

interface FeesProps {
  readonly fees: Extract<AmountsView['fees'], { loaded: true }>;
  readonly kindOf: (findingId: string) => string;
}

function Fees({ fees, kindOf }: FeesProps) {
  const priced = fees.findings.filter(({ differenceCents }) => differenceCents !== undefined);
  return (
    <table>
      <caption>
        {fees.tables}
        {fees.stale ? ' (not in force on the date of service)' : ''}. Fee schedule alone: without payers’ contracts and
        reductions for several procedures. {fees.findings.length - priced.length} of {fees.findings.length} findings
        have no amount.
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
              {kindOf(findingId)}
              {rejected ? ' (rejected, not added)' : ''}
            </td>
            <td>{toDollars(billedCents)}</td>
            <td>{toDollars(suggestedCents)}</td>
            <td>{toDollars(differenceCents)}</td>
          </tr>
        ))}
      </tbody>
      <tfoot>
        <Sum title="Billed above the record" cents={fees.overCents} />
        <Sum title="Billed below the record" cents={fees.underCents} />
        <Sum title="Net" cents={fees.netCents} />
      </tfoot>
    </table>
  );
}

interface RiskProps {
  readonly risk: Extract<AmountsView['risk'], { loaded: true }>;
  readonly kindOf: (findingId: string) => string;
}

function Risk({ risk: { tables, findings }, kindOf }: RiskProps) {
  if (findings.length === 0) return <p>No finding changes a risk category of this claim ({tables}).</p>;
  return (
    <>
      <p>Risk categories of this claim ({tables}), for information:</p>
      <ul>
        {findings.map(({ findingId, adds, removes }) => (
          <li key={findingId}>
            {kindOf(findingId)}:{' '}
            {[...adds.map((one) => `adds ${named(one)}`), ...removes.map((one) => `removes ${named(one)}`)].join(', ')}
          </li>
        ))}
      </ul>
    </>
  );
}

function named({ category, label }: { readonly category: string; readonly label?: string | undefined }): string {
  return label === undefined ? category : `${category} (${label})`;
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
