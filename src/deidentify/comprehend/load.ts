import type { ComprehendDetector, ComprehendOptions } from './comprehend-detector.ts';

/** Makes a detector that asks Comprehend Medical. The SDK is loaded only now: most installations never need it. */
export async function createComprehendDetector(options: ComprehendOptions): Promise<ComprehendDetector> {
  const sdk = await import('./comprehend-detector.ts');
  return sdk.createComprehendDetector(options);
}
