import { Command, InvalidArgumentError } from 'commander';
import { pullSite, type Services } from '#compose/index.ts';
import { AppError } from '#kernel/index.ts';
import { print } from './output.ts';
import { withServices } from './with-services.ts';

interface PullCommandOptions {
  readonly site: string;
  readonly since?: Date;
  readonly json?: true;
}

/** `revrx pull`: what the nightly pull does, now. */
export function pullCommand(): Command {
  return new Command('pull')
    .description('Pull the finished encounters of an EHR now, and ask for a review of each.')
    .requiredOption('--site <name or id>', 'which EHR; "revrx site list" shows them')
    .option(
      '--since <date>',
      'from this day or instant on (2026-05-04, 2026-05-04T06:00:00Z); default: since the last pull',
      toDate,
    )
    .option('--json', 'for a program to read')
    .addHelpText(
      'after',
      '\nReviews are made by "revrx start" or "revrx work"; this command ends when all are requested.',
    )
    .action((options: PullCommandOptions) => withServices((services) => pull(services, options)));
}

async function pull(services: Services, { site: nameOrId, since, json }: PullCommandOptions): Promise<void> {
  const site = await services.sites.getSiteByNameOrId(nameOrId);
  const live = process.stderr.isTTY && json !== true;
  const outcome = await pullSite(services, {
    tenantId: site.tenantId,
    siteId: site.id,
    requestedBy: 'command',
    ...(since === undefined ? {} : { since }),
    onProgress: (found) => live && process.stderr.write(`\r${found} encounters found`),
  });
  if (live) process.stderr.write('\n');
  if (outcome.kind === 'busy') {
    throw new AppError('conflict', {
      publicMessage: `Another process pulls ${site.name} at this moment. Wait for it to end.`,
    });
  }
  const { found, window } = outcome;
  if (json === true) return print(JSON.stringify({ found, from: window.from, until: window.until }));
  await print(`${found} finished encounter${found === 1 ? '' : 's'} of ${site.name} requested for review.`);
}

function toDate(text: string): Date {
  const date = new Date(text);
  if (Number.isNaN(date.getTime())) throw new InvalidArgumentError('Give a date such as 2026-05-04.');
  return date;
}
