import { describe, expect, it } from '@jest/globals';
import { LaunchRecord } from '#smart/launch.entity.ts';
import { TestBrowser } from '#test/support/cookie-browser.ts';
import { CLIENT_ID, startSmartStack } from '#test/support/smart-stack.ts';

const ADA = { patient: 'ada', encounter: 'visit-ada', practitioner: 'dr-oma' };

describe.each([
  ['signs with RS384', { signingAlgorithm: 'RS384' as const }],
  ['signs with ES384', { signingAlgorithm: 'ES384' as const }],
  [
    'has a client secret',
    { authMethod: 'client_secret_basic' as const, clientSecret: 's3cret-of_the%site+/with-odd:signs' },
  ],
])('a site for which RevRx %s', (_name, site) => {
  it('launches, refreshes and works at night', async () => {
    await using stack = await startSmartStack({ site });
    const { trail } = await new TestBrowser().visit(stack.sandbox.launchUrl(CLIENT_ID, ADA));
    expect(trail.at(-1)).toMatch(/\/app\/launches\//);
    const key = { tenantId: stack.tenantId, launchId: trail.at(-1)?.split('/').at(-1) ?? '' };
    await stack.database.inTenant(key.tenantId, (em) =>
      em.nativeUpdate(LaunchRecord, { tenantId: key.tenantId, id: key.launchId }, { tokenExpiresAt: new Date(0) }),
    );
    for (const token of [await stack.smart.getLaunchToken(key), await stack.smart.getBackendToken(stack.site.id)]) {
      const headers = { authorization: `Bearer ${token}` };
      expect((await fetch(`${stack.sandbox.fhirBaseUrl}/Patient/ada`, { headers })).status).toBe(200);
    }
  });
});

describe('an EHR that gives no refresh token', () => {
  it('has launches that end with their token', async () => {
    await using stack = await startSmartStack({
      site: { launchScope: 'launch openid fhirUser user/Patient.rs user/Encounter.rs' },
    });
    const browser = new TestBrowser();
    const { trail } = await browser.visit(stack.sandbox.launchUrl(CLIENT_ID, ADA));
    const launchId = trail.at(-1)?.split('/').at(-1) ?? '';
    const launch = stack.launched[0];
    expect((launch?.expiresAt.getTime() ?? 0) - (launch?.createdAt.getTime() ?? 0)).toBeLessThanOrEqual(3_600_000);
    stack.clock.advance(3_600_000);
    expect((await browser.fetch(`${stack.url}/api/launches/${launchId}`)).status).toBe(401);
    await expect(stack.smart.getLaunchToken({ tenantId: stack.tenantId, launchId })).rejects.toMatchObject({
      code: 'not-signed-in',
    });
  });
});
