import { readdir, readFile, truncate, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it } from '@jest/globals';
import { strToU8, zipSync } from 'fflate';
import { importCodes, loadCodeTables } from '#codes/index.ts';
import { ADD_ON, MUE, ORDER_FILE, PTP_MEDICARE, TABULAR_XML } from '../../unit/codes/samples.ts';
import { type Folder, temporaryFolder } from './codes-fixture.ts';

const importOrder = async (folder: Folder, year: number, content = ORDER_FILE): Promise<void> => {
  const file = await folder.write(`icd10cm_order_${year}.txt`, content);
  await importCodes({ directory: join(folder.path, 'codes'), kind: 'icd10cm', files: [file] });
};

const library = (folder: Folder) => loadCodeTables({ directory: join(folder.path, 'codes') });

describe('the library of code tables', () => {
  it('without an import has the starter catalogue, and nothing else', async () => {
    await using folder = await temporaryFolder();
    const { icd10cm, year, ...others } = library(folder).tablesFor('2026-05-04');
    expect(year).toBe(2026);
    expect(icd10cm.release.starter).toBe(true);
    expect(Object.values(others).every((table) => table === undefined)).toBe(true);
  });

  it("serves the release in force on the date of service, and says when its year is not the date's", async () => {
    await using folder = await temporaryFolder();
    await importOrder(folder, 2030);
    await importOrder(folder, 2031);
    const on = (date: string) => library(folder).tablesFor(date).icd10cm.release;
    expect(on('2030-09-30')).toEqual({ label: 'ICD-10-CM FY2030', starter: false, stale: false });
    expect(on('2030-10-01')).toEqual({ label: 'ICD-10-CM FY2031', starter: false, stale: false });
    expect(on('2033-01-01')).toEqual({ label: 'ICD-10-CM FY2031', starter: false, stale: true });
    expect(on('2028-01-01')).toEqual({ label: 'ICD-10-CM FY2030', starter: false, stale: true });
  });

  it('hands out the same table for dates that one release serves', async () => {
    await using folder = await temporaryFolder();
    await importOrder(folder, 2030);
    const loaded = library(folder);
    expect(loaded.tablesFor('2030-01-01').icd10cm).toBe(loaded.tablesFor('2030-02-01').icd10cm);
  });

  it('sees what is imported after it was opened', async () => {
    await using folder = await temporaryFolder();
    const loaded = library(folder);
    expect(loaded.tablesFor('2030-01-01').icd10cm.release.starter).toBe(true);
    await importOrder(folder, 2030);
    expect(loaded.tablesFor('2030-01-01').icd10cm.release.label).toBe('ICD-10-CM FY2030');
    expect(loaded.releases).toHaveLength(1);
  });

  it('lends the notes of the year before to a release of which only the order file is there, and says so', async () => {
    await using folder = await temporaryFolder();
    const tabular = await folder.write('icd10cm_tabular_2031.xml', TABULAR_XML);
    await importCodes({ directory: join(folder.path, 'codes'), kind: 'icd10cm', files: [tabular] });
    await importOrder(folder, 2032);
    const { icd10cm } = library(folder).tablesFor('2032-01-01');
    expect(icd10cm.excludes1('E11.9', 'E10.9')).toBeDefined();
    expect(icd10cm.release.label).toBe('ICD-10-CM FY2032, notes of ICD-10-CM FY2031');
  });

  it('reads edits as of the date of service, for the program and setting that is asked', async () => {
    await using folder = await temporaryFolder();
    const directory = join(folder.path, 'codes');
    await importCodes({ directory, kind: 'ptp', files: [await folder.write('ccipra-v363r0-f1.TXT', PTP_MEDICARE)] });
    await importCodes({ directory, kind: 'aoc', files: [await folder.write('AOC_V2030Q1.txt', ADD_ON)] });
    const loaded = library(folder);
    expect(loaded.tablesFor('2024-05-04').ptp?.find('10000', '20001')?.modifierIndicator).toBe(1);
    expect(loaded.tablesFor('2030-05-04').ptp?.find('10000', '20001')?.modifierIndicator).toBe(0);
    expect(loaded.tablesFor('2030-05-04', { setting: 'outpatient-hospital' }).ptp).toBeUndefined();
    expect(loaded.tablesFor('2020-01-01').addOn?.find('10002')?.primaries).toEqual(['10000', '10001']);
  });

  it('keeps the checksum and size of each source, and one file a release however often it is imported', async () => {
    await using folder = await temporaryFolder();
    const directory = join(folder.path, 'codes');
    const file = await folder.write('edits-2030q1.zip', zipSync({ 'MCR_MUE_PractitionerServices.csv': strToU8(MUE) }));
    await importCodes({ directory, kind: 'mue', files: [file] });
    const [header] = await importCodes({ directory, kind: 'mue', files: [file] });
    expect(header?.sources).toEqual([
      {
        name: 'edits-2030q1.zip',
        sha256: expect.stringMatching(/^[0-9a-f]{64}$/),
        bytes: (await readFile(file)).length,
      },
    ]);
    expect(await readdir(directory)).toEqual(['mue-medicare-practitioner-ncci-mue-2030q1.codes']);
    expect(library(folder).tablesFor('2030-02-01').mue?.find('10000')?.units).toBe(1);
  });

  it('leaves the release that is there untouched when an import fails', async () => {
    await using folder = await temporaryFolder();
    await importOrder(folder, 2030);
    await expect(importOrder(folder, 2030, `${ORDER_FILE}\ntorn`)).rejects.toThrow(/line 14/);
    expect(await readdir(join(folder.path, 'codes'))).toEqual(['icd10cm-icd-10-cm-fy2030.codes']);
    expect(library(folder).tablesFor('2030-01-01').icd10cm.find('E11.9')).toBeDefined();
  });

  it('tells a torn or foreign file, by its name', async () => {
    await using folder = await temporaryFolder();
    await importOrder(folder, 2030);
    const path = join(folder.path, 'codes', 'icd10cm-icd-10-cm-fy2030.codes');
    await truncate(path, 400);
    expect(() => library(folder)).toThrow(/fy2030\.codes is damaged or was cut off/);
    await writeFile(path, 'something else altogether');
    expect(() => library(folder)).toThrow(/fy2030\.codes is not a code table of this version/);
  });

  it.each([
    [['nowhere.txt'], /There is no file/],
    [['.'], /is not a file/],
    [[], /No file was given/],
  ])('refuses to import %j with a sentence', async (names, message) => {
    await using folder = await temporaryFolder();
    const files = names.map((name) => join(folder.path, name));
    await expect(importCodes({ directory: folder.path, kind: 'mue', files })).rejects.toThrow(message);
  });

  it('refuses an archive that was cut off', async () => {
    await using folder = await temporaryFolder();
    const zip = zipSync({ 'MUE_Eff_01-01-2030.csv': strToU8(MUE.repeat(50)) });
    const file = await folder.write('mue.zip', zip.subarray(0, zip.length / 2));
    await expect(importCodes({ directory: folder.path, kind: 'mue', files: [file] })).rejects.toThrow(
      /mue\.zip (?:was cut off|is damaged)/,
    );
  });
});
