import { mkdtemp } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { systemClock } from '#kernel/index.ts';
import type { Database } from '#persistence/index.ts';
import { createEnvelopeVault, createKeyFile, createLocalWrapping, type EnvelopeVault } from '#vault/index.ts';

/** A vault as `revrx start` opens it, with a key file of its own. */
export async function createTestVault(database: Database): Promise<EnvelopeVault> {
  const keyFile = join(await mkdtemp(join(tmpdir(), 'revrx-keys-')), 'keys.json');
  await createKeyFile(keyFile);
  return createEnvelopeVault({ database, wrapping: createLocalWrapping({ keyFile }), clock: systemClock });
}
