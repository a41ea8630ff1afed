import { z } from 'zod';
import { FAULT_KINDS, type ActiveFault, type FaultKind, type FaultRule, type Faults } from '../faults/fault.ts';
import { html, type SafeHtml } from './html.ts';

const KIND_WORDS: Readonly<Record<FaultKind, string>> = {
  unauthorized: '401 Unauthorized',
  forbidden: '403 Forbidden',
  throttled: '429 Too many requests',
  'server-error': '500 Server error',
  unavailable: '503 Unavailable',
  'time-out': 'No answer at all (time-out)',
  'truncated-body': 'Body cut off in the middle',
  slow: 'Slow: waits before the answer',
  drip: 'Slow: the body drips',
  'html-answer': 'A sign-in page in HTML instead of FHIR',
  'expired-paging': 'Expired paging: 410 for next links',
  'write-then-504': 'A write that succeeds but answers 504',
  'connection-reset': 'Connection reset',
  'wrong-content': 'FHIR, but of another kind',
  'bad-id-token-audience': 'id_token for another audience',
  'bad-id-token-issuer': 'id_token of another issuer',
  'bad-id-token-nonce': 'id_token with a wrong nonce',
  'bad-id-token-signature': 'id_token with a wrong signature',
};

const optionalText = z
  .string()
  .trim()
  .transform((text) => (text === '' ? undefined : text));
const optionalCount = z
  .string()
  .trim()
  .regex(/^\d{0,6}$/, 'must be a whole number')
  .transform((text) => (text === '' ? undefined : Number(text)));

/** The panel's form as it is posted. */
const formSchema = z.object({
  kind: z.enum(FAULT_KINDS),
  method: optionalText,
  path: optionalText.refine((path) => path === undefined || /^[/*]/.test(path), 'must begin with / or *'),
  nth: optionalCount,
  count: optionalCount,
  retryAfter: optionalText,
  delayMs: optionalCount,
});

/** The posted form as a rule, or what is wrong with it in words. */
export function parseFaultForm(body: unknown): { rule: FaultRule } | { mistake: string } {
  const parsed = formSchema.safeParse(body);
  if (!parsed.success) {
    const [issue] = parsed.error.issues;
    return { mistake: `${issue?.path.join('.') ?? 'The form'}: ${issue?.message ?? 'cannot be read'}` };
  }
  const given = Object.entries(parsed.data).filter(([, value]) => value !== undefined);
  return { rule: { kind: parsed.data.kind, ...Object.fromEntries(given) } };
}

/** What goes wrong on purpose, and a form to add to it. */
export function renderFaultPanel(faults: Faults, mistake?: string): SafeHtml {
  const active = faults.list();
  return html`<h1>Faults</h1>
    <p>
      Makes this EHR misbehave towards apps, so that they can be tried. The pages for people are not affected. The same
      by HTTP: <code>GET</code>, <code>POST</code>, <code>DELETE /faults</code>.
    </p>
    ${mistake !== undefined && html`<p role="alert"><span class="tag over">Not added</span> ${mistake}</p>`}
    <form class="card" method="post" action="/faults-panel">
      <h2>Add a fault</h2>
      <div class="fields">
        <label
          >What goes wrong<select name="kind">
            ${FAULT_KINDS.map((kind) => html`<option value="${kind}">${KIND_WORDS[kind]}</option>`)}
          </select></label
        >
        <label>Path (empty: all of FHIR and OAuth)<input name="path" placeholder="/fhir/DocumentReference*" /></label>
        <label
          >Method<select name="method">
            <option value="">Any</option>
            ${['GET', 'POST', 'PUT'].map((method) => html`<option>${method}</option>`)}
          </select></label
        >
        <label>From which call on<input name="nth" inputmode="numeric" placeholder="1" /></label>
        <label>How many calls (empty: all)<input name="count" inputmode="numeric" placeholder="all" /></label>
        <label>Retry-After (as sent)<input name="retryAfter" placeholder="2, a date, 999999999, soon" /></label>
        <label>Delay in milliseconds<input name="delayMs" inputmode="numeric" placeholder="1000" /></label>
        <div><button>Add fault</button></div>
      </div>
    </form>
    <section class="card flush">
      <h2>Active</h2>
      ${active.length === 0 ? html`<p class="empty">None: the EHR behaves.</p>` : renderActive(active)}
    </section>`;
}

function renderActive(active: readonly ActiveFault[]): SafeHtml {
  return html`<div class="scroll">
      <table>
        <thead>
          <tr>
            <th scope="col">What</th>
            <th scope="col">Where</th>
            <th scope="col">When</th>
            <th scope="col">Seen, acted</th>
            <th scope="col"><span class="visually-hidden">Remove</span></th>
          </tr>
        </thead>
        <tbody>
          ${active.map(
            (fault) =>
              html`<tr>
                <td>${KIND_WORDS[fault.kind]}</td>
                <td><code>${fault.method ?? 'any'} ${fault.path ?? '/fhir, /oauth'}</code></td>
                <td>${describeWhen(fault)}</td>
                <td>${fault.seen}, ${fault.acted}</td>
                <td>
                  <form method="post" action="/faults-panel/remove">
                    <input type="hidden" name="id" value="${fault.id}" /><button class="quiet small">Remove</button>
                  </form>
                </td>
              </tr>`,
          )}
        </tbody>
      </table>
    </div>
    <form class="pager" method="post" action="/faults-panel/clear"><button class="quiet">Remove all</button></form>`;
}

function describeWhen({ nth = 1, count, retryAfter, delayMs }: ActiveFault): string {
  const calls =
    count === undefined ? `from call ${nth} on` : count === 1 ? `call ${nth}` : `calls ${nth} to ${nth + count - 1}`;
  const more = [retryAfter !== undefined && `Retry-After ${retryAfter}`, delayMs !== undefined && `${delayMs} ms`];
  return [calls, ...more.filter((part) => part !== false)].join(', ');
}
