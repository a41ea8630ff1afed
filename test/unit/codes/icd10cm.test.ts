import { describe, expect, it } from '@jest/globals';
import { fromIcd10cmSections } from '#codes/icd10cm/icd10cm-release.ts';
import { createIcd10cmTable } from '#codes/icd10cm/icd10cm-table.ts';
import { FRESH, type GivenFile, importOne, importText } from './import-text.ts';
import { ORDER_FILE, TABULAR_XML } from './samples.ts';

const ORDER: GivenFile = { name: 'icd10cm_order_2031.txt', content: ORDER_FILE };
const TABULAR: GivenFile = { name: 'icd10cm_tabular_2031.xml', content: TABULAR_XML };

const tableOf = (...files: readonly GivenFile[]) =>
  createIcd10cmTable(fromIcd10cmSections(importOne('icd10cm', files).sections), FRESH);

describe('an ICD-10-CM release from order file and tabular list', () => {
  const table = tableOf(ORDER, TABULAR);

  it('is in force for its fiscal year', () => {
    const { label, effectiveFrom, effectiveTo } = importOne('icd10cm', [ORDER, TABULAR]);
    expect({ label, effectiveFrom, effectiveTo }).toEqual({
      label: 'ICD-10-CM FY2031',
      effectiveFrom: '2030-10-01',
      effectiveTo: '2031-09-30',
    });
  });

  it('begins in January or April when its name says so', () => {
    expect(importOne('icd10cm', [{ ...ORDER, name: 'icd10cm-order-April-2031.txt' }]).effectiveFrom).toBe('2031-04-01');
  });

  it('finds codes with and without dot, in any case', () => {
    const code = {
      code: 'E11.22',
      title: 'Type 2 diabetes mellitus with diabetic chronic kidney disease',
      billable: true,
    };
    expect(table.find('E11.22')).toEqual(code);
    expect(table.find(' e1122 ')).toEqual(code);
    expect(table.find('E11')).toMatchObject({ code: 'E11', billable: false });
    expect(table.find('E11.23')).toBeUndefined();
    expect(table.find('')).toBeUndefined();
  });

  it('gives direct children only, with 7th characters below the code that takes them', () => {
    expect(table.children('E11').map(({ code }) => code)).toEqual(['E11.2', 'E11.9']);
    expect(table.children('S93.401').map(({ code }) => code)).toEqual(['S93.401A', 'S93.401D']);
    expect(table.children('E11.9')).toEqual([]);
  });

  it('gives the billable codes below a prefix', () => {
    expect(table.billableUnder('E11').map(({ code }) => code)).toEqual(['E11.22', 'E11.9']);
    expect([...table.all()].map(({ code }) => code)).toEqual([
      'E10.9',
      'E11.22',
      'E11.9',
      'F02.80',
      'S93.401A',
      'S93.401D',
    ]);
  });

  it('keeps its own inclusion terms and includes notes with each code', () => {
    expect(table.terms('E11')).toEqual(['diabetes NOS']);
    expect(table.terms('E11.9')).toEqual(['Sweet disease NOS']);
    expect(table.terms('E11.22')).toEqual([]);
  });

  it('finds an Excludes1 note from both sides, by inheritance, and names its place', () => {
    const note = { at: 'E11', text: 'type 1 diabetes mellitus (E10.-)', targets: [{ from: 'E10', to: 'E10' }] };
    expect(table.excludes1('E11.22', 'E10.9')).toEqual(note);
    expect(table.excludes1('E10.9', 'E11.22')).toEqual(note);
    expect(table.excludes1('E11.9', 'E11.22')).toBeUndefined();
    expect(table.excludes1('E11.9', 'E11.9')).toBeUndefined();
  });

  it('lets a note of a chapter hold for every code in it', () => {
    expect(table.excludes1('E10.9', 'P70.2')?.at).toBe('Chapter 4');
    expect(table.excludes1('F02.80', 'P70.2')).toBeUndefined();
  });

  it('keeps Excludes2 apart from Excludes1', () => {
    expect(table.excludes2('E11.9', 'M20.11')?.at).toBe('E11');
    expect(table.excludes1('E11.9', 'M20.11')).toBeUndefined();
  });

  it('reads an instruction with its list as one note, nearest first', () => {
    expect(table.useAdditional('E11.22').map(({ at, text }) => [at, text])).toEqual([
      ['E11.22', 'Use additional code to identify stage of chronic kidney disease (N18.1-N18.6)'],
      ['E11', 'Use additional code to identify control using: insulin (Z79.4); oral drugs (Z79.84)'],
    ]);
    expect(table.codeFirst('F02.80')[0]?.targets).toEqual([
      { from: 'G30', to: 'G30' },
      { from: 'T36', to: 'T65' },
    ]);
    expect(table.codeFirst('E11.9')).toEqual([]);
  });

  it('offers the 7th characters that exist for a code, inherited from above', () => {
    expect(table.seventhCharacters('S93.401').map(({ character }) => character)).toEqual(['A', 'D']);
    expect(table.seventhCharacters('S93.401A').map(({ character }) => character)).toEqual(['A', 'D']);
    expect(table.seventhCharacters('E11.9')).toEqual([]);
  });
});

describe('an ICD-10-CM release from one of its files', () => {
  it('takes codes and 7th characters from the tabular list when there is no order file', () => {
    const table = tableOf(TABULAR);
    expect(table.find('S93.5XXA')).toEqual({
      code: 'S93.5XXA',
      title: 'Sprain of toe, short code, initial encounter',
      billable: true,
    });
    expect(table.find('S93.5')?.billable).toBe(false);
  });

  it('leaves out the 7th characters that the tabular list takes back', () => {
    expect(
      tableOf(TABULAR)
        .children('S93.407')
        .map(({ code }) => code),
    ).toEqual(['S93.407A']);
  });

  it('says that it has no notes when only the order file is there', () => {
    expect(tableOf(ORDER).hasNotes).toBe(false);
    expect(tableOf(ORDER, TABULAR).hasNotes).toBe(true);
  });

  it('completes the release that is there, whichever file comes first', () => {
    for (const [first, second] of [
      [ORDER, TABULAR],
      [TABULAR, ORDER],
    ] as const) {
      const { sections } = importOne('icd10cm', [first]);
      const draft = importOne('icd10cm', [second], {}, () => sections);
      const table = createIcd10cmTable(fromIcd10cmSections(draft.sections), FRESH);
      expect(table.find('S93.401S')).toBeUndefined();
      expect(table.excludes1('E11.9', 'E10.9')).toBeDefined();
    }
  });
});

describe('an ICD-10-CM import that cannot be right', () => {
  it('names file and line of what is not an order line', () => {
    const content = `${ORDER_FILE}\r\nThis is the end`;
    expect(() => importText('icd10cm', [{ name: 'order2031.txt', content }])).toThrow(
      /order2031\.txt, line 14: not a line of an ICD-10-CM order file/,
    );
  });

  it('asks for the year when nothing says it', () => {
    expect(() => importText('icd10cm', [{ ...ORDER, name: 'order.txt' }])).toThrow(/--year/);
    expect(importOne('icd10cm', [{ ...ORDER, name: 'order.txt' }], { year: 2029 }).label).toBe('ICD-10-CM FY2029');
  });

  it('does not mix two years', () => {
    expect(() => importText('icd10cm', [{ ...ORDER, name: 'icd10cm_order_2030.txt' }, TABULAR])).toThrow(
      /different years \(2030, 2031\)/,
    );
  });

  it('refuses a second order file', () => {
    expect(() => importText('icd10cm', [ORDER, ORDER])).toThrow(/Import one release at a time/);
  });

  it('says so when the XML is cut off', () => {
    expect(() => importText('icd10cm', [{ ...TABULAR, content: TABULAR_XML.slice(0, 2000) }])).toThrow(
      /not well-formed XML/,
    );
  });
});
