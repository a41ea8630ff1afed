import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { AppError } from '#kernel/index.ts';
import {
  parseOpenidConfiguration,
  parseSmartConfiguration,
  requirePinned,
  requireS256,
} from '#smart/discovery-document.ts';

const BASE = 'https://ehr.example.org/api/FHIR/R4';
const minimal = {
  token_endpoint: 'https://ehr.example.org/oauth2/token',
  grant_types_supported: ['authorization_code'],
  capabilities: ['launch-ehr'],
  code_challenge_methods_supported: ['S256'],
};

describe('a SMART configuration', () => {
  it('may leave out issuer and jwks_uri, as SMART allows without OpenID Connect', () => {
    expect(parseSmartConfiguration(minimal, BASE)).toMatchObject({
      issuer: undefined,
      jwksUri: undefined,
      tokenEndpoint: 'https://ehr.example.org/oauth2/token',
    });
  });

  it('has relative addresses resolved below the FHIR base, slash at its end or not', () => {
    for (const base of [BASE, `${BASE}/`]) {
      expect(parseSmartConfiguration({ ...minimal, token_endpoint: 'auth/token' }, base).tokenEndpoint).toBe(
        'https://ehr.example.org/api/FHIR/R4/auth/token',
      );
    }
  });

  it.each(['javascript:alert(1)', 'file:///etc/passwd', 'data:text/html,x'])('never has the address %s', (address) => {
    expect(() => parseSmartConfiguration({ ...minimal, authorization_endpoint: address }, BASE)).toThrow(AppError);
  });

  it('that is not one ends in an AppError, whatever it is', () => {
    fc.assert(
      fc.property(fc.jsonValue(), (value) => {
        try {
          expect(typeof parseSmartConfiguration(value, BASE).tokenEndpoint).toBe('string');
        } catch (error) {
          expect(error).toMatchObject({ code: 'oauth-discovery-failed' });
        }
      }),
    );
  });

  it('without S256 is refused, and with plain only too, unless an administrator has said otherwise', () => {
    const without = parseSmartConfiguration({ ...minimal, code_challenge_methods_supported: ['plain'] }, BASE);
    expect(() => requireS256(without, {})).toThrow(/PKCE/);
    expect(() => requireS256(without, { allowMissingS256: true })).not.toThrow();
  });
});

describe('an OpenID configuration', () => {
  it('must name exactly the issuer that was expected', () => {
    const document = { issuer: 'https://ehr.example.org/oauth2', jwks_uri: 'https://ehr.example.org/keys' };
    expect(parseOpenidConfiguration(document, document.issuer).jwksUri).toBe(document.jwks_uri);
    expect(() => parseOpenidConfiguration(document, `${document.issuer}/`)).toThrow(/another issuer/);
  });
});

describe('pinned hosts', () => {
  const site = { id: 's', pinnedHosts: ['ehr.example.org', 'login.example.org:8443'] };

  it('let the confirmed hosts through, port included', () => {
    expect(() => requirePinned(['https://ehr.example.org/a', 'https://login.example.org:8443/b'], site)).not.toThrow();
  });

  it.each(['https://login.example.org/b', 'https://ehr.example.org.evil.net/', 'https://evil.net/?ehr.example.org'])(
    'stop %s',
    (address) => {
      expect(() => requirePinned([address], site)).toThrow(/nobody has confirmed/);
    },
  );
});
