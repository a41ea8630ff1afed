import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { newId } from '#kernel/index.ts';
import { openDatabase, type Database } from '#persistence/index.ts';
import { createSiteService, type SiteService } from '#sites/index.ts';
import { SigningKeyRecord } from '#sites/signing-key.entity.ts';
import { SiteDirectoryEntry } from '#sites/site-directory.entity.ts';
import { SiteRecord } from '#sites/site.entity.ts';
import { createTestDatabase, type TestDatabase } from '#test/support/postgres.ts';
import { createTestVault } from '#test/support/vault.ts';
import { entities } from '../../../src/entities.ts';

let access: TestDatabase;
let database: Database;
let sites: SiteService;

beforeAll(async () => {
  access = await createTestDatabase();
  database = openDatabase({ connection: access.application, entities });
  sites = createSiteService({ database, vault: await createTestVault(database) });
});
afterAll(async () => {
  await database[Symbol.asyncDispose]();
  await access[Symbol.asyncDispose]();
});

const secret = 'a-secret-that-nobody-reads';
const input = (name: string) => ({ name, fhirBaseUrl: `https://${name}.example.org/fhir`, clientId: 'c' });

describe('a connection to an EHR', () => {
  it('is found by its issuer exactly, and by no other spelling', async () => {
    const site = await sites.addSite(await sites.addTenant('Alder'), input('alder'));
    expect(await sites.findSiteByIssuer(site.fhirBaseUrl)).toEqual(site);
    for (const other of [
      `${site.fhirBaseUrl}/`,
      site.fhirBaseUrl.toUpperCase(),
      site.fhirBaseUrl.replace('https', 'http'),
      '',
      '%',
    ]) {
      expect(await sites.findSiteByIssuer(other)).toBeUndefined();
    }
  });

  it('is not to be had by a second organization', async () => {
    await sites.addSite(await sites.addTenant('Birch'), input('birch'));
    const other = await sites.addTenant('Copycat');
    await expect(sites.addSite(other, input('birch'))).rejects.toMatchObject({ code: 'conflict' });
    expect(await sites.listSites(other)).toEqual([]);
  });

  it('cannot be taken over in the directory by another organization, whatever the code does', async () => {
    const site = await sites.addSite(await sites.addTenant('Cedar'), input('cedar'));
    const thief = await sites.addTenant('Thief');
    const where = { siteId: site.id };
    await database.inTenant(thief, async (em) => {
      expect(await em.nativeUpdate(SiteDirectoryEntry, where, { issuer: 'https://thief.example.org' })).toBe(0);
      expect(await em.nativeDelete(SiteDirectoryEntry, where)).toBe(0);
      expect(await em.count(SiteRecord, {})).toBe(0);
      expect(await em.count(SigningKeyRecord, {})).toBe(0);
    });
    const entry = { siteId: newId(), tenantId: site.tenantId, issuer: 'https://planted.example.org' };
    await expect(database.inTenant(thief, (em) => em.insert(SiteDirectoryEntry, entry))).rejects.toThrow(
      /row-level security/,
    );
    expect(await sites.findSiteByIssuer(site.fhirBaseUrl)).toEqual(site);
  });

  it('keeps its secret and its private keys sealed', async () => {
    const tenantId = await sites.addTenant('Elm');
    const basic = { ...input('elm'), authMethod: 'client_secret_basic' as const, clientSecret: secret };
    const site = await sites.addSite(tenantId, basic);
    const keyed = await sites.addSite(tenantId, input('elm-keyed'));
    expect((await sites.clientSecret(site)).reveal()).toBe(secret);
    expect(String(await sites.clientSecret(site))).toBe('[secret]');
    await database.inTenant(tenantId, async (em) => {
      const record = await em.findOneOrFail(SiteRecord, { id: site.id });
      expect(Buffer.from(record.sealedClientSecret ?? '').includes(secret)).toBe(false);
      const keys = await em.find(SigningKeyRecord, { siteId: keyed.id });
      expect(keys).toHaveLength(2);
      for (const { sealedPrivateJwk, publicJwk } of keys) {
        expect(Buffer.from(sealedPrivateJwk).includes('"d"')).toBe(false);
        expect(publicJwk).not.toHaveProperty('d');
      }
    });
  });

  it('is found by name or id on the command line, and a name that several bear is refused', async () => {
    const tenantId = await sites.ensureTenant('Fir');
    const site = await sites.addSite(tenantId, { ...input('fir'), name: 'Fir Clinic' });
    expect((await sites.getSiteByNameOrId('fir clinic')).id).toBe(site.id);
    expect((await sites.getSiteByNameOrId(site.id)).name).toBe('Fir Clinic');
    expect(await sites.ensureTenant('Fir')).toBe(tenantId);
    await sites.addSite(tenantId, { ...input('fir-2'), name: 'Fir clinic' });
    await expect(sites.getSiteByNameOrId('FIR CLINIC')).rejects.toMatchObject({ code: 'conflict' });
    await expect(sites.getSite(newId())).rejects.toMatchObject({ code: 'not-found' });
  });

  it('remembers its last successful pull', async () => {
    const site = await sites.addSite(await sites.addTenant('Gum'), input('gum'));
    const at = new Date('2026-03-01T02:15:00Z');
    await sites.recordSuccessfulPull(site, at);
    expect((await sites.getSite(site.id)).lastSuccessfulPull).toEqual(at);
  });
});
