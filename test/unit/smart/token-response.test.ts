import { describe, expect, it } from '@jest/globals';
import { parseLaunchContext, tokenExpiry, toTokens } from '#smart/token-response.ts';
import { findLatestEncounter } from '#smart/encounter-choice.ts';
import { standaloneScope } from '#smart/authorize.ts';
import { newState, siteOfState } from '#smart/login-attempts.ts';
import { rawBasic } from '#smart/client-authentication.ts';
import { safeOauthCode } from '#smart/oauth-errors.ts';
import { newId } from '#kernel/index.ts';

describe('the launch context of a token response', () => {
  it('shows the banner unless the EHR says that it does', () => {
    expect(parseLaunchContext({ patient: 'p' }).needPatientBanner).toBe(true);
    expect(parseLaunchContext({ patient: 'p', need_patient_banner: false }).needPatientBanner).toBe(false);
  });

  it('may lack what was asked for', () => {
    expect(parseLaunchContext({})).toMatchObject({ patientId: undefined, encounterId: undefined });
  });

  it.each(['../Patient/1', 'a/b', '', 'a b', 'x'.repeat(65), 7, null])('is refused with the patient %j', (patient) => {
    expect(() => parseLaunchContext({ patient })).toThrow(/not a valid FHIR id/);
  });
});

describe('tokens', () => {
  it('keep the old refresh token when the answer brings none, and take the new one when it does', () => {
    const old = { accessToken: 'a1', refreshToken: 'r1' };
    expect(toTokens({ access_token: 'a2' }, old)).toEqual({ accessToken: 'a2', refreshToken: 'r1' });
    expect(toTokens({ access_token: 'a2', refresh_token: 'r2' }, old)).toEqual({
      accessToken: 'a2',
      refreshToken: 'r2',
    });
  });

  it('without expires_in are taken to be good for five minutes', () => {
    expect(tokenExpiry({ access_token: 'a' }, new Date(0))).toEqual(new Date(300_000));
  });
});

describe('the encounter chosen for a chart', () => {
  const visit = (id: string, end: string, patient = 'p', status = 'finished') => ({
    resource: { resourceType: 'Encounter', id, status, subject: { reference: `Patient/${patient}` }, period: { end } },
  });

  it('is the finished one that ended last, whatever the order', () => {
    const entry = [
      visit('old', '2025-01-01'),
      visit('new', '2026-02-01'),
      visit('open', '2026-03-01', 'p', 'in-progress'),
    ];
    expect(findLatestEncounter({ resourceType: 'Bundle', entry }, 'p')).toBe('new');
    expect(findLatestEncounter({ resourceType: 'Bundle', entry: entry.toReversed() }, 'p')).toBe('new');
  });

  it("is never another patient's, even when the EHR answers with one", () => {
    expect(
      findLatestEncounter({ resourceType: 'Bundle', entry: [visit('x', '2026-02-01', 'q')] }, 'p'),
    ).toBeUndefined();
    expect(
      findLatestEncounter({ resourceType: 'Bundle', entry: [visit('x', '2026-02-01', 'xp')] }, 'p'),
    ).toBeUndefined();
  });

  it.each([undefined, null, 'text', {}, { resourceType: 'OperationOutcome' }])(
    'is none in an answer like %j',
    (answer) => {
      expect(findLatestEncounter(answer, 'p')).toBeUndefined();
    },
  );
});

describe('small parts of the protocol', () => {
  it('a state says which site it belongs to, and is different every time', () => {
    const site = newId();
    expect(siteOfState(newState(site))).toBe(site);
    expect(newState(site)).not.toBe(newState(site));
    for (const other of [undefined, '', 'x', 'x.y', ['a'], `${site}x.y`]) expect(siteOfState(other)).toBeUndefined();
  });

  it('Basic is over the raw pair, as in the example of SMART', () => {
    expect(rawBasic('my-app', 'my-app-secret-123')).toBe('Basic bXktYXBwOm15LWFwcC1zZWNyZXQtMTIz');
  });

  it('a standalone launch asks for patient and encounter instead of "launch"', () => {
    expect(standaloneScope('launch openid launch/patient user/Patient.rs')).toBe(
      'launch/patient launch/encounter openid user/Patient.rs',
    );
  });

  it("an EHR's error code is repeated only when it looks like one", () => {
    expect(safeOauthCode('access_denied')).toBe('access_denied');
    expect(safeOauthCode('John Doe, born 1970')).toBe('unknown error');
    expect(safeOauthCode(undefined)).toBe('unknown error');
  });
});
