/**
 * A worker that is killed at a chosen point, as `kill -9` does: no handler runs, nothing is tidied up.
 * `worker.ts before|after chart|deidentify|review|writeback`: before the step's work, or after it and before its commit.
 */
import { createSteps, openServices } from '#compose/index.ts';
import { parseConfig } from '#config/index.ts';
import { silentLog } from '#kernel/index.ts';
import { runSteps, type Step } from '#pipeline/index.ts';

const [when, where] = process.argv.slice(2);

function dieHere(): Promise<never> {
  process.kill(process.pid, 'SIGKILL');
  return new Promise(() => undefined);
}

function deadly(step: Step): Step {
  if (step.name !== where) return step;
  return {
    name: step.name,
    async run(review, signal) {
      if (when === 'before') return dieHere();
      await step.run(review, signal);
      return dieHere();
    },
  };
}

const config = parseConfig(process.env);
const services = await openServices(config, silentLog, { migrations: 'require', supervise: true });
const { database, boss, clock, log } = services;
await runSteps({ database, boss, clock, log, steps: createSteps(services).map(deadly), workers: 1 });
process.stdout.write('ready\n');
