import { z } from 'zod';
import { AppError } from '#kernel/index.ts';
import type { SiteConnection } from './openid-configurations.ts';

const encounterBundle = z.looseObject({
  resourceType: z.literal('Bundle'),
  entry: z
    .array(
      z.looseObject({
        resource: z.looseObject({
          resourceType: z.string(),
          id: z.string().optional(),
          status: z.string().optional(),
          subject: z.looseObject({ reference: z.string().optional() }).optional(),
          period: z.looseObject({ start: z.string().optional(), end: z.string().optional() }).optional(),
        }),
      }),
    )
    .optional(),
});

/**
 * The encounter for a launch from a chart that has none open: the patient's most recent finished one, as that is what a
 * review after the fact is about. Only the first page is looked at; the search asks for the newest first where the EHR
 * sorts. Throws AppError `launch-invalid` when there is none, and `ehr-…` codes.
 */
export async function chooseEncounter(
  { site, fetch }: SiteConnection,
  { patientId, accessToken }: { readonly patientId: string; readonly accessToken: string },
): Promise<string> {
  const query = new URLSearchParams({ patient: patientId, status: 'finished', _count: '100' });
  const address = `${site.fhirBaseUrl.replace(/\/$/, '')}/Encounter?${query.toString()}`;
  const response = await fetch(address, {
    headers: { accept: 'application/fhir+json', authorization: `Bearer ${accessToken}` },
  });
  const found = response.status === 200 ? findLatestEncounter(await readJson(response), patientId) : undefined;
  if (found !== undefined) return found;
  throw new AppError('launch-invalid', {
    publicMessage:
      'No encounter is open, and this chart has no finished encounter that RevRx could review. Open RevRx from an encounter.',
    detail: `search answered ${response.status}`,
  });
}

/** Id of the finished encounter of this patient that ended last. */
export function findLatestEncounter(bundle: unknown, patientId: string): string | undefined {
  const parsed = encounterBundle.safeParse(bundle);
  if (!parsed.success) return undefined;
  const own = (parsed.data.entry ?? [])
    .map(({ resource }) => resource)
    .filter(({ resourceType, status }) => resourceType === 'Encounter' && status === 'finished')
    .filter(({ subject }) => subject?.reference?.split('/').slice(-2).join('/') === `Patient/${patientId}`);
  const ended = ({ period }: (typeof own)[number]): number => Date.parse(period?.end ?? period?.start ?? '') || 0;
  return own.toSorted((a, b) => ended(b) - ended(a))[0]?.id;
}

async function readJson(response: Response): Promise<unknown> {
  try {
    return await response.json();
  } catch {
    return undefined;
  }
}
