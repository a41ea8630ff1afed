import { z } from 'zod';
import { AppError } from '#kernel/index.ts';

/** An EHR that gives no `expires_in`: its token is taken to be good for this long, seconds. */
const ASSUMED_LIFETIME_S = 300;

const fhirId = z.string().regex(/^[A-Za-z0-9.-]{1,64}$/);

/** The launch context in a token response (SMART App Launch 2.2, "launch context arrives with your access_token"). */
const launchContext = z.looseObject({
  patient: fhirId.optional(),
  encounter: fhirId.optional(),
  need_patient_banner: z.boolean().optional(),
  intent: z.string().max(200).optional(),
});

export interface LaunchContext {
  readonly patientId: string | undefined;
  readonly encounterId: string | undefined;
  /** True unless the EHR says that its frame shows the patient. */
  readonly needPatientBanner: boolean;
  readonly intent: string | undefined;
}

/** Throws AppError `launch-invalid` when the context is malformed: better no chart than a wrong one. */
export function parseLaunchContext(response: object): LaunchContext {
  const parsed = launchContext.safeParse(response);
  if (!parsed.success) {
    throw new AppError('launch-invalid', {
      publicMessage:
        'The EHR opened RevRx with a patient or encounter that is not a valid FHIR id. Open it again from the chart; if that does not help, tell your administrator.',
      detail: parsed.error.issues.map(({ path }) => path.join('.')).join(', '),
    });
  }
  const { patient, encounter, need_patient_banner: banner, intent } = parsed.data;
  return { patientId: patient, encounterId: encounter, needPatientBanner: banner ?? true, intent };
}

/** What is kept, sealed, of a token response. */
export const tokensSchema = z.object({ accessToken: z.string(), refreshToken: z.string().optional() });
export type Tokens = z.infer<typeof tokensSchema>;

interface TokenResponse {
  readonly access_token: string;
  readonly refresh_token?: string | undefined;
  readonly expires_in?: number | undefined;
}

/** The tokens after a response; a refresh token that was not replaced stays. */
export function toTokens(response: TokenResponse, previous?: Tokens): Tokens {
  const refreshToken = response.refresh_token ?? previous?.refreshToken;
  return { accessToken: response.access_token, ...(refreshToken === undefined ? {} : { refreshToken }) };
}

export function tokenExpiry(response: TokenResponse, now: Date): Date {
  return new Date(now.getTime() + (response.expires_in ?? ASSUMED_LIFETIME_S) * 1000);
}
