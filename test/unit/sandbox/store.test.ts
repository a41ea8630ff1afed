import { describe, expect, it } from '@jest/globals';
import type { Task } from 'fhir/r4.js';
import fc from 'fast-check';
import { createFhirStore } from '#sandbox/store.ts';

const task = (id: string, patient: string, value?: string): Task => ({
  resourceType: 'Task',
  id,
  status: 'draft',
  intent: 'plan',
  for: { reference: `Patient/${patient}` },
  ...(value === undefined ? {} : { identifier: [{ system: 'urn:test', value }] }),
});

describe('the store of the sandbox EHR', () => {
  it('finds by index what stands now, not what stood before', () => {
    const store = createFhirStore({ population: [task('1', 'ada', 'a'), task('2', 'ada')] });
    store.put(task('1', 'ben', 'b'));
    expect(store.find('Task', 'patient', 'Patient/ada').map(({ id }) => id)).toEqual(['2']);
    expect(store.find('Task', 'patient', 'Patient/ben').map(({ id }) => id)).toEqual(['1']);
    expect(store.find('Task', 'identifier', 'urn:test|a')).toEqual([]);
    expect(store.find('Task', 'identifier', 'b')).toHaveLength(1);
    store.commit([{ kind: 'delete', type: 'Task', id: '1' }]);
    expect(store.find('Task', 'patient', 'Patient/ben')).toEqual([]);
    expect(store.get('Task', '1')).toBeUndefined();
    expect(store.history('Task', '1').map(({ versionId, method }) => `${versionId} ${method}`)).toEqual([
      '3 delete',
      '2 update',
      '1 create',
    ]);
  });

  it('writes all or nothing', () => {
    const store = createFhirStore({ population: [] });
    const { id: _id, ...nameless } = task('2', 'ada');
    expect(() =>
      store.commit([
        { kind: 'put', resource: task('1', 'ada') },
        { kind: 'put', resource: nameless },
      ]),
    ).toThrow(RangeError);
    expect(store.list('Task')).toEqual([]);
  });

  it('writes nothing when its journal cannot', () => {
    const append = () => {
      throw new Error('disk full');
    };
    const store = createFhirStore({ population: [], journal: { replay: () => [{ versions: [] }], append } });
    expect(() => store.put(task('1', 'ada'))).toThrow('disk full');
    expect(store.list('Task')).toEqual([]);
  });

  it('hands out what nobody can change, and keeps nothing that somebody can', () => {
    const mine = task('1', 'ada');
    const store = createFhirStore({ population: [mine] });
    mine.status = 'completed';
    expect(store.get('Task', '1')?.status).toBe('draft');
    expect(() => Object.assign(store.get('Task', '1') ?? {}, { status: 'failed' })).toThrow(TypeError);
  });

  it('tells its listeners of each write, until they leave', () => {
    const store = createFhirStore({ population: [task('1', 'ada')] });
    const heard: string[] = [];
    const leave = store.onChange(({ id, versionId, method }) => heard.push(`${id} ${versionId} ${method}`));
    store.put(task('1', 'ben'));
    store.put(task('2', 'ben'));
    leave();
    store.put(task('3', 'ben'));
    expect(heard).toEqual(['1 2 update', '2 1 create']);
  });

  it('keeps the time of change that the population brings, and takes the rest as an hour old', () => {
    const lastUpdated = '2026-03-02T10:00:00.000Z';
    const clock = { now: () => new Date('2026-05-01T00:00:00Z') };
    const store = createFhirStore({
      population: [{ ...task('1', 'ada'), meta: { lastUpdated } }, task('2', 'ada')],
      clock,
    });
    expect(store.get('Task', '1')?.meta).toEqual({ versionId: '1', lastUpdated });
    expect(store.get('Task', '2')?.meta?.lastUpdated).toBe('2026-04-30T23:00:00.000Z');
  });

  it('serves no type that it has no search parameters for', () => {
    expect(() => createFhirStore({ population: [{ resourceType: 'Basic', id: '1', code: {} }] })).toThrow(RangeError);
  });

  it('finds by index exactly what a scan would, whatever was written', () => {
    const write = fc.record({
      id: fc.constantFrom('1', '2', '3'),
      patient: fc.constantFrom('ada', 'ben'),
      isDelete: fc.boolean(),
    });
    fc.assert(
      fc.property(fc.array(write, { maxLength: 20 }), (writes) => {
        const store = createFhirStore({ population: [] });
        for (const { id, patient, isDelete } of writes) {
          if (isDelete) store.commit([{ kind: 'delete', type: 'Task', id }]);
          else store.put(task(id, patient));
        }
        const indexed = store.find('Task', 'patient', 'Patient/ada').map(({ id }) => id);
        const scanned = store.list('Task').filter((one) => one.for?.reference === 'Patient/ada');
        expect(new Set(indexed)).toEqual(new Set(scanned.map(({ id }) => id)));
      }),
    );
  });
});
