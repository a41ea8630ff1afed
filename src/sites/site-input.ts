import { z } from 'zod';
import { AppError } from '#kernel/index.ts';
import { AUTH_METHODS, SIGNING_ALGORITHMS } from './site.ts';

/** What RevRx asks for at launch: who the user is, which chart is open, and what the banner shows. */
export const DEFAULT_LAUNCH_SCOPE =
  'launch openid fhirUser online_access user/Patient.rs user/Encounter.rs user/Practitioner.rs';

/** What the pull, the review and write-back need without a user. Nothing is ever deleted: what no longer holds is retracted. */
export const DEFAULT_BACKEND_SCOPE = [
  'Patient.rs',
  'Encounter.rs',
  'Claim.rs',
  'Condition.rs',
  'Procedure.rs',
  'Observation.rs',
  'MedicationRequest.rs',
  'ServiceRequest.rs',
  'DiagnosticReport.rs',
  'Binary.rs',
  'Practitioner.rs',
  'PractitionerRole.rs',
  'Organization.rs',
  'Location.rs',
  'Coverage.rs',
  'RelatedPerson.rs',
  'DocumentReference.crus',
  'DetectedIssue.crus',
  'Task.crus',
  'Provenance.crus',
  'Device.crus',
]
  .map((scope) => `system/${scope}`)
  .join(' ');

const httpUrl = z.url({ protocol: /^https?$/, error: 'must be an http(s) URL' });
const host = z
  .string()
  .regex(/^[a-z0-9.-]+(:\d{1,5})?$|^\[[0-9a-f:]+\](:\d{1,5})?$/, { error: 'must be a host such as ehr.example.org' });
const origin = z.string().refine((text) => URL.canParse(text) && new URL(text).origin === text, {
  error: 'must be an origin such as https://ehr.example.org',
});

const timeZone = z.string().refine(isTimeZone, { error: 'must be a time zone such as America/Chicago' });

/** Longer than any law on records asks for; shorter than a number that is a mistake. */
const MAX_RETENTION_DAYS = 36_500;
const retentionDays = z
  .int({ error: 'must be a whole number of days' })
  .min(1, { error: 'must be at least 1' })
  .max(MAX_RETENTION_DAYS, { error: `must be at most ${MAX_RETENTION_DAYS}` });

/** Minute, hour, day of month, month, day of week. */
const CRON = /^\s*([\d*/,-]+\s+){4}[\d*/,-]+\s*$/;

const revenueCycleUsers = z.array(z.string().trim().min(1).max(200)).max(500);
const feeLocality = z.string().regex(/^\d{5}-\d{2}$/, { error: 'must be a Medicare locality such as 10112-00' });

export const siteInput = z
  .object({
    name: z.string().trim().min(1).max(200),
    fhirBaseUrl: httpUrl,
    clientId: z.string().min(1),
    backendClientId: z.string().min(1).optional(),
    authMethod: z.enum(AUTH_METHODS).default('private_key_jwt'),
    signingAlgorithm: z.enum(SIGNING_ALGORITHMS).default('RS384'),
    clientSecret: z.string().min(1).optional(),
    oidcIssuer: httpUrl.optional(),
    pinnedHosts: z.array(host).max(20).optional(),
    frameAncestors: z.array(origin).max(20).default([]),
    launchScope: z.string().min(1).default(DEFAULT_LAUNCH_SCOPE),
    backendScope: z.string().min(1).default(DEFAULT_BACKEND_SCOPE),
    timeZone: timeZone.default('UTC'),
    nightlySchedule: z
      .string()
      .regex(CRON, { error: 'must be a cron expression such as "15 2 * * *"' })
      .default('15 2 * * *'),
    nightlyEnabled: z.boolean().default(true),
    retentionDays: retentionDays.optional(),
    revenueCycleUsers: revenueCycleUsers.default([]),
    feeLocality: feeLocality.optional(),
    quirks: z
      .object({
        nonceNotEchoed: z.boolean().optional(),
        allowMissingS256: z.boolean().optional(),
        privateNetwork: z.boolean().optional(),
      })
      .strict()
      .default({}),
  })
  .strict()
  .refine(({ authMethod, clientSecret }) => authMethod !== 'client_secret_basic' || clientSecret !== undefined, {
    error: 'is needed for client_secret_basic',
    path: ['clientSecret'],
  });

/** What an administrator says about an EHR; everything else has a default. */
export type SiteInput = z.input<typeof siteInput>;

/** Throws AppError `input-invalid` that names every mistake. */
export function parseSiteInput(input: SiteInput): z.output<typeof siteInput> {
  const parsed = siteInput.safeParse(input);
  if (parsed.success) return parsed.data;
  const mistakes = parsed.error.issues.map(({ path, message }) => `${path.join('.')} ${message}`);
  throw new AppError('input-invalid', { publicMessage: `The EHR connection cannot be added: ${mistakes.join('; ')}.` });
}

/** Throws AppError `input-invalid`. */
export function parseRetentionDays(days: number | undefined): number | undefined {
  const parsed = retentionDays.optional().safeParse(days);
  if (parsed.success) return parsed.data;
  throw new AppError('input-invalid', {
    publicMessage: `The days that charts are kept ${parsed.error.issues.map(({ message }) => message).join('; ')}, or "none".`,
  });
}

function isTimeZone(name: string): boolean {
  try {
    return new Intl.DateTimeFormat('en', { timeZone: name }).resolvedOptions().timeZone !== '';
  } catch {
    return false;
  }
}

const revenueCycle = z.object({ revenueCycleUsers: revenueCycleUsers.optional(), feeLocality: feeLocality.nullish() });

/** Who sees amounts, and of which locality; what is left out stays as it is. */
export type RevenueCycleInput = z.input<typeof revenueCycle>;

/** Throws AppError `input-invalid`. */
export function parseRevenueCycle(input: RevenueCycleInput): z.output<typeof revenueCycle> {
  const parsed = revenueCycle.safeParse(input);
  if (parsed.success) return parsed.data;
  const mistakes = parsed.error.issues.map(({ path, message }) => `${path.join('.')} ${message}`);
  throw new AppError('input-invalid', { publicMessage: `The setting was not changed: ${mistakes.join('; ')}.` });
}
