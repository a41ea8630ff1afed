import { openServices, type Services } from '#compose/index.ts';
import { parseConfig } from '#config/index.ts';
import { createLog } from '#telemetry/index.ts';

/**
 * Runs an administrator's command on the configured database (joining an embedded server that runs). Logs warnings only,
 * on stderr: stdout is the command's answer.
 */
export async function withServices<T>(use: (services: Services) => Promise<T>): Promise<T> {
  await using services = await openForCommand();
  // Awaited here: the services are closed when this function is left.
  return await use(services);
}

/** The services of a command that disposes them itself. */
export const openSiteServices = openForCommand;

async function openForCommand(): Promise<Services> {
  const config = parseConfig(process.env);
  const log = createLog({ ...config.log, level: config.log.level === 'debug' ? 'debug' : 'warn' });
  return openServices(config, log, { migrations: config.production ? 'require' : 'run', supervise: false });
}
