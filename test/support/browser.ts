import { chromium, type Browser } from 'playwright-core';
import sparticuz from '@sparticuz/chromium';

/** A real Chromium from npm. Third-party cookies are blocked, as browsers do to a frame of another site. */
export async function launchBrowser(): Promise<Browser> {
  return chromium.launch({
    executablePath: await sparticuz.executablePath(),
    args: [
      '--no-sandbox',
      '--disable-gpu',
      '--disable-background-networking',
      '--disable-component-update',
      '--disable-sync',
      '--no-first-run',
      '--test-third-party-cookie-phaseout',
    ],
    headless: true,
  });
}
