import { afterAll, afterEach, beforeAll, describe, expect, it } from '@jest/globals';
import { TestBrowser } from '#test/support/cookie-browser.ts';
import { contextOf, launchIn } from '#test/support/smart-journey.ts';
import { startSmartStack, type SmartStack } from '#test/support/smart-stack.ts';

let stack: SmartStack;

beforeAll(async () => {
  stack = await startSmartStack();
});
afterAll(async () => {
  await stack[Symbol.asyncDispose]();
});
afterEach(() => {
  stack.sandbox.faults.clear();
  stack.clock.reset();
});

describe('the API of a launch', () => {
  it("answers 404 for another browser's launch exactly as for one that does not exist", async () => {
    const [owner, other] = [new TestBrowser(), new TestBrowser()];
    const foreign = await launchIn(stack, owner);
    await launchIn(stack, other);
    const answers = await Promise.all(
      [foreign, '0190a0a0-0000-7000-8000-000000000000', 'nonsense'].map((id) => contextOf(stack, other, id)),
    );
    const bodies = await Promise.all(
      answers.map(async (answer) => (await answer.json()) as { error: { code: string; message: string } }),
    );
    expect(answers.map(({ status }) => status)).toEqual([404, 404, 404]);
    expect(new Set(bodies.map(({ error }) => error.message)).size).toBe(1);
  });

  it('answers 404 without a session', async () => {
    const launchId = await launchIn(stack, new TestBrowser());
    expect((await contextOf(stack, new TestBrowser(), launchId)).status).toBe(404);
  });

  it('answers 401 with a sentence when nobody has used the launch for an hour', async () => {
    const browser = new TestBrowser();
    const launchId = await launchIn(stack, browser);
    stack.clock.advance(61 * 60_000);
    const answer = await contextOf(stack, browser, launchId);
    expect(answer.status).toBe(401);
    expect(await answer.json()).toMatchObject({
      error: { code: 'not-signed-in', message: expect.stringContaining('Open RevRx again') },
    });
  });

  describe('when something is to be changed', () => {
    let browser: TestBrowser;
    let echo: string;
    beforeAll(async () => {
      browser = new TestBrowser();
      echo = `${stack.url}/api/launches/${await launchIn(stack, browser)}/echo`;
    });

    const post = (headers: Record<string, string>, body = '{"a":1}'): Promise<Response> =>
      browser.fetch(echo, { method: 'POST', headers, body });
    const own = (): Record<string, string> => ({
      origin: stack.url,
      'x-revrx-request': '1',
      'content-type': 'application/json',
    });

    it('takes JSON from its own page', async () => {
      const answer = await post(own());
      expect(answer.status).toBe(200);
      expect(await answer.json()).toEqual({ a: 1 });
    });

    it.each([
      ['another origin', { origin: 'https://evil.example' }, 403],
      ['no origin', { origin: '' }, 403],
      ['a cross-site fetch', { 'sec-fetch-site': 'cross-site' }, 403],
      ['a same-site fetch of a neighbour', { 'sec-fetch-site': 'same-site' }, 403],
      ['a form', { 'content-type': 'application/x-www-form-urlencoded' }, 400],
      ['plain text', { 'content-type': 'text/plain' }, 400],
    ])('refuses %s', async (_name, changed, status) => {
      expect((await post({ ...own(), ...changed })).status).toBe(status);
    });

    it('refuses a request without the header of the app', async () => {
      const { 'x-revrx-request': _, ...headers } = own();
      expect((await post(headers)).status).toBe(403);
    });

    it('refuses broken and oversized JSON with a sentence, an id and no stack', async () => {
      for (const body of ['{', `{"a":"${'x'.repeat(70_000)}"}`]) {
        const answer = await post(own(), body);
        const text = await answer.text();
        expect(answer.status).toBe(400);
        expect(JSON.parse(text)).toMatchObject({
          error: { code: 'input-invalid', id: expect.stringMatching(/^[0-9a-f-]{36}$/) },
        });
        expect(text).not.toMatch(/node_modules|at .*\.ts|SyntaxError/);
      }
    });
  });
});
