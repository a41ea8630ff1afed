export { createChosenWrapping } from './chosen-wrapping.ts';
export { createEnvelopeVault, type EnvelopeVault } from './envelope-vault.ts';
export { addKey, createKeyFile, readKeyFile, type KeyFile } from './key-file.ts';
export { countKeyUsage, findMissingKeys, pruneUnusedKeys, type KeyUsage } from './key-usage.ts';
export { createKmsWrapping, type KmsWrappingOptions } from './kms-wrapping.ts';
export { createLocalWrapping, localKeyId } from './local-wrapping.ts';
export { countDue, rotate, type RotateOptions, type Rotation } from './rotate.ts';
export { TENANT_SCOPE } from './data-keys.ts';
export { openJson, sealJson } from './sealed-json.ts';
export {
  findTenantKmsKey,
  listTenantVaults,
  reopenTenantVault,
  shredKeys,
  useTenantKmsKey,
  type ShredOptions,
} from './tenant-vaults.ts';
export type { SealContext, Vault } from './vault.ts';
export type { DataKeyOwner, WrappedKey, Wrapping } from './wrapping.ts';
