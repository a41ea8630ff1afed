import type { LaunchRequest } from '#sandbox/index.ts';
import type { TestBrowser } from './cookie-browser.ts';
import { CLIENT_ID, type SmartStack } from './smart-stack.ts';

/** Charts of the stack's practice with their visit open. */
export const ADA: LaunchRequest = { patient: 'ada', encounter: 'visit-ada', practitioner: 'dr-oma' };
export const BEN: LaunchRequest = { patient: 'ben', encounter: 'visit-ben', practitioner: 'dr-oma' };

/** What the EHR's frame opens. */
export function launchUrl({ sandbox }: SmartStack, request: LaunchRequest = ADA): string {
  return sandbox.launchUrl(CLIENT_ID, request);
}

/** A whole launch; gives the launch id of the page it ends on. */
export async function launchIn(stack: SmartStack, browser: TestBrowser, request: LaunchRequest = ADA): Promise<string> {
  const { trail } = await browser.visit(launchUrl(stack, request));
  return trail.at(-1)?.split('/').at(-1) ?? '';
}

/** What the API tells this browser about a launch. */
export async function contextOf({ url }: SmartStack, browser: TestBrowser, launchId: string): Promise<Response> {
  return browser.fetch(`${url}/api/launches/${launchId}`);
}

/** Goes as far as the EHR's redirect back to RevRx, and gives that address unopened. */
export async function authorize(
  stack: SmartStack,
  browser: TestBrowser,
  request: LaunchRequest = ADA,
): Promise<string> {
  let url = launchUrl(stack, request);
  while (!url.startsWith(`${stack.url}/callback`)) {
    const response = await browser.fetch(url);
    const location = response.headers.get('location');
    if (location === null) throw new Error(`no way on from ${url}: ${response.status} ${await response.text()}`);
    url = new URL(location, url).href;
  }
  return url;
}
