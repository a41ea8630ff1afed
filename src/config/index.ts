export { parseConfig, renderEnvExample, type Config, type DatabaseConfig, type VaultConfig } from './config.ts';
