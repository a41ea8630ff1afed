export { createSandbox } from './sandbox.ts';
export type {
  ClientRegistration,
  Expirable,
  LaunchRequest,
  Sandbox,
  SandboxOptions,
  SandboxServices,
  TokenLifetimes,
} from './options.ts';
export { FAULT_KINDS, type ActiveFault, type FaultKind, type FaultRule, type Faults } from './faults/fault.ts';
export { createFhirStore, type Change, type FhirStore, type ResourceVersion } from './store.ts';
