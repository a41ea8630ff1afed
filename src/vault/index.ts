export { createEnvelopeVault, type EnvelopeVault } from './envelope-vault.ts';
export { addKey, createKeyFile, readKeyFile, type KeyFile } from './key-file.ts';
export { createKmsWrapping, type KmsWrappingOptions } from './kms-wrapping.ts';
export { createLocalWrapping } from './local-wrapping.ts';
export { rotate, shred, type RotateOptions, type ShredOptions } from './rotate.ts';
export { openJson, sealJson } from './sealed-json.ts';
export type { SealContext, Vault } from './vault.ts';
export type { DataKeyOwner, Wrapping } from './wrapping.ts';
