import { readFile } from 'node:fs/promises';
import { Command, Option } from 'commander';
import { AppError } from '#kernel/index.ts';
import {
  AUTH_METHODS,
  SIGNING_ALGORITHMS,
  type AuthMethod,
  type SigningAlgorithm,
  type Site,
  type SiteInput,
  type SiteService,
} from '#sites/index.ts';
import { CALLBACK_PATH, LAUNCH_PATH, STANDALONE_SCOPE, type Smart } from '#smart/index.ts';
import { print, toTable } from './output.ts';

/** What the command works with; disposed when it is done. */
export interface SiteCommandServices extends AsyncDisposable {
  readonly sites: SiteService;
  readonly smart: Smart;
  readonly config: { readonly publicUrl: string };
}

export type OpenSiteServices = () => Promise<SiteCommandServices>;

const QUIRKS = ['nonceNotEchoed', 'allowMissingS256', 'privateNetwork'] as const;
type Quirk = (typeof QUIRKS)[number];

const RETENTION_HELP =
  'days after which charts, maps and findings are removed for good, or "none" (the default: kept until shredded)';

const REVENUE_CYCLE_HELP =
  'people who see amounts: FHIR users such as Practitioner/abc, or subjects of id_tokens; "none" for nobody (the default)';
const LOCALITY_HELP =
  'Medicare locality of the amounts, such as 10112-00, or "none" for national amounts (the default)';

interface AddOptions {
  readonly fhir: string;
  readonly clientId: string;
  readonly backendClientId?: string;
  readonly organization: string;
  readonly auth: AuthMethod;
  readonly alg: SigningAlgorithm;
  readonly secretFile?: string;
  readonly oidcIssuer?: string;
  readonly host?: string[];
  readonly frame?: string[];
  readonly launchScope?: string;
  readonly backendScope?: string;
  readonly timeZone?: string;
  readonly schedule?: string;
  readonly retentionDays?: string;
  readonly nightly: boolean;
  readonly quirk?: Quirk[];
  readonly json?: boolean;
}

/** `revrx site add|set|list|test`: connections to EHRs. */
export function siteCommand(open: OpenSiteServices): Command {
  const site = new Command('site').description('Connections to EHRs.');
  site
    .addCommand(addCommand(open))
    .addCommand(setCommand(open))
    .addCommand(listCommand(open))
    .addCommand(testCommand(open));
  return site;
}

function addCommand(open: OpenSiteServices): Command {
  return new Command('add')
    .description('Connect an EHR. Prints what to register there.')
    .argument('<name>', 'what to call it')
    .requiredOption('--fhir <url>', 'FHIR base, exactly as the EHR sends it as "iss"')
    .requiredOption('--client-id <id>', 'client id that the EHR gave RevRx')
    .option('--backend-client-id <id>', 'client id for nightly work, where it is another')
    .option('--organization <name>', 'organization that the EHR belongs to', 'Default organization')
    .addOption(
      new Option('--auth <method>', 'how RevRx proves itself').choices(AUTH_METHODS).default('private_key_jwt'),
    )
    .addOption(
      new Option('--alg <algorithm>', 'signature of its assertions').choices(SIGNING_ALGORITHMS).default('RS384'),
    )
    .option('--secret-file <path>', 'file with the client secret, for client_secret_basic')
    .option('--oidc-issuer <url>', 'issuer of id_tokens, where the SMART configuration names none or another')
    .option('--host <host...>', 'hosts that RevRx may contact; default: those that the EHR names now')
    .option('--frame <origin...>', 'origins that may frame the app')
    .option('--launch-scope <scope>', 'scope of a launch')
    .option('--backend-scope <scope>', 'scope of nightly work')
    .option('--time-zone <name>', 'of the nightly pull, such as America/Chicago')
    .option('--schedule <cron>', 'of the nightly pull, such as "15 2 * * *"')
    .option('--no-nightly', 'do not pull at night')
    .option('--retention-days <days>', RETENTION_HELP)
    .addOption(new Option('--quirk <name...>', 'where this EHR departs from SMART').choices(QUIRKS))
    .option('--json', 'print JSON')
    .action(async (name: string, options: AddOptions) => {
      await using services = await open();
      const quirks = Object.fromEntries((options.quirk ?? []).map((quirk) => [quirk, true]));
      const pinnedHosts = options.host ?? (await services.smart.discoverHosts(options.fhir, quirks));
      const input = await toInput(name, options);
      const tenantId = await services.sites.ensureTenant(options.organization);
      const added = await services.sites.addSite(tenantId, { ...input, quirks, pinnedHosts: [...pinnedHosts] });
      const registration = registrationOf(added, services.config.publicUrl);
      await print(
        options.json === true ? toJson({ ...toListed(added), ...registration }) : describeAdded(added, registration),
      );
    });
}

function setCommand(open: OpenSiteServices): Command {
  return new Command('set')
    .description('Change a connection.')
    .argument('<site>', 'name or id')
    .option('--retention-days <days>', RETENTION_HELP)
    .option('--revenue-cycle-user <user...>', REVENUE_CYCLE_HELP)
    .option('--fee-locality <mac-number>', LOCALITY_HELP)
    .option('--json', 'print JSON')
    .action(async (nameOrId: string, { json, ...options }: SetOptions) => {
      await using services = await open();
      const changed = await changeSite(services.sites, await services.sites.getSiteByNameOrId(nameOrId), options);
      await print(
        json === true
          ? toJson(toListed(changed))
          : `"${changed.name}": ${describeRetention(changed)}\n${describeRevenueCycle(changed)}`,
      );
    });
}

interface SetOptions {
  readonly retentionDays?: string;
  readonly revenueCycleUser?: string[];
  readonly feeLocality?: string;
  readonly json?: boolean;
}

async function changeSite(
  sites: SiteService,
  site: Site,
  { retentionDays, revenueCycleUser, feeLocality }: SetOptions,
): Promise<Site> {
  if (retentionDays === undefined && revenueCycleUser === undefined && feeLocality === undefined) {
    throw new AppError('input-invalid', {
      publicMessage: 'Say what to change: --retention-days, --revenue-cycle-user or --fee-locality.',
    });
  }
  const kept = retentionDays === undefined ? site : await sites.setRetention(site, toRetentionDays(retentionDays));
  if (revenueCycleUser === undefined && feeLocality === undefined) return kept;
  return sites.setRevenueCycle(kept, {
    ...(revenueCycleUser === undefined
      ? {}
      : { revenueCycleUsers: revenueCycleUser.filter((user) => user !== 'none') }),
    ...(feeLocality === undefined ? {} : { feeLocality: feeLocality === 'none' ? null : feeLocality }),
  });
}

function describeRevenueCycle({ revenueCycleUsers, feeLocality }: Site): string {
  if (revenueCycleUsers.length === 0) return 'Nobody sees amounts.';
  return `Amounts (${feeLocality === undefined ? 'national' : `locality ${feeLocality}`}) are shown to: ${revenueCycleUsers.join(', ')}.`;
}

function toRetentionDays(text: string): number | undefined {
  return text === 'none' ? undefined : Number(text);
}

function describeRetention({ retentionDays }: Pick<Site, 'retentionDays'>): string {
  if (retentionDays === undefined) return 'charts are kept until somebody shreds them ("revrx keys shred").';
  return `charts are removed for good ${retentionDays} day${retentionDays === 1 ? '' : 's'} after their review.`;
}

function listCommand(open: OpenSiteServices): Command {
  return new Command('list')
    .description('Show all connections.')
    .option('--json', 'print JSON')
    .action(async ({ json }: { json?: boolean }) => {
      await using services = await open();
      const listed = (await services.sites.listSites()).map(toListed);
      if (json === true) await print(toJson(listed));
      else if (listed.length === 0) await print('No EHR is connected. "revrx site add" connects one.');
      else await print(describeList(listed));
    });
}

function testCommand(open: OpenSiteServices): Command {
  return new Command('test')
    .description('Try a connection as far as that goes without a user. Exit code 1 when something does not work.')
    .argument('<site>', 'name or id')
    .option('--json', 'print JSON')
    .action(async (nameOrId: string, { json }: { json?: boolean }) => {
      await using services = await open();
      const report = await services.smart.testSite(await services.sites.getSiteByNameOrId(nameOrId));
      const lines = report.checks.map(({ name, ok, message }) => `${ok ? 'ok    ' : 'failed'}  ${name}: ${message}`);
      await print(json === true ? toJson(report) : lines.join('\n'));
      if (!report.ok) process.exitCode = 1;
    });
}

async function toInput(name: string, options: AddOptions): Promise<SiteInput> {
  return {
    name,
    fhirBaseUrl: options.fhir,
    clientId: options.clientId,
    authMethod: options.auth,
    signingAlgorithm: options.alg,
    nightlyEnabled: options.nightly,
    frameAncestors: options.frame ?? [],
    ...(options.backendClientId === undefined ? {} : { backendClientId: options.backendClientId }),
    ...(options.secretFile === undefined ? {} : { clientSecret: await readSecret(options.secretFile) }),
    ...(options.oidcIssuer === undefined ? {} : { oidcIssuer: options.oidcIssuer }),
    ...(options.launchScope === undefined ? {} : { launchScope: options.launchScope }),
    ...(options.backendScope === undefined ? {} : { backendScope: options.backendScope }),
    ...(options.timeZone === undefined ? {} : { timeZone: options.timeZone }),
    ...(options.schedule === undefined ? {} : { nightlySchedule: options.schedule }),
    ...(options.retentionDays === undefined ? {} : { retentionDays: toRetentionDays(options.retentionDays) }),
  };
}

/** A secret on the command line would stand in the shell's history and in `ps`. */
async function readSecret(path: string): Promise<string> {
  try {
    return (await readFile(path, 'utf8')).trim();
  } catch (cause) {
    throw new AppError('input-invalid', { publicMessage: `The secret file ${path} cannot be read.`, cause });
  }
}

/** What the EHR's administrator has to enter. */
function registrationOf({ id }: Site, publicUrl: string) {
  return {
    launchUrl: `${publicUrl}${LAUNCH_PATH}`,
    redirectUrl: `${publicUrl}${CALLBACK_PATH}`,
    jwksUrl: `${publicUrl}/sites/${id}/jwks.json`,
  };
}

function describeAdded(site: Site, registration: ReturnType<typeof registrationOf>): string {
  const keys = site.authMethod === 'private_key_jwt' ? [`  key set URL   ${registration.jwksUrl}`] : [];
  return [
    `Connected "${site.name}" (${site.id}). RevRx will contact: ${site.pinnedHosts.join(', ')}.`,
    'Register in the EHR:',
    `  launch URL    ${registration.launchUrl}`,
    `  redirect URL  ${registration.redirectUrl}`,
    ...keys,
    `  scopes        ${site.launchScope} ${STANDALONE_SCOPE} ${site.backendScope}`,
    `Retention: ${describeRetention(site)}`,
    `Then run: revrx site test ${site.id}`,
  ].join('\n');
}

function toListed(site: Site) {
  const { id, name, fhirBaseUrl, clientId, authMethod, pinnedHosts, frameAncestors, timeZone, nightlySchedule } = site;
  const lastSuccessfulPull = site.lastSuccessfulPull?.toISOString() ?? null;
  const base = { id, name, fhirBaseUrl, clientId, authMethod, pinnedHosts, frameAncestors, timeZone };
  const retentionDays = site.retentionDays ?? null;
  return { ...base, nightlySchedule, nightlyEnabled: site.nightlyEnabled, retentionDays, lastSuccessfulPull };
}

function describeList(sites: readonly ReturnType<typeof toListed>[]): string {
  const rows = sites.map((site) => [
    site.name,
    site.id,
    site.fhirBaseUrl,
    site.nightlyEnabled ? `${site.nightlySchedule} ${site.timeZone}` : 'off',
    site.lastSuccessfulPull ?? 'never',
    site.retentionDays === null ? 'none' : `${site.retentionDays} days`,
  ]);
  return toTable([['NAME', 'ID', 'FHIR BASE', 'NIGHTLY', 'LAST PULL', 'RETENTION'], ...rows]);
}

function toJson(value: unknown): string {
  return JSON.stringify(value, undefined, 2);
}
