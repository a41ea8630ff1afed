import { describe, expect, it } from '@jest/globals';
import { strToU8, zipSync } from 'fflate';
import { createFeeTable, readFees } from '#codes/fees/fee-table.ts';
import { createHccTable, readHcc } from '#codes/hcc/hcc-table.ts';
import { createHcpcsTable, readHcpcs } from '#codes/hcpcs/hcpcs-table.ts';
import { createLcdTable, readLcd } from '#codes/lcd/lcd-table.ts';
import { createMceTable, readMce } from '#codes/mce/mce-table.ts';
import { createAddOnTable, readAddOn } from '#codes/ncci/add-on-table.ts';
import { createMueTable, readMue } from '#codes/ncci/mue-table.ts';
import { createPtpTable, readPtp } from '#codes/ncci/ptp-table.ts';
import { FRESH, importOne, importText } from './import-text.ts';
import * as samples from './samples.ts';

const PTP_FILE = { name: 'ccipra-v363r0-f1.TXT', content: samples.PTP_MEDICARE };

describe('NCCI procedure-to-procedure edits', () => {
  const draft = importOne('ptp', [PTP_FILE]);
  const on = (date: string) => createPtpTable(readPtp(draft.sections), FRESH, date);

  it('are of the program, setting and quarter that the file says', () => {
    expect(draft).toMatchObject({
      variant: 'medicare-practitioner',
      label: 'NCCI PTP 2030Q4',
      effectiveFrom: '2030-10-01',
      effectiveTo: '2030-12-31',
      rows: 5,
    });
  });

  it('are found in one direction, with indicator and rationale', () => {
    expect(on('2030-11-01').find('10000', '20000')).toEqual({
      modifierIndicator: 0,
      rationale: 'More "extensive" procedure',
    });
    expect(on('2030-11-01').find('20000', '10000')).toBeUndefined();
    expect(on('2030-11-01').find('g0001', 'a0002')?.modifierIndicator).toBe(1);
  });

  it('count from the effective to the deletion date, both included', () => {
    expect(on('2019-12-31').find('10000', '20001')).toBeUndefined();
    expect(on('2020-01-01').find('10000', '20001')?.modifierIndicator).toBe(1);
    expect(on('2025-12-31').find('10000', '20001')?.modifierIndicator).toBe(1);
    expect(on('2026-01-01').find('10000', '20001')).toBeUndefined();
    expect(on('2026-04-01').find('10000', '20001')?.modifierIndicator).toBe(0);
  });

  it('leave out what was withdrawn as if it had never been', () => {
    expect(on('2020-01-01').find('10000', '20002')).toBeUndefined();
  });

  it('of Medicaid, with six columns, are a table of their own', () => {
    const medicaid = importOne('ptp', [{ name: 'medicaid-ncci-q2-2030-ptp.txt', content: samples.PTP_MEDICAID }]);
    expect(medicaid).toMatchObject({ variant: 'medicaid-practitioner', label: 'NCCI PTP 2030Q2' });
    expect(
      createPtpTable(readPtp(medicaid.sections), FRESH, '2030-05-01').find('10000', '20000')?.modifierIndicator,
    ).toBe(1);
  });

  it('of a further file complete the release, and replace an edit that is there already', () => {
    const further = ['10000\t20000\t*\t19960101\t*\t1\tRevised', '09999\t20000\t\t20200101\t*\t0\tNew rationale'].join(
      '\n',
    );
    const joined = importOne('ptp', [{ name: 'ccipra-v363r0-f2.TXT', content: further }], {}, () => draft.sections);
    const table = createPtpTable(readPtp(joined.sections), FRESH, '2030-11-01');
    expect(joined.rows).toBe(6);
    expect(table.find('10000', '20000')).toEqual({ modifierIndicator: 1, rationale: 'Revised' });
    expect(table.find('09999', '20000')?.rationale).toBe('New rationale');
    expect(table.find('G0001', 'A0002')?.rationale).toBe('Misuse of column two');
  });

  it('are read from the archive as it is downloaded', () => {
    const zip = zipSync({ 'readme.txt': strToU8('Nothing here'), 'edits/ccipra.TXT': strToU8(samples.PTP_MEDICARE) });
    expect(importOne('ptp', [{ name: 'medicare-ncci-2030q4-practitioner-ptp-edits.zip', content: zip }])).toMatchObject(
      { rows: 5, label: 'NCCI PTP 2030Q4' },
    );
  });

  it('with a damaged row are refused with file and line', () => {
    const content = `${samples.PTP_MEDICARE}\r\n10000\t30000\t\t2020-13-01\t*\t0\tX`;
    expect(() => importText('ptp', [{ ...PTP_FILE, content }])).toThrow(
      /ccipra-v363r0-f1\.TXT, line 10: the effective date is not YYYYMMDD/,
    );
  });
});

describe('NCCI medically unlikely edits', () => {
  const draft = importOne('mue', [{ name: 'MCR_MUE_PractitionerServices_Eff_01-01-2030.csv', content: samples.MUE }]);
  const table = createMueTable(readMue(draft.sections), FRESH);

  it('are read below banner and heading, for the quarter in the name', () => {
    expect(draft).toMatchObject({ variant: 'medicare-practitioner', label: 'NCCI MUE 2030Q1', rows: 3 });
    expect(table.find('10001')).toEqual({ units: 13, adjudication: 3, rationale: 'Clinical: Data, revised' });
    expect(table.find('j0001')?.adjudication).toBe(1);
  });

  it('are read with line ends in the heading and the end-of-file character of DOS', () => {
    const content = `${samples.MUE.replace('HCPCS/CPT Code', '"HCPCS/\nCPT Code"')}\r\n\u001A`;
    expect(importOne('mue', [{ name: 'MUE_Eff_01-01-2030.csv', content }]).rows).toBe(3);
  });

  it('hold no dental codes', () => {
    expect(table.find('D0120')).toBeUndefined();
  });

  it('of hospitals are a table of their own', () => {
    const content = samples.MUE.replace('Practitioner Services', 'Outpatient Hospital Services');
    expect(
      importOne('mue', [{ name: 'MCR_MUE_OutpatientHospitalServices_Eff_04-01-2030.csv', content }]),
    ).toMatchObject({
      variant: 'medicare-outpatient-hospital',
      effectiveFrom: '2030-04-01',
    });
  });

  it('in Windows-1252 are read as well', () => {
    const content = Buffer.from(
      samples.MUE.replace('CMS Policy', 'CMS\u2019 Policy').replace('\u2019', '\u0092'),
      'latin1',
    );
    const read = importOne('mue', [{ name: 'MUE_Eff_01-01-2030.csv', content }]);
    expect(createMueTable(readMue(read.sections), FRESH).find('10000')?.rationale).toBe('CMS\u2019 Policy');
  });
});

describe('NCCI add-on codes', () => {
  const draft = importOne('aoc', [{ name: 'AOC_V2030Q1.txt', content: samples.ADD_ON }]);
  const on = (date: string) => createAddOnTable(readAddOn(draft.sections), FRESH, date);

  it('list the primaries in force on the date', () => {
    expect(on('2020-12-31').find('10002')).toEqual({ primaries: ['10000', '10001'], contractorDefined: false });
    expect(on('2021-01-01').find('10002')?.primaries).toEqual(['10000']);
    expect(on('2013-03-31').find('10002')).toBeUndefined();
    expect(on('2030-01-01').find('10000')).toBeUndefined();
  });

  it('say when the contractor decides', () => {
    expect(on('2030-01-01').find('10003')).toEqual({ primaries: [], contractorDefined: true });
    expect(on('2030-01-01').find('10004')).toEqual({ primaries: ['10000'], contractorDefined: true });
  });
});

describe('HCPCS Level II', () => {
  const draft = importOne('hcpcs', [{ name: 'HCPC2030_OCT_ANWEB.txt', content: samples.HCPCS }]);
  const on = (date: string) => createHcpcsTable(readHcpcs(draft.sections), FRESH, date);

  it('joins a long text over its records', () => {
    expect(draft).toMatchObject({ label: 'HCPCS Level II 2030Q4', rows: 2 });
    expect(on('2030-01-01').find('g0001')?.description).toBe('Visit of a made-up kind, with a plan of service, first');
  });

  it('knows from when a code is terminated', () => {
    expect(on('2024-12-30').find('J0002')?.terminated).toBe(false);
    expect(on('2024-12-31').find('J0002')?.terminated).toBe(true);
  });

  it('keeps neither dental codes nor modifiers', () => {
    expect(on('2030-01-01').find('D0120')).toBeUndefined();
    expect(Buffer.from(Object.values(draft.sections)[0] ?? []).toString()).not.toMatch(/Dental|modifier/);
  });
});

describe('the physician fee schedule', () => {
  const files = [
    { name: 'PPRRVU2030_Oct_nonQPP.csv', content: samples.PPRRVU },
    { name: 'GPCI2030.csv', content: samples.GPCI },
  ];
  const draft = importOne('rvu', files);
  const table = (locality = '') => createFeeTable(readFees(draft.sections), FRESH, locality);

  it('serves from its quarter to the end of the year', () => {
    expect(draft).toMatchObject({ variant: '', effectiveFrom: '2030-10-01', effectiveTo: '2030-12-31', rows: 3 });
  });

  it('prices by setting, modifier and locality', () => {
    expect(table().allowedCents('10000', undefined, false)).toBe(9920);
    expect(table().allowedCents('10000', undefined, true)).toBe(5120);
    expect(table().allowedCents('10000', '26', false)).toBe(3040);
    expect(table('01112-05').allowedCents('10000', undefined, false)).toBe(
      Math.round((1 * 1 + 2 * 1.5 + 0.1 * 0.5) * 3200),
    );
    expect(table('01112-05').release.label).toContain('ALDER BAY, COUNTY');
  });

  it('has no price where the service is not done, and none for what it does not know', () => {
    expect(table().allowedCents('10001', undefined, true)).toBeUndefined();
    expect(table().allowedCents('99999', undefined, true)).toBeUndefined();
  });

  it('gives the indicators', () => {
    expect(table().indicators('10000')).toEqual({ status: 'A', globalDays: '010', bilateral: '1', pctc: '1' });
  });

  it('takes the conversion factor that is given', () => {
    const other = importOne('rvu', files, { conversionFactor: 10 });
    expect(createFeeTable(readFees(other.sections), FRESH, '').allowedCents('10000', undefined, false)).toBe(3100);
  });

  it('keeps no descriptor', () => {
    expect(
      Object.values(draft.sections)
        .map((bytes) => Buffer.from(bytes).toString())
        .join(''),
    ).not.toContain('DESCRIPTOR');
  });

  it('keeps the price list for participants in quality payment apart', () => {
    const drafts = importText('rvu', [...files, { name: 'PPRRVU2030_Oct_QPP.csv', content: samples.PPRRVU }]);
    expect(drafts.map(({ variant }) => variant)).toEqual(['', 'qpp']);
  });

  it('is completed by localities that come later', () => {
    const [fees, places] = files;
    if (fees === undefined || places === undefined) throw new Error('no files');
    const alone = importOne('rvu', [fees]);
    const completed = importOne('rvu', [places], {}, (variant, label) =>
      variant === '' && label === alone.label ? alone.sections : undefined,
    );
    expect(completed).toMatchObject({ label: alone.label, effectiveFrom: '2030-10-01' });
    expect(createFeeTable(readFees(completed.sections), FRESH, '01112-05').release.label).toContain('ALDER BAY');
  });
});

describe('CMS-HCC', () => {
  const drafts = importText('hcc', [
    { name: 'ra_dx_to_cc_2031.csv', content: samples.HCC_MAPPING },
    { name: 'ra_hierarchies_2031.csv', content: samples.HCC_HIERARCHIES },
    { name: 'ra_labels_2031.csv', content: samples.HCC_LABELS },
  ]);
  const draft = drafts.find(({ variant }) => variant === 'cms-hcc-v28');

  it('keeps its models apart, for the dates of service of their payment year', () => {
    expect(drafts.map(({ variant }) => variant).toSorted()).toEqual(['cms-hcc-v24', 'cms-hcc-v28']);
    expect(draft).toMatchObject({ effectiveFrom: '2030-01-01', effectiveTo: '2030-12-31' });
  });

  it('gives categories, what they cover, and their labels', () => {
    const table = createHccTable(readHcc(draft?.sections ?? {}), FRESH);
    expect(table.categoriesOf('E11.22')).toEqual(['37']);
    expect(table.categoriesOf('Z00.00')).toEqual([]);
    expect(table.categoriesBelow('37')).toEqual(['38']);
    expect(table.label('37')).toBe('Diabetes, with complications');
  });
});

describe('the lists of the Medicare Code Editor', () => {
  const draft = importOne('mce', [{ name: 'mce.tsv', content: samples.MCE }]);
  const table = createMceTable(readMce(draft.sections), FRESH);

  it('are of the fiscal year of their version', () => {
    expect(draft).toMatchObject({
      label: 'Medicare Code Editor v47',
      effectiveFrom: '2029-10-01',
      effectiveTo: '2030-09-30',
      rows: 3,
    });
  });

  it('hold diagnoses by list, and no procedures', () => {
    expect(table.has('newborn', 'P70.0')).toBe(true);
    expect(table.has('female', 'n800')).toBe(true);
    expect(table.has('male', 'N80.0')).toBe(false);
    expect(table.has('female', '0U5B0ZZ')).toBe(false);
  });
});

describe('local coverage articles', () => {
  const files = [
    { name: 'article_x_hcpc_code.csv', content: samples.LCD_SERVICES },
    { name: 'article_x_icd10_covered.csv', content: samples.LCD_COVERED },
    { name: 'article_x_icd10_noncovered.csv', content: samples.LCD_NONCOVERED },
  ];

  it('cover what they list, do not cover what they leave out, and say nothing of other services', () => {
    const draft = importOne('lcd', files, { effective: '2030-02-01' });
    const table = createLcdTable(readLcd(draft.sections), FRESH);
    expect(table.covers('10000', 'E11.22')).toBe(true);
    expect(table.covers('10000', 'E11.9')).toBe(false);
    expect(table.covers('10001', 'E11.9')).toBe(false);
    expect(table.covers('10001', 'E11.22')).toBeUndefined();
    expect(table.covers('10009', 'E11.22')).toBeUndefined();
    expect(
      Object.values(draft.sections)
        .map((bytes) => Buffer.from(bytes).toString())
        .join(''),
    ).not.toContain('TEXT');
  });

  it('are read from an archive inside the archive', () => {
    const inner = zipSync(Object.fromEntries(files.map(({ name, content }) => [name, strToU8(content)])));
    const outer = zipSync({ 'current_article_csv.zip': inner });
    expect(importOne('lcd', [{ name: 'current_article.zip', content: outer }], { effective: '2030-02-01' }).rows).toBe(
      2,
    );
  });
});
