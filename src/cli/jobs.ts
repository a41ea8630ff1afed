import { Command } from 'commander';
import { commandActor } from '#audit/index.ts';
import type { Services } from '#compose/index.ts';
import { AppError, isId } from '#kernel/index.ts';
import { countReviews, listQueues, listStopped, listWaiting, redrive, type WaitingReview } from '#pipeline/index.ts';
import { print, toTable } from './output.ts';
import { withServices } from './with-services.ts';

interface RedriveOptions {
  readonly review?: string;
  readonly code?: string;
}

/** `revrx jobs`: queues, stopped reviews, and sending them again. */
export function jobsCommand(): Command {
  const jobs = new Command('jobs').description('Show queues and stopped reviews; send stopped reviews again.');
  jobs
    .command('list', { isDefault: true })
    .description('Queues, reviews by state, and what stopped')
    .option('--json', 'for a program to read')
    .action(({ json }: { json?: true }) => withServices((services) => show(services, json === true)));
  jobs
    .command('redrive')
    .description('Send failed and held reviews into the step that stopped them again')
    .option('--review <id>', 'only this review')
    .option('--code <code>', 'only what stopped with this error code, such as ehr-unreachable')
    .action((options: RedriveOptions) => withServices((services) => sendAgain(services, options)));
  return jobs;
}

async function tenantIds({ sites }: Services): Promise<string[]> {
  return [...new Set((await sites.listSites()).map(({ tenantId }) => tenantId))];
}

async function show(services: Services, json: boolean): Promise<void> {
  const { boss, database } = services;
  const tenants = await tenantIds(services);
  const queues = await listQueues(boss);
  const counts = await Promise.all(tenants.map((tenantId) => countReviews(database, tenantId)));
  const stopped = (await Promise.all(tenants.map((tenantId) => listStopped(database, tenantId)))).flat();
  const waiting = (await Promise.all(tenants.map((tenantId) => listWaiting(database, tenantId)))).flat();
  const reviews: Record<string, number> = {};
  for (const count of counts)
    for (const [state, n] of Object.entries(count)) reviews[state] = (reviews[state] ?? 0) + n;
  if (json) return print(JSON.stringify({ queues, reviews, waiting, stopped }, null, 2));
  const queueRows = queues.map(({ queue, waiting, active, retrying }) => [
    queue,
    ...[waiting, active, retrying].map(String),
  ]);
  await print(toTable([['queue', 'waiting', 'active', 'retrying'], ...queueRows]));
  const states = Object.entries(reviews).map(([state, n]) => `${n} ${state}`);
  await print(`\nReviews: ${states.length === 0 ? 'none' : states.join(', ')}`);
  if (waiting.length > 0) await print(`\nThese wait, and go on by themselves:\n${describeWaiting(waiting)}\n`);
  if (stopped.length === 0) return print('Nothing is stopped.');
  const rows = stopped.map(({ reviewId, state, step, code, since }) => [
    reviewId,
    state,
    step,
    code,
    since.toISOString(),
  ]);
  await print(`\n${toTable([['review', 'state', 'step', 'error', 'since'], ...rows])}`);
  await print('\n"revrx jobs redrive" sends them again.');
}

function describeWaiting(waiting: readonly WaitingReview[]): string {
  const rows = waiting.map(({ reviewId, state, step, code, until }) => [
    reviewId,
    state,
    step,
    code,
    until.toISOString(),
  ]);
  return toTable([['review', 'state', 'step', 'why', 'until'], ...rows]);
}

async function sendAgain(services: Services, { review, code }: RedriveOptions): Promise<void> {
  if (review !== undefined && !isId(review)) {
    throw new AppError('input-invalid', { publicMessage: 'That is no review id. "revrx jobs" lists them.' });
  }
  let sent = 0;
  for (const tenantId of await tenantIds(services)) {
    sent += await redrive(services, {
      tenantId,
      actor: commandActor(),
      ...(review === undefined ? {} : { reviewId: review }),
      ...(code === undefined ? {} : { code }),
    });
  }
  await print(sent === 0 ? 'Nothing to send.' : `Sent ${sent} review${sent === 1 ? '' : 's'} again.`);
}
