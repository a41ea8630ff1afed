import { describe, expect, it } from '@jest/globals';
import { loadCodeTables } from '#codes/index.ts';

/** Without any import: the folder is not there, and nothing is read. */
const on = (date: string) => loadCodeTables({ directory: '/nowhere/at/all' }).tablesFor(date).icd10cm;

describe('the starter catalogue', () => {
  const table = on('2026-05-04');

  it('says what it is', () => {
    expect(table.release).toEqual({ label: 'RevRx starter catalogue', starter: true, stale: false });
  });

  it('holds well over five hundred billable codes, each with a title and below a category that it holds too', () => {
    const codes = [...table.all()];
    expect(codes.length).toBeGreaterThan(1500);
    for (const { code, title } of codes) {
      expect(title).not.toBe('');
      expect(table.find(code.slice(0, 3))).toBeDefined();
      expect(table.children(code)).toEqual([]);
    }
  });

  it('has every side of what has sides', () => {
    expect(table.children('M25.56').map(({ code, title }) => `${code} ${title}`)).toEqual([
      'M25.561 Pain in right knee',
      'M25.562 Pain in left knee',
      'M25.569 Pain in unspecified knee',
    ]);
  });

  it('expands 7th characters, with their meaning', () => {
    expect(table.find('S93.401D')?.title).toBe('Sprain of unspecified ligament of right ankle, subsequent encounter');
    expect(table.find('S93.401')?.billable).toBe(false);
    expect(table.seventhCharacters('S16.1').map(({ character }) => character)).toEqual(['A', 'D', 'S']);
    expect(table.find('E11.3292')?.title).toContain('left eye');
  });

  it('knows the common Excludes1 pairs, code first and use additional', () => {
    expect(table.excludes1('E11.9', 'E10.9')?.at).toMatch(/^E1[01]$/);
    expect(table.excludes1('N39.0', 'N30.00')?.at).toBe('N39.0');
    expect(table.codeFirst('N18.31')).toHaveLength(1);
    expect(table.useAdditional('I11.0')[0]?.targets).toEqual([{ from: 'I50', to: 'I50' }]);
  });

  it('stands as the codes stood in the year of service', () => {
    expect(on('2021-09-30').find('M54.5')?.billable).toBe(true);
    expect(on('2021-09-30').find('M54.50')).toBeUndefined();
    expect(on('2021-10-01').find('M54.5')?.billable).toBe(false);
    expect(on('2021-10-01').find('M54.50')?.billable).toBe(true);
  });
});
