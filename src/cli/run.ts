import { Command } from 'commander';
import {
  claimHome,
  guardData,
  openServices,
  serve,
  startMetrics,
  startNightlyPulls,
  startSandbox,
  work,
  type Services,
} from '#compose/index.ts';
import { parseConfig, type Config } from '#config/index.ts';
import type { Log } from '#kernel/index.ts';
import { startHousekeeping } from '#smart/index.ts';
import { createLog } from '#telemetry/index.ts';
import { buildAppIfStale } from './build-app.ts';
import { print } from './output.ts';
import { untilStopped } from './until-stopped.ts';

/** `revrx start`: everything in one process, with embedded defaults. */
export function startCommand(): Command {
  return new Command('start')
    .description('Run everything in one process: database, web, worker and, outside production, the sandbox EHR.')
    .action(() =>
      run({ migrations: 'run', supervise: true }, async (services, stack) => {
        stack.use(await claimHome(services));
        await buildAppIfStale();
        await work(services);
        stack.use(await startNightlyPulls(services));
        stack.use(startHousekeeping(services));
        stack.use(guardData(services));
        stack.use(await serve(services));
        if (services.config.sandbox !== undefined) {
          const { sandbox } = stack.use(await startSandbox(services));
          await print(`Sandbox EHR: ${sandbox.url}`);
        }
        await print(`RevRx ready: ${services.config.publicUrl}`);
      }),
    );
}

/** `revrx serve`: the web role. */
export function serveCommand(): Command {
  return new Command('serve')
    .description('Run the web role: launches, the app and its API. Workers run apart ("revrx work").')
    .action(() =>
      run({ migrations: 'require', supervise: false }, async (services, stack) => {
        await buildAppIfStale();
        stack.use(await serve(services));
        await print(`RevRx ready: ${services.config.publicUrl}`);
      }),
    );
}

/** `revrx work`: the worker role. */
export function workCommand(): Command {
  return new Command('work')
    .description('Run the worker role: take reviews through their steps. Run as many as the load needs.')
    .action(() =>
      run({ migrations: 'require', supervise: true }, async (services, stack) => {
        await work(services);
        stack.use(await startNightlyPulls(services));
        stack.use(startHousekeeping(services));
        stack.use(guardData(services));
        await print('RevRx worker ready');
      }),
    );
}

async function run(
  options: Parameters<typeof openServices>[2],
  start: (services: Services, stack: AsyncDisposableStack) => Promise<void>,
): Promise<void> {
  const { config, log } = readConfig();
  const stopped = untilStopped();
  await using services = await openServices(config, log, options);
  await using stack = new AsyncDisposableStack();
  stack.use(await startMetrics(services));
  await start(services, stack);
  log.info(`stopping on ${await stopped}`);
}

function readConfig(): { config: Config; log: Log } {
  const config = parseConfig(process.env);
  return { config, log: createLog(config.log) };
}
