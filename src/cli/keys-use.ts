import { Command } from 'commander';
import { useKmsKey, type Services } from '#compose/index.ts';
import { AppError } from '#kernel/index.ts';
import { getOrganization } from './keys-organizations.ts';
import { counted, print } from './output.ts';
import { withServices } from './with-services.ts';

interface UseCommandOptions {
  readonly tenant: string;
  readonly kmsKey?: string;
  readonly default?: true;
}

/** `revrx keys use` */
export function keysUseCommand(): Command {
  return new Command('use')
    .description("Have an organization's data keys wrapped by a KMS key of its own.")
    .requiredOption('--tenant <name or id>', 'which organization; "revrx keys list" shows them')
    .option('--kms-key <key>', 'ARN (or id, or alias) of its KMS key. RevRx needs kms:Encrypt and kms:Decrypt on it')
    .option('--default', 'what the installation uses, instead of a key of its own')
    .addHelpText('after', '\nTries the key first. "revrx keys rotate" then moves the data keys that there are.')
    .action((options: UseCommandOptions) => {
      if ((options.kmsKey === undefined) === (options.default === undefined)) {
        throw new AppError('input-invalid', { publicMessage: 'Give either --kms-key or --default.' });
      }
      return withServices((services) => run(services, options));
    });
}

async function run(services: Services, options: UseCommandOptions): Promise<void> {
  const { id, name } = await getOrganization(services, options.tenant);
  const due = await useKmsKey(services, { tenantId: id, kmsKeyId: options.kmsKey });
  const what = options.kmsKey === undefined ? 'what the installation uses' : options.kmsKey;
  await print(`New data keys of ${name} are wrapped by ${what}.`);
  if (due > 0) await print(`${counted(due, 'data key')} to be moved: run "revrx keys rotate".`);
}
