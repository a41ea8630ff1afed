export { addKey, createKeyFile, readKeyFile, type KeyFile } from './key-file.ts';
export { createKeyringVault } from './keyring-vault.ts';
export { createLocalVault } from './local-keyring.ts';
export type { SealContext, Vault } from './vault.ts';
export { openJson, sealJson } from './sealed-json.ts';
