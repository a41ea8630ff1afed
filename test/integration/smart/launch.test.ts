import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { TestBrowser } from '#test/support/browser.ts';
import { CLIENT_ID, startSmartStack, type SmartStack } from '#test/support/smart-stack.ts';

let stack: SmartStack;

beforeAll(async () => {
  stack = await startSmartStack();
});
afterAll(async () => {
  await stack[Symbol.asyncDispose]();
});
beforeEach(() => stack.sandbox.faults.clear());

const ADA = { patient: 'ada', encounter: 'visit-ada', practitioner: 'dr-oma' };
const BEN = { patient: 'ben', encounter: 'visit-ben', practitioner: 'dr-oma' };

function launchUrl(request: Parameters<SmartStack['sandbox']['launchUrl']>[1] = ADA): string {
  return stack.sandbox.launchUrl(CLIENT_ID, request);
}

async function launchIn(browser: TestBrowser, request = ADA): Promise<string> {
  const { trail } = await browser.visit(launchUrl(request));
  return trail.at(-1)?.split('/').at(-1) ?? '';
}

async function contextOf(browser: TestBrowser, launchId: string): Promise<Response> {
  return browser.fetch(`${stack.url}/api/launches/${launchId}`);
}

describe('an EHR launch', () => {
  it('ends at a clean address whose launch is of the chart that was open', async () => {
    const browser = new TestBrowser();
    const { response, trail } = await browser.visit(launchUrl());
    const last = trail.at(-1) ?? '';
    expect(last).toMatch(/^http:\/\/localhost:\d+\/app\/launches\/[0-9a-f-]{36}$/);
    expect(response.headers.get('referrer-policy')).toBe('no-referrer');
    const context = await contextOf(browser, last.split('/').at(-1) ?? '');
    expect(await context.json()).toMatchObject({
      patientId: 'ada',
      encounterId: 'visit-ada',
      siteId: stack.site.id,
      user: { issuer: stack.sandbox.issuer, fhirUser: expect.stringMatching(/Practitioner\/dr-oma$/) },
      needPatientBanner: false,
    });
    expect(stack.launched.at(-1)).toMatchObject({ encounterId: 'visit-ada', tenantId: stack.tenantId });
  });
});
