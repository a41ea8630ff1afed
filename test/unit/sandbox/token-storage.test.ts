import { describe, expect, it } from '@jest/globals';
import { TokenStorage } from '#sandbox/oauth/token-storage.ts';

const nobody = () => Promise.resolve(undefined);

describe('the token storage of the sandbox EHR', () => {
  it('lets a code be consumed once, and revokes its grant the second time', async () => {
    const storage = new TokenStorage(nobody);
    const codes = storage.adapter('AuthorizationCode');
    const tokens = storage.adapter('AccessToken');
    await codes.upsert('code', { jti: 'code', grantId: 'grant' }, 60);
    await tokens.upsert('token', { jti: 'token', grantId: 'grant' }, 60);
    await tokens.upsert('other', { jti: 'other', grantId: 'another grant' }, 60);
    await codes.consume('code');
    expect(await tokens.find('token')).toBeDefined();
    await expect(codes.consume('code')).rejects.toMatchObject({ error: 'invalid_grant' });
    expect(await tokens.find('token')).toBeUndefined();
    expect(await tokens.find('other')).toBeDefined();
  });

  it('expires everything of a kind when told to', async () => {
    const storage = new TokenStorage(nobody);
    const tokens = storage.adapter('AccessToken');
    await tokens.upsert('token', { jti: 'token', exp: 4_000_000_000 }, 60);
    storage.expire('AccessToken');
    expect((await tokens.find('token'))?.exp).toBe(1);
  });
});
