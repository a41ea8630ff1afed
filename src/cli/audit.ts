import { Command } from 'commander';
import {
  fhirTermsOf,
  listAuditEvents,
  verifyAuditChain,
  type AuditEvent,
  type ChainBreak,
  type ChainEnd,
} from '#audit/index.ts';
import { alertBrokenChain } from '#compose/index.ts';
import { AppError, isId, type Alerts } from '#kernel/index.ts';
import type { Database } from '#persistence/index.ts';
import { print } from './output.ts';

/** What the command works with; disposed when it is done. */
export interface AuditCommandServices extends AsyncDisposable {
  readonly database: Database;
  readonly sites: { listSites(): Promise<readonly { readonly tenantId: string }[]> };
  readonly alerts: Alerts;
}

type Open = () => Promise<AuditCommandServices>;

interface ListOptions {
  readonly review?: string;
  readonly user?: string;
  readonly since?: string;
  readonly until?: string;
}

/** `revrx audit list|verify`: what was done, by whom, and whether the log of it is whole. */
export function auditCommand(open: Open): Command {
  return new Command('audit')
    .description('Show the audit log, and check that nobody has changed it.')
    .addCommand(listCommand(open))
    .addCommand(verifyCommand(open));
}

function listCommand(open: Open): Command {
  return new Command('list')
    .description('Events as JSON lines, oldest first, with the words of FHIR AuditEvent')
    .option('--review <id>', 'only what concerns this review')
    .option('--user <who>', 'only what they did: Practitioner/ID of the EHR, cli:NAME, or schedule')
    .option('--since <time>', 'not before, such as 2026-03-01 or 2026-03-01T12:00:00Z')
    .option('--until <time>', 'before')
    .action(async (options: ListOptions) => {
      const filter = toFilter(options);
      await using services = await open();
      for (const tenantId of await tenantIds(services)) {
        for await (const event of listAuditEvents(services.database, { tenantId, ...filter })) {
          await print(JSON.stringify(toLine(event)));
        }
      }
    });
}

function verifyCommand(open: Open): Command {
  return new Command('verify')
    .description('Follow the chain of every organization. Exit code 1 when an event was changed, removed or put in.')
    .option(
      '--expect <end...>',
      'ends that an earlier run printed (organization:position:hash), which must still stand',
    )
    .action(async ({ expect = [] }: { expect?: string[] }) => {
      const noted = new Map(expect.map(parseEnd));
      await using services = await open();
      for (const tenantId of new Set([...(await tenantIds(services)), ...noted.keys()])) {
        await verifyTenant(services, tenantId, noted.get(tenantId));
      }
    });
}

async function verifyTenant(
  { database, alerts }: AuditCommandServices,
  tenantId: string,
  noted: ChainEnd | undefined,
): Promise<void> {
  const check = await verifyAuditChain(database, tenantId, { noted });
  if (check.intact) {
    const { position, hash } = check.end;
    await print(`whole   ${position} event${position === 1 ? '' : 's'}, end ${tenantId}:${position}:${hash}`);
    return;
  }
  process.exitCode = 1;
  alertBrokenChain({ alerts }, tenantId, check);
  await print(`BROKEN  organization ${tenantId}, event ${check.position}: ${EXPLANATION[check.reason]}`);
}

const EXPLANATION: Readonly<Record<ChainBreak, string>> = {
  missing: 'it was removed.',
  changed: 'it is not what was recorded: it was changed, put in or moved.',
  'tail-missing': 'it and all that followed were removed.',
  'beyond-end': 'it was put in behind the end.',
};

async function tenantIds({ sites }: AuditCommandServices): Promise<string[]> {
  return [...new Set((await sites.listSites()).map(({ tenantId }) => tenantId))];
}

function toFilter({ review, user, since, until }: ListOptions) {
  if (review !== undefined && !isId(review)) {
    throw new AppError('input-invalid', { publicMessage: 'That is no review id. "revrx jobs" lists them.' });
  }
  return { reviewId: review, actor: toActor(user), since: toTime(since), until: toTime(until) };
}

function toActor(user: string | undefined): string | undefined {
  if (user === undefined || /^(?:user|cli):|^schedule$|^unknown$/.test(user)) return user;
  return `user:${user}`;
}

function toTime(text: string | undefined): Date | undefined {
  if (text === undefined) return undefined;
  const time = new Date(text);
  if (!Number.isNaN(time.getTime())) return time;
  throw new AppError('input-invalid', { publicMessage: `"${text}" is no time such as 2026-03-01T12:00:00Z.` });
}

function parseEnd(text: string): [string, ChainEnd] {
  const [, tenantId, position, hash] = /^([0-9a-f-]{36}):(\d+):([0-9a-f]{64})$/.exec(text) ?? [];
  if (tenantId !== undefined && position !== undefined && hash !== undefined) {
    return [tenantId, { position: Number(position), hash }];
  }
  throw new AppError('input-invalid', { publicMessage: `"${text}" is no end as "revrx audit verify" prints it.` });
}

function toLine(event: AuditEvent) {
  const { position, at, action, outcome, actor, subjectType, subjectId, reviewId, details, tenantId, hash } = event;
  const fhir = fhirTermsOf(action);
  return {
    tenantId,
    position,
    at: at.toISOString(),
    actor,
    action,
    outcome,
    subject: { type: subjectType, id: subjectId },
    ...(reviewId === null || reviewId === undefined ? {} : { reviewId }),
    details,
    fhir: {
      action: fhir.action,
      type: fhir.type,
      subtype: 'subtype' in fhir ? [fhir.subtype] : [],
      outcome: outcome === 'success' ? '0' : '8',
    },
    hash,
  };
}
