import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { Sandbox } from '#sandbox/index.ts';
import { accessToken, fhirClient, launchApp, startSandbox } from './smart-app.ts';

describe('the sandbox EHR launches an app', () => {
  let sandbox: Sandbox;
  beforeAll(async () => {
    sandbox = await startSandbox();
  });
  afterAll(() => sandbox.stop());

  it('gives the launch context beside the token', async () => {
    const token = await launchApp(sandbox);
    expect(token).toMatchObject({
      token_type: 'Bearer',
      patient: 'ada',
      encounter: 'visit-ada',
      need_patient_banner: false,
      fhirUser: `${sandbox.fhirBaseUrl}/Practitioner/dr-oma`,
    });
  });

  it('lets the token read the chart', async () => {
    const fhir = fhirClient(sandbox, await accessToken(sandbox));
    const answer = await fhir('/Encounter?patient=ada');
    expect(answer.status).toBe(200);
    expect(answer.body).toMatchObject({ resourceType: 'Bundle', total: 1 });
  });
});
