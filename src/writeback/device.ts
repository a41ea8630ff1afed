import type { Device } from 'fhir/r4.js';
import { IDENTIFIER, PROFILE } from './canonical.ts';

/** RevRx as the author of what it writes; one Device per version and EHR. */
export function toDevice(softwareVersion: string, modelName: string | undefined): Device {
  return {
    resourceType: 'Device',
    meta: { profile: [PROFILE.device] },
    identifier: [{ system: IDENTIFIER.device, value: deviceKey(softwareVersion, modelName) }],
    status: 'active',
    deviceName: [{ name: 'RevRx', type: 'manufacturer-name' }],
    type: { text: 'Coding review software' },
    version: [
      { value: softwareVersion },
      ...(modelName === undefined ? [] : [{ type: { text: 'Language model' }, value: modelName }]),
    ],
  };
}

export function deviceKey(softwareVersion: string, modelName: string | undefined): string {
  return `revrx-${softwareVersion}${modelName === undefined ? '' : `-${modelName}`}`;
}
