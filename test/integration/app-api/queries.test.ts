import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { Task } from 'fhir/r4.js';
import { listAuditEvents } from '#audit/index.ts';
import { findingView, launchView, problemView, reviewView, type FindingView } from '#http/index.ts';
import { validateAgainstProfiles } from '#test/support/fhir-validator.ts';
import { launchFrom, type Launched } from '#test/support/launched.ts';
import { reviewIn, until, writtenAbout } from '#test/support/reviews.ts';
import { startApp, type RunningApp } from '#test/support/running-app.ts';

/** A visit whose note is not signed. */
const ENCOUNTER = 'enc-ed-05';

let app: RunningApp;
let launch: Launched;

beforeAll(async () => {
  app = await startApp();
  launch = await launchFrom(app, ENCOUNTER);
  await reviewIn(app, ENCOUNTER, 'published');
});
afterAll(async () => {
  await app[Symbol.asyncDispose]();
});

async function gap(): Promise<FindingView> {
  const { findings } = reviewView.parse(await (await launch.get('/review')).json());
  const found = findings.find(({ kind }) => kind === 'documentation-gap');
  if (found === undefined) throw new RangeError('no gap');
  return found;
}

async function problemOf(response: Response): Promise<string> {
  return problemView.parse(await response.json()).error.code;
}

function queriesInEhr(): Task[] {
  return writtenAbout(app, ENCOUNTER).tasks.filter(({ code }) => code?.coding?.[0]?.code === 'clinician-query');
}

describe('a query to the clinician', () => {
  it('is a draft that nobody has sent, with the words it rests on and the two ways out', async () => {
    const { query } = await gap();
    expect(query).toMatchObject({ state: 'draft', type: 'multiple-choice' });
    expect(query?.indicators.length).toBeGreaterThan(0);
    expect(query?.options.slice(-2).map(({ text }) => text)).toEqual(['Other (please specify)', 'Unable to determine']);
    expect(queriesInEhr()).toEqual([]);
  });

  it('cannot be answered before it is sent', async () => {
    const { id } = await gap();
    expect(await problemOf(await launch.post(`/findings/${id}/query/answer`, { option: 0 }))).toBe('not-found');
  });

  it('stands in the EHR once a person has sent it, and once however often it is sent', async () => {
    const { id } = await gap();
    const sent = findingView.parse(await (await launch.post(`/findings/${id}/query`)).json());
    expect(sent.query).toMatchObject({ state: 'sent' });
    await launch.post(`/findings/${id}/query`);
    await until(() => (queriesInEhr().length > 0 ? true : undefined));
    await reviewIn(app, ENCOUNTER, 'published');
    const [task, ...others] = queriesInEhr();
    expect(others).toEqual([]);
    expect(task?.status).toBe('requested');
    expect(task?.owner?.reference).toMatch(/^Practitioner\//);
    expect(task === undefined ? ['none'] : validateAgainstProfiles(task)).toEqual([]);
  });

  it('takes no answer that says nothing, and none that it does not offer', async () => {
    const { id, query } = await gap();
    const other = query?.options.findIndex(({ needsWords }) => needsWords);
    const answers = [{}, { option: 99 }, { option: other }, { option: -1 }];
    const codes: string[] = [];
    for (const answer of answers)
      codes.push(await problemOf(await launch.post(`/findings/${id}/query/answer`, answer)));
    expect(codes).toEqual(answers.map(() => 'input-invalid'));
  });

  it('is not for the revenue cycle to answer', async () => {
    const { id } = await gap();
    const { site, services } = app;
    const user = app.sandbox.store.list('Practitioner')[0]?.id ?? '';
    await services.sites.setRevenueCycle(site, { revenueCycleUsers: [`Practitioner/${user}`] });
    const answer = await launch.post(`/findings/${id}/query/answer`, { option: 0 });
    expect([answer.status, await problemOf(answer)]).toEqual([403, 'forbidden']);
    expect(launchView.parse(await (await launch.get('')).json()).user.mayAnswerQueries).toBe(false);
    await services.sites.setRevenueCycle(site, { revenueCycleUsers: [] });
  });

  it('is answered by the clinician once: the answer is kept, written back and accounted for', async () => {
    const { id, query } = await gap();
    const answered = findingView.parse(
      await (await launch.post(`/findings/${id}/query/answer`, { option: 0, words: 'Checked today.' })).json(),
    );
    expect(answered.query).toMatchObject({
      state: 'answered',
      answer: { option: query?.options[0]?.text, words: 'Checked today.' },
    });
    const again = await launch.post(`/findings/${id}/query/answer`, { option: 1 });
    expect(await problemOf(again)).toBe('conflict');
    const task = await until(() => queriesInEhr().find(({ status }) => status === 'completed'));
    expect(task.output?.[0]?.valueString).toBe(query?.options[0]?.text);
    expect(validateAgainstProfiles(task)).toEqual([]);
    const { database } = app.services;
    const { tenantId } = app.site;
    const actions: string[] = [];
    for await (const { action } of listAuditEvents(database, { tenantId })) actions.push(action);
    expect(actions).toEqual(expect.arrayContaining(['query.sent', 'query.answered']));
  });

  it('leaves nothing of its words open in the database', async () => {
    const rows = await app.services.database.inTenant(app.site.tenantId, (em) =>
      em.execute<Record<string, unknown>[]>('select * from clinician_query'),
    );
    expect(rows).toHaveLength(1);
    expect(JSON.stringify(rows)).not.toMatch(/Checked today|authentication/);
  });
});
