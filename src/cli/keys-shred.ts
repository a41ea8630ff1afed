import { createInterface } from 'node:readline/promises';
import { Command } from 'commander';
import { findReviewTenant, planShredding, reopenTenant, shred, type Services, type ShredPlan } from '#compose/index.ts';
import { AppError, isId } from '#kernel/index.ts';
import { getOrganization } from './keys-organizations.ts';
import { counted, print } from './output.ts';
import { withServices } from './with-services.ts';

interface ShredCommandOptions {
  readonly tenant?: string;
  readonly review?: string;
  readonly yes?: true;
}

/** What is to be shredded, and what it is called. */
interface Target {
  readonly tenantId: string;
  readonly reviewId?: string;
  /** Typed to confirm. */
  readonly id: string;
  readonly title: string;
}

/** `revrx keys shred` */
export function keysShredCommand(): Command {
  return new Command('shred')
    .description('Make a review, or everything of an organization, unreadable for good. Asks first.')
    .option('--tenant <name or id>', 'everything of this organization; "revrx keys list" shows them')
    .option('--review <id>', 'one review')
    .option('--yes', 'do not ask')
    .addHelpText(
      'after',
      `
Deletes keys and what they sealed, and notes it in the audit log. Running processes forget the keys within five minutes.
Backups of the database hold the wrapped keys: delete those backups, or rotate with --prune and delete the old key file.`,
    )
    .action((options: ShredCommandOptions) => {
      const mistake = mistakeIn(options);
      if (mistake !== undefined) throw new AppError('input-invalid', { publicMessage: mistake });
      return withServices((services) => run(services, options));
    });
}

function mistakeIn({ tenant, review }: ShredCommandOptions): string | undefined {
  if ((tenant === undefined) === (review === undefined)) return 'Give either --tenant or --review.';
  if (review === undefined || isId(review)) return undefined;
  return 'That is no review id. "revrx jobs" and "revrx audit list" show them.';
}

/** `revrx keys reopen` */
export function keysReopenCommand(): Command {
  return new Command('reopen')
    .description('Take an organization up again after "keys shred --tenant". What was shredded stays unreadable.')
    .requiredOption('--tenant <name or id>', 'which organization')
    .action(({ tenant }: { tenant: string }) =>
      withServices(async (services) => {
        const { id, name } = await getOrganization(services, tenant);
        const sites = await reopenTenant(services, id);
        await print(`Data of ${name} is sealed again, under new keys.`);
        for (const site of sites) {
          await print(
            site.authMethod === 'private_key_jwt'
              ? `"${site.name}" has new signing keys: works once the EHR has read its key set again.`
              : `"${site.name}" has lost its client secret: connect it anew.`,
          );
        }
      }),
    );
}

async function run(services: Services, options: ShredCommandOptions): Promise<void> {
  const target = await findTarget(services, options);
  await print(describe(target, await planShredding(services, target)));
  if (options.yes !== true) await confirm(target);
  const { reviews, charts, findings, decisions } = await shred(services, target);
  const counts = [
    counted(reviews, 'review'),
    counted(charts, 'chart'),
    counted(findings, 'finding'),
    counted(decisions, 'decision'),
  ];
  await print(`Shredded ${target.title}: ${counts.join(', ')}.`);
}

async function findTarget(services: Services, { tenant, review }: ShredCommandOptions): Promise<Target> {
  if (review !== undefined) {
    const id = review.toLowerCase();
    return { tenantId: await findReviewTenant(services, id), reviewId: id, id, title: `review ${id}` };
  }
  const { id, name } = await getOrganization(services, tenant ?? '');
  return { tenantId: id, id, title: `everything of ${name}` };
}

function describe({ title, reviewId }: Target, plan: ShredPlan): string {
  const { reviews, charts, findings, decisions, otherReviews } = plan;
  const lines = [
    `This makes ${title} unreadable for good, for everyone:`,
    `  ${counted(charts, 'chart')} with the map of its identifiers, of ${counted(reviews, 'review')}`,
    `  ${counted(findings, 'finding')}, ${counted(decisions, 'decision')} with notes, and queries to clinicians`,
  ];
  if (reviewId === undefined) {
    lines.push(
      '  the access that people have at this moment, and the keys and secrets of its EHR connections',
      'Nothing new is kept for the organization until "revrx keys reopen".',
    );
  } else {
    lines.push('A new review of the encounter can be asked for, and begins from nothing.');
    for (const other of otherReviews)
      lines.push(`Not this one of the same encounter, an earlier or later chart: ${other}`);
  }
  lines.push('What was written into the EHR stays there. Ids, states, times and the audit log stay here.');
  return lines.join('\n');
}

async function confirm({ id }: Target): Promise<void> {
  if (!process.stdin.isTTY) {
    throw new AppError('input-invalid', {
      publicMessage: 'Nothing was shredded: there is no terminal to confirm at. Add --yes to do it without asking.',
    });
  }
  const terminal = createInterface({ input: process.stdin, output: process.stderr });
  try {
    // Ctrl-C and Ctrl-D at the question are answers too.
    const typed = await terminal.question(`Type ${id} to go on: `).catch(() => '');
    if (typed.trim().toLowerCase() === id) return;
  } finally {
    terminal.close();
  }
  throw new AppError('input-invalid', { publicMessage: 'Nothing was shredded: that was not the id.' });
}
