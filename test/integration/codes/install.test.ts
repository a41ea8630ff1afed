import { createHash } from 'node:crypto';
import { readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it } from '@jest/globals';
import { strToU8, zipSync } from 'fflate';
import { type Archive, ARCHIVES, installArchive, type InstallRequest, loadCodeTables } from '#codes/index.ts';
import { MUE } from '../../unit/codes/samples.ts';
import { startArchiveServer } from './archive-server.ts';
import { type Folder, temporaryFolder } from './codes-fixture.ts';

const ZIP = zipSync({ 'MCR_MUE_PractitionerServices_Eff_10-01-2026.csv': strToU8(MUE) });
const SHA256 = createHash('sha256').update(ZIP).digest('hex');

const archiveOf = (kind: string): Archive => {
  const archive = ARCHIVES.find((candidate) => candidate.kind === kind);
  if (archive === undefined) throw new Error(`no archive of ${kind}`);
  return archive;
};

const requestOf = (folder: Folder, mirror: string, changes: Partial<InstallRequest> = {}): InstallRequest => ({
  directory: join(folder.path, 'codes'),
  archive: archiveOf('mue'),
  acceptAmaTerms: true,
  confirmChecksum: async () => false,
  sha256: SHA256,
  mirror,
  download: { retryDelayMs: 0, timeoutMs: 20_000 },
  ...changes,
});

describe('installing an official archive', () => {
  it('downloads, checks and imports it from the address it is published at', async () => {
    await using folder = await temporaryFolder();
    await using server = await startArchiveServer((_request, response) => response.end(ZIP));
    const [release] = await installArchive(requestOf(folder, `${server.url}/copy/`));
    expect(release).toMatchObject({ label: 'NCCI MUE 2026Q4', sources: [{ sha256: SHA256, bytes: ZIP.length }] });
    expect(server.paths).toEqual([`/copy${new URL(archiveOf('mue').url).pathname}`]);
    expect(
      loadCodeTables({ directory: join(folder.path, 'codes') })
        .tablesFor('2026-11-01')
        .mue?.find('10001')?.units,
    ).toBe(13);
  });

  it('asks for the terms of the AMA before anything is fetched', async () => {
    await using folder = await temporaryFolder();
    await using server = await startArchiveServer((_request, response) => response.end(ZIP));
    await expect(installArchive(requestOf(folder, server.url, { acceptAmaTerms: false }))).rejects.toThrow(
      /American Medical Association.*--accept-ama-terms/,
    );
    expect(server.paths).toEqual([]);
  });

  it('needs no such terms for tables without CPT', () => {
    expect(ARCHIVES.filter(({ amaTerms }) => !amaTerms).map(({ kind }) => kind)).toEqual([
      'icd10cm',
      'icd10cm',
      'hcpcs',
    ]);
  });

  it('installs nothing when the checksum is another', async () => {
    await using folder = await temporaryFolder();
    await using server = await startArchiveServer((_request, response) => response.end(ZIP));
    await expect(installArchive(requestOf(folder, server.url, { sha256: 'ab'.repeat(32) }))).rejects.toThrow(
      new RegExp(`checksum is ${SHA256}, not abab`),
    );
    expect(await readdir(folder.path)).toEqual([]);
  });

  it('without a known checksum shows that of the download, and goes on only when it is confirmed', async () => {
    await using folder = await temporaryFolder();
    await using server = await startArchiveServer((_request, response) => response.end(ZIP));
    const { sha256: _sha256, ...request } = requestOf(folder, server.url);
    await expect(installArchive(request)).rejects.toThrow(new RegExp(`--sha256 ${SHA256}`));
    const asked: string[] = [];
    const confirmChecksum = async (sha256: string) => asked.push(sha256) > 0;
    expect(await installArchive({ ...request, confirmChecksum })).toHaveLength(1);
    expect(asked).toEqual([SHA256]);
  });

  it('tries again when the server is busy, fails, or hangs up', async () => {
    await using folder = await temporaryFolder();
    await using server = await startArchiveServer((_request, response) => response.end());
    server.answer = (_request, response) => {
      const attempt = server.paths.length;
      if (attempt === 1) response.writeHead(503, { 'retry-after': '0' }).end();
      else if (attempt === 2) response.destroy();
      else if (attempt === 3) {
        response.writeHead(200, { 'content-length': ZIP.length });
        response.write(ZIP.subarray(0, 40), () => response.destroy());
      } else response.end(ZIP);
    };
    expect(await installArchive(requestOf(folder, server.url))).toHaveLength(1);
    expect(server.paths).toHaveLength(4);
  });

  it('gives up with a sentence when it stays down', async () => {
    await using folder = await temporaryFolder();
    await using server = await startArchiveServer((_request, response) => response.writeHead(500).end());
    await expect(installArchive(requestOf(folder, server.url))).rejects.toThrow(
      /the server answers 500.*download it in a browser/,
    );
    expect(server.paths).toHaveLength(4);
  });

  it('does not try again when the archive is not there', async () => {
    await using folder = await temporaryFolder();
    await using server = await startArchiveServer((_request, response) => response.writeHead(404).end());
    await expect(installArchive(requestOf(folder, server.url))).rejects.toThrow(
      /answers 404; the archive may have been moved/,
    );
    expect(server.paths).toHaveLength(1);
  });

  it('stops waiting for a server that says nothing', async () => {
    await using folder = await temporaryFolder();
    await using server = await startArchiveServer(() => undefined);
    const download = { retryDelayMs: 0, attempts: 1, timeoutMs: 50 };
    await expect(installArchive(requestOf(folder, server.url, { download }))).rejects.toThrow(/it took too long/);
  });

  it('follows a redirect within the host only', async () => {
    await using folder = await temporaryFolder();
    await using server = await startArchiveServer((_request, response) => response.end());
    server.answer = ({ url }, response) =>
      url === '/moved.zip' ? response.end(ZIP) : response.writeHead(302, { location: '/moved.zip' }).end();
    expect(await installArchive(requestOf(folder, server.url))).toHaveLength(1);
    server.answer = (_request, response) =>
      response.writeHead(302, { location: 'http://169.254.169.254/latest' }).end();
    await expect(installArchive(requestOf(folder, server.url))).rejects.toThrow(
      /redirects to 169\.254\.169\.254\/latest, which is not followed/,
    );
    server.answer = (_request, response) => response.writeHead(302, { location: '/round' }).end();
    await expect(installArchive(requestOf(folder, server.url))).rejects.toThrow(/redirects more than 3 times/);
  });

  it('takes a web page for what it is', async () => {
    await using folder = await temporaryFolder();
    await using server = await startArchiveServer((_request, response) =>
      response.end('<html>Accept the licence</html>'),
    );
    await expect(installArchive(requestOf(folder, server.url))).rejects.toThrow(/no archive \(a web page, perhaps\)/);
  });

  it('stops at an archive that is larger than any table', async () => {
    await using folder = await temporaryFolder();
    await using server = await startArchiveServer((_request, response) => response.end(ZIP));
    await expect(installArchive(requestOf(folder, server.url, { download: { maxBytes: 100 } }))).rejects.toThrow(
      /larger than 100 bytes/,
    );
  });

  it.each(['http://mirror.example.org', 'file:///tmp', 'no address'])('refuses the mirror %s', async (mirror) => {
    await using folder = await temporaryFolder();
    await expect(installArchive(requestOf(folder, mirror))).rejects.toThrow(/must be an https address/);
  });
});
