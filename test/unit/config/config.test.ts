import { describe, expect, it } from '@jest/globals';
import { inspect } from 'node:util';
import { parseConfig, renderEnvExample } from '#config/index.ts';

const production = {
  NODE_ENV: 'production',
  REVRX_KEY_FILE: '/etc/revrx/keys.json',
  PUBLIC_URL: 'https://revrx.example.org',
  SESSION_SECRET: 'x'.repeat(40),
  DATABASE_URL: 'postgres://app:s3cret@db.example.org/revrx?sslmode=verify-full',
};

function messageOf(env: Record<string, string>): string {
  try {
    parseConfig(env);
  } catch (error) {
    return error instanceof Error ? error.message : '';
  }
  return '';
}

describe('parseConfig', () => {
  it('runs on defaults: embedded database, sandbox on port 4000, itself on 3000', () => {
    const config = parseConfig({});
    expect(config).toMatchObject({
      port: 3000,
      publicUrl: 'http://localhost:3000',
      sandbox: { port: 4000 },
      production: false,
    });
    expect(config.database.kind).toBe('embedded');
  });

  it('names every mistake in one message', () => {
    const message = messageOf({
      PORT: 'eighty',
      DATABASE_URL: 'mysql://x',
      SESSION_SECRET: 'short',
      LOG_LEVEL: 'loud',
    });
    for (const name of ['PORT', 'DATABASE_URL', 'SESSION_SECRET', 'LOG_LEVEL']) expect(message).toContain(name);
    expect(message).toContain('4 mistakes');
  });

  it("refuses in production what is only safe on a developer's machine", () => {
    const message = messageOf({ NODE_ENV: 'production', SANDBOX: 'true', PUBLIC_URL: 'http://revrx.example.org' });
    for (const name of ['SANDBOX', 'REVRX_KEY_FILE', 'PUBLIC_URL', 'SESSION_SECRET', 'DATABASE_URL']) {
      expect(message).toContain(name);
    }
    expect(parseConfig(production)).toMatchObject({ production: true, sandbox: undefined });
  });

  it('refuses a database across the network without TLS in production', () => {
    expect(messageOf({ ...production, DATABASE_URL: 'postgres://app:s3cret@db.example.org/revrx' })).toContain(
      'sslmode',
    );
    expect(parseConfig({ ...production, DATABASE_URL: 'postgres://app:s3cret@127.0.0.1/revrx' }).production).toBe(true);
  });

  it('never prints a secret', () => {
    const shown = inspect(parseConfig(production), { depth: 9 }) + JSON.stringify(parseConfig(production));
    expect(shown).not.toContain('s3cret');
    expect(shown).not.toContain('xxxx');
  });

  it('counts an empty variable as not set', () => {
    expect(parseConfig({ PORT: '', DATABASE_URL: '' }).port).toBe(3000);
  });
});

describe('renderEnvExample', () => {
  it('describes every setting and sets none', () => {
    const lines = renderEnvExample()
      .split('\n')
      .filter((line) => line !== '');
    expect(lines.every((line) => line.startsWith('#'))).toBe(true);
    expect(renderEnvExample()).toContain('#PORT=3000');
    expect(renderEnvExample()).not.toContain('SESSION_SECRET=x');
  });

  it('has no model unless one is named, and wants a key for OpenAI itself', () => {
    expect(parseConfig({}).model).toBeUndefined();
    expect(messageOf({ OPENAI_MODEL: 'm' })).toContain('OPENAI_API_KEY');
    expect(messageOf({ OPENAI_API_KEY: 'k' })).toContain('OPENAI_MODEL');
    expect(parseConfig({ OPENAI_MODEL: 'm', OPENAI_BASE_URL: 'http://models.local:8000/v1/' }).model).toMatchObject({
      name: 'm',
      baseUrl: 'http://models.local:8000/v1',
    });
  });

  it('reads the prices of the model, and sends charts over https alone in production', () => {
    const model = parseConfig({ OPENAI_MODEL: 'm', OPENAI_API_KEY: 'k', OPENAI_PRICES: '1.25,0.125,10' }).model;
    expect(model?.prices).toEqual({ input: 1.25, cachedInput: 0.125, output: 10 });
    expect(inspect(model)).not.toContain("'k'");
    expect(messageOf({ OPENAI_PRICES: 'cheap' })).toContain('OPENAI_PRICES');
    const plain = { ...production, OPENAI_MODEL: 'm', OPENAI_BASE_URL: 'http://models.example.org/v1' };
    expect(messageOf(plain)).toContain('OPENAI_BASE_URL');
  });
});
