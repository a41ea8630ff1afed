import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { importCodes } from '#codes/index.ts';
import { amountsView, launchView, problemView, reviewView } from '#http/index.ts';
import { launchFrom, type Launched } from '#test/support/launched.ts';
import { reviewIn } from '#test/support/reviews.ts';
import { startApp, type RunningApp } from '#test/support/running-app.ts';

/** A visit that was billed above its minutes: 99215 for 99214. */
const ENCOUNTER = 'enc-fm-03';

let app: RunningApp;
let folder: string;
let launch: Launched;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'revrx-amounts-'));
  app = await startApp({ settings: { REVRX_CODES_DIR: folder } });
  launch = await launchFrom(app, ENCOUNTER);
  await reviewIn(app, ENCOUNTER, 'published');
});
afterAll(async () => {
  await app[Symbol.asyncDispose]();
  await rm(folder, { recursive: true, force: true });
});

/** One line of a fee schedule of our own making: 31 columns. */
function feeLine(code: string, work: string): string {
  const cells = Array.from({ length: 31 }, () => '');
  Object.assign(cells, { 0: code, 2: 'x', 3: 'A', 5: work, 6: '1.00', 8: '0.50', 10: '0.10' });
  Object.assign(cells, { 13: '9', 14: 'XXX', 24: '40.0000' });
  return cells.join(',');
}

const HEADINGS =
  'HCPCS,MOD,DESCRIPTION,CODE,PAYMENT,RVU,PE RVU,INDICATOR,PE RVU,INDICATOR,RVU,TOTAL,TOTAL,IND,DAYS,OP,OP,OP,PROC,SURG,SURG,SURG,SURG,BASE,FACTOR,PROCEDURES,FLAG,INDICATOR,USED,USED,USED';

async function importFees(): Promise<void> {
  const lines = ['2026 National Physician Fee Schedule Relative Value File,,,,', HEADINGS];
  const text = [...lines, feeLine('99214', '2.00'), feeLine('99215', '3.00')].join('\r\n');
  const file = join(folder, 'PPRRVU2026_Jan.csv');
  await writeFile(file, text);
  await importCodes({ kind: 'rvu', files: [file], directory: folder });
}

async function nameRevenueCycle(...users: string[]): Promise<void> {
  await app.services.sites.setRevenueCycle(app.site, { revenueCycleUsers: users });
}

const me = () => `Practitioner/${app.sandbox.store.list('Practitioner')[0]?.id ?? ''}`;

describe('amounts', () => {
  it('are shown to nobody unless an administrator names them', async () => {
    const answer = await launch.get('/amounts');
    expect(answer.status).toBe(403);
    expect(problemView.parse(await answer.json()).error.code).toBe('forbidden');
    expect(launchView.parse(await (await launch.get('')).json()).user.seesAmounts).toBe(false);
    await nameRevenueCycle('Practitioner/somebody-else');
    expect((await launch.get('/amounts')).status).toBe(403);
  });

  it('say that the fee schedule is missing', async () => {
    await nameRevenueCycle(me());
    const view = amountsView.parse(await (await launch.get('/amounts')).json());
    expect(view).toMatchObject({ fees: { loaded: false }, risk: { loaded: false } });
  });

  it('are the difference of what the fee schedule allows, with the tables and the locality', async () => {
    await importFees();
    const { fees: view } = amountsView.parse(await (await launch.get('/amounts')).json());
    if (!view.loaded) throw new RangeError(view.reason);
    expect(view.tables).toContain('National');
    // (3.00 + 1.00 + 0.10) x 40 and (2.00 + 1.00 + 0.10) x 40 dollars.
    expect(view.findings.filter(({ differenceCents }) => differenceCents !== undefined)).toMatchObject([
      { billedCents: 16_400, suggestedCents: 12_400, differenceCents: -4_000, rejected: false },
    ]);
    expect(view).toMatchObject({ overCents: -4_000, underCents: 0, netCents: -4_000 });
  });

  it('come with the risk categories that a finding adds or takes away, where those are loaded', async () => {
    const mapping = join(folder, 'ra_dx_to_cc_2027.csv');
    await writeFile(
      mapping,
      'diagnosis_code,cc,model_name\nG4700,999,CMS-HCC Model V28\nG43009,998,CMS-HCC Model V28\n',
    );
    const labels = join(folder, 'labels.csv');
    await writeFile(
      labels,
      'cc,label,model_domain,model_version,model_fullname\nHCC999,"A category of sleep",CMS-HCC,V28,V28X\n',
    );
    await importCodes({ kind: 'hcc', files: [mapping, labels], directory: folder });
    const { risk } = amountsView.parse(await (await launch.get('/amounts')).json());
    expect(risk).toMatchObject({ loaded: true });
    expect(risk.loaded ? risk.findings.map(({ adds, removes }) => ({ adds, removes })) : []).toEqual([
      { adds: [{ category: '999', label: 'A category of sleep' }], removes: [] },
    ]);
  });

  it('leave the order and the words of the findings as they were, and out of the written report', async () => {
    const text = await (await launch.get('/review')).text();
    const { findings } = reviewView.parse(JSON.parse(text));
    expect(findings.map(({ confidence }) => confidence)).toEqual(
      findings.map(({ confidence }) => confidence).toSorted((a, b) => b - a),
    );
    expect(text).not.toMatch(/cents|\$\s?\d/i);
    const written = JSON.stringify([app.sandbox.store.list('DetectedIssue'), app.sandbox.store.list('Task')]);
    expect(written).not.toMatch(/16400|164\.00|cents|\$\s?\d/i);
  });

  it('do not add what a person rejected', async () => {
    const { findings } = reviewView.parse(await (await launch.get('/review')).json());
    const level = findings.find(({ kind }) => kind === 'level-of-service');
    await launch.post(`/findings/${level?.id ?? ''}/disposition`, { decision: 'rejected', reason: 'code-is-correct' });
    const view = amountsView.parse(await (await launch.get('/amounts')).json());
    expect(view.fees).toMatchObject({ loaded: true, netCents: 0 });
  });
});
