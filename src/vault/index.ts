export type { SealContext, Vault } from './vault.ts';
