import { describe, expect, it } from '@jest/globals';
import type { FaultRule } from '#sandbox/index.ts';
import { FaultRules } from '#sandbox/faults/fault-rules.ts';

const calls = (rules: FaultRules, method: string, path: string, count: number) =>
  Array.from({ length: count }, () => rules.due(method, path, () => true)?.kind);

describe('fault rules', () => {
  it('act on every call when nothing else is said', () => {
    const rules = new FaultRules();
    rules.add({ kind: 'forbidden' });
    expect(calls(rules, 'GET', '/fhir/x', 2)).toEqual(['forbidden', 'forbidden']);
  });

  it('act from the nth matching call on, as often as told', () => {
    const rules = new FaultRules();
    rules.add({ kind: 'forbidden', nth: 2, count: 2 });
    expect(calls(rules, 'GET', '/fhir/x', 4)).toEqual([undefined, 'forbidden', 'forbidden', undefined]);
  });

  it.each<[Partial<FaultRule>, string, string, boolean]>([
    [{ path: '/fhir/*' }, 'GET', '/fhir/Patient/1', true],
    [{ path: '/fhir/Patient' }, 'GET', '/fhir/Patient/1', false],
    [{ path: '*token' }, 'POST', '/oauth/token', true],
    [{ path: '/fhir/.+' }, 'GET', '/fhir/ab', false],
    [{ method: 'post' }, 'POST', '/fhir', true],
    [{ method: 'POST' }, 'GET', '/fhir', false],
  ])('%j on %s %s: %s', (match, method, path, acts) => {
    const rules = new FaultRules();
    rules.add({ kind: 'forbidden', ...match });
    expect(calls(rules, method, path, 1)).toEqual([acts ? 'forbidden' : undefined]);
  });

  it('give way to the next rule when they are spent', () => {
    const rules = new FaultRules();
    rules.add({ kind: 'forbidden', count: 1 });
    rules.add({ kind: 'unavailable' });
    expect(calls(rules, 'GET', '/fhir', 2)).toEqual(['forbidden', 'unavailable']);
    expect(rules.list().map(({ seen, acted }) => [seen, acted])).toEqual([
      [2, 1],
      [2, 1],
    ]);
  });
});
