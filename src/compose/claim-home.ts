import { AppError } from '#kernel/index.ts';
import { becomeSoleHolder } from '#persistence/index.ts';
import type { Services } from './services.ts';

/** An arbitrary number for "the process that runs everything in this REVRX_HOME". */
const HOME_LOCK = 727_379_002;

/**
 * Makes this process the one that runs everything in its REVRX_HOME: two would write into the sandbox's journal at once.
 * Throws AppError `config-invalid` when another does that.
 */
export async function claimHome({ config, access }: Services): Promise<AsyncDisposable> {
  // On a server of the operator many processes may run everything; what they share is the server's to guard.
  if (config.database.kind === 'server') return { [Symbol.asyncDispose]: async () => undefined };
  const claim = await becomeSoleHolder(access.application, HOME_LOCK);
  if (claim !== undefined) return claim;
  throw new AppError('config-invalid', {
    publicMessage: `RevRx runs already in ${config.home}. Stop that one first, or set REVRX_HOME to another folder (and PORT, SANDBOX_PORT to other ports).`,
  });
}
