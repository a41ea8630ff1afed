export {
  parseConfig,
  renderEnvExample,
  type Config,
  type DatabaseConfig,
  type ModelConfig,
  type VaultConfig,
} from './config.ts';
