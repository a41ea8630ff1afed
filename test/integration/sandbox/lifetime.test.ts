import { appendFileSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Router } from 'express';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import type { Sandbox } from '#sandbox/index.ts';
import { accessToken, fhirClient, LAUNCH, send, startSandbox } from './smart-app.ts';

const ISSUE = { resourceType: 'DetectedIssue', status: 'final', identifier: [{ system: 'urn:test', value: 'kept' }] };

describe('what is written to the sandbox EHR', () => {
  let dataDir: string;
  beforeEach(() => {
    dataDir = mkdtempSync(join(tmpdir(), 'sandbox-'));
  });
  afterEach(() => rmSync(dataDir, { recursive: true, force: true }));

  const journal = (): string => join(dataDir, 'sandbox-journal.ndjson');
  const writeIssue = async (sandbox: Sandbox) =>
    fhirClient(sandbox, await accessToken(sandbox))('/DetectedIssue', send('POST', ISSUE));
  const kept = (sandbox: Sandbox) => sandbox.store.find('DetectedIssue', 'identifier', 'urn:test|kept');

  it('survives a restart, with its versions', async () => {
    const first = await startSandbox({ dataDir });
    const id = String((await writeIssue(first)).body['id']);
    first.store.put({ resourceType: 'DetectedIssue', id, status: 'cancelled', identifier: ISSUE.identifier });
    first.store.commit([{ kind: 'delete', type: 'DetectedIssue', id: 'never' }]);
    const before = first.store.history('DetectedIssue', id);
    await first.stop();
    await using second = await startSandbox({ dataDir });
    expect(second.store.history('DetectedIssue', id)).toEqual(before);
    expect(kept(second)).toMatchObject([{ status: 'cancelled', meta: { versionId: '2' } }]);
    expect(second.store.get('Patient', 'ada')?.meta?.versionId).toBe('1');
  });

  it('leaves the population as old as it was', async () => {
    const first = await startSandbox({ dataDir });
    const { meta } = first.store.get('Patient', 'ada') ?? {};
    await first.stop();
    const tomorrow = { now: () => new Date(Date.now() + 86_400_000) };
    await using second = await startSandbox({ dataDir, clock: tomorrow });
    expect(second.store.get('Patient', 'ada')?.meta).toEqual(meta);
  });

  it('survives a death in the middle of a line, and writing goes on', async () => {
    const first = await startSandbox({ dataDir });
    await writeIssue(first);
    await first.stop();
    const whole = readFileSync(journal(), 'utf8');
    const lastLine = whole.slice(whole.trimEnd().lastIndexOf('\n') + 1);
    appendFileSync(journal(), lastLine.slice(0, -20));
    const second = await startSandbox({ dataDir });
    expect(kept(second)).toHaveLength(1);
    await writeIssue(second);
    await second.stop();
    await using third = await startSandbox({ dataDir });
    expect(kept(third)).toHaveLength(2);
  });

  it('is not read when somebody has damaged it in the middle', async () => {
    appendFileSync(journal(), 'not ours\n{"versions":[]}\n');
    await expect(startSandbox({ dataDir })).rejects.toThrow(SyntaxError);
  });

  it('is gone after a restart without a folder', async () => {
    const first = await startSandbox();
    await writeIssue(first);
    await first.stop();
    await using second = await startSandbox();
    expect(kept(second)).toEqual([]);
  });
});

describe('the sandbox EHR', () => {
  it('is refused in production', async () => {
    await expect(startSandbox({ production: true })).rejects.toMatchObject({ code: 'config-invalid' });
  });

  it('says so when its port is taken', async () => {
    await using first = await startSandbox();
    await expect(startSandbox({ port: first.port })).rejects.toMatchObject({ code: 'config-invalid' });
  });

  it('answers under both names of the machine, with one FHIR base', async () => {
    await using sandbox = await startSandbox();
    for (const host of ['localhost', '127.0.0.1']) {
      const answer = await fetch(`http://${host}:${sandbox.port}/fhir/metadata`);
      expect(await answer.json()).toMatchObject({ implementation: { url: `http://localhost:${sandbox.port}/fhir` } });
    }
  });

  it('stops at once, whatever is still open, and twice does no harm', async () => {
    const sandbox = await startSandbox();
    sandbox.faults.add({ kind: 'time-out' });
    const hanging = fetch(`${sandbox.fhirBaseUrl}/metadata`);
    while (sandbox.faults.list()[0]?.acted === 0) await new Promise((resolve) => setImmediate(resolve));
    await Promise.all([sandbox.stop(), sandbox.stop()]);
    await expect(hanging).rejects.toThrow('fetch failed');
  });

  it('mounts the pages that it is handed, with its services', async () => {
    await using sandbox = await startSandbox({
      page: (services) =>
        Router().get('/', (_request, response) => void response.send(services.store.list('Patient').length.toString())),
    });
    expect(await (await fetch(sandbox.url)).text()).toBe('2');
  });

  it('tells its page where to open an app', async () => {
    await using sandbox = await startSandbox();
    const url = new URL(sandbox.launchUrl('app', LAUNCH));
    expect(`${url.origin}${url.pathname}`).toBe('http://127.0.0.1:3999/launch');
    expect(url.searchParams.get('iss')).toBe(sandbox.fhirBaseUrl);
    expect(url.searchParams.get('launch')).toMatch(/^[\w-]{43}$/);
    expect(() => sandbox.launchUrl('backend', LAUNCH)).toThrow(RangeError);
  });
});
