import { spawn } from 'node:child_process';
import { createHash } from 'node:crypto';
import { join } from 'node:path';
import { describe, expect, it } from '@jest/globals';
import { strToU8, zipSync } from 'fflate';
import { HCPCS, ORDER_FILE, TABULAR_XML } from '../../unit/codes/samples.ts';
import { startArchiveServer } from './archive-server.ts';
import { type Folder, temporaryFolder } from './codes-fixture.ts';

interface Ended {
  readonly status: number | null;
  readonly stdout: string;
  readonly stderr: string;
}

/** `revrx codes …` as a user runs it, not on a terminal. */
async function revrxCodes(folder: Folder, ...args: readonly string[]): Promise<Ended> {
  const child = spawn(process.execPath, ['bin/revrx.mjs', 'codes', ...args], {
    env: { ...process.env, REVRX_CODES_DIR: join(folder.path, 'codes') },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  const [stdout, stderr, status] = await Promise.all([
    text(child.stdout),
    text(child.stderr),
    new Promise<number | null>((resolve) => child.on('close', resolve)),
  ]);
  return { status, stdout, stderr };
}

async function text(stream: AsyncIterable<unknown>): Promise<string> {
  let all = '';
  for await (const chunk of stream) all += String(chunk);
  return all;
}

describe('revrx codes', () => {
  it('imports official files, lists the release and looks codes up', async () => {
    await using folder = await temporaryFolder();
    const order = await folder.write('icd10cm_order_2031.txt', ORDER_FILE);
    const tabular = await folder.write('icd10cm_tabular_2031.xml', TABULAR_XML);

    const imported = await revrxCodes(folder, 'import', 'icd10cm', order, tabular);
    expect(imported).toEqual({
      status: 0,
      stdout: 'ICD-10-CM FY2031: 13 codes or edits, in force from 2030-10-01.\n',
      stderr: '',
    });

    const listed = await revrxCodes(folder, 'list', '--json');
    expect(JSON.parse(listed.stdout)).toMatchObject([{ kind: 'icd10cm', label: 'ICD-10-CM FY2031', rows: 13 }]);
    expect((await revrxCodes(folder, 'list')).stdout).toContain('ICD-10-CM FY2031');

    const found = await revrxCodes(folder, 'lookup', 'e1122', 'E10.9', '--date', '2031-01-01', '--json');
    expect(found.status).toBe(0);
    expect(JSON.parse(found.stdout)).toMatchObject({
      release: { stale: false },
      codes: [{ code: 'E11.22', billable: true }, { code: 'E10.9' }],
      pairs: [{ excludes1: 'type 1 diabetes mellitus (E10.-)' }, {}],
    });
  });

  it('exits with 1 when a code is in no table, and says so', async () => {
    await using folder = await temporaryFolder();
    expect(await revrxCodes(folder, 'lookup', 'X99.9')).toEqual({
      status: 1,
      stdout: 'X99.9: not in any loaded table.\n',
      stderr: '',
    });
  });

  it('ends with a sentence and 1 when a file is not what it should be, with 2 when the command line is wrong', async () => {
    await using folder = await temporaryFolder();
    const file = await folder.write('note.txt', 'Dear reader');
    const failed = await revrxCodes(folder, 'import', 'mue', file);
    expect(failed.status).toBe(1);
    expect(failed.stderr).toMatch(
      /^revrx: No file given holds an NCCI medically unlikely edits table .*\[codes-import-failed\]\n$/,
    );
    expect((await revrxCodes(folder, 'import', 'nonsense', file)).status).toBe(2);
    expect((await revrxCodes(folder, 'import', 'mue', file, '--year', 'soon')).status).toBe(2);
  });

  it('installs from a mirror, and shows what there is to install', async () => {
    await using folder = await temporaryFolder();
    const zip = zipSync({ 'HCPC2026_OCT_ANWEB_v2.txt': strToU8(HCPCS) });
    await using server = await startArchiveServer((_request, response) => response.end(zip));
    const sha256 = createHash('sha256').update(zip).digest('hex');

    expect((await revrxCodes(folder, 'install')).stdout).toMatch(/ptp-2026q4-f1 .*AMA terms/);
    const refused = await revrxCodes(folder, 'install', 'hcpcs', '--mirror', server.url);
    expect(refused.status).toBe(1);
    expect(refused.stderr).toContain(`--sha256 ${sha256}`);
    const installed = await revrxCodes(folder, 'install', 'hcpcs-2026q4', '--mirror', server.url, '--sha256', sha256);
    expect(installed).toEqual({
      status: 0,
      stdout: 'HCPCS Level II 2026Q4: 2 codes or edits, in force from 2026-10-01.\n',
      stderr: '',
    });
    expect((await revrxCodes(folder, 'install', 'tarot')).stderr).toContain('There is no archive "tarot".');
  });
});
