/** How RevRx proves itself at the token endpoint. `client_secret_basic` sends the raw `id:secret`, as SMART examples do. */
export const AUTH_METHODS = ['private_key_jwt', 'client_secret_basic'] as const;
export type AuthMethod = (typeof AUTH_METHODS)[number];

export const SIGNING_ALGORITHMS = ['RS384', 'ES384'] as const;
export type SigningAlgorithm = (typeof SIGNING_ALGORITHMS)[number];

/** Where an EHR departs from SMART App Launch 2.2. Everything off unless an administrator says so. */
export interface SiteQuirks {
  /** The id_token does not echo our nonce (default: it must). */
  readonly nonceNotEchoed?: boolean;
  /** S256 is understood but missing from `code_challenge_methods_supported`. */
  readonly allowMissingS256?: boolean;
  /** The EHR stands in a private network: its addresses may be private (never link-local or metadata addresses). */
  readonly privateNetwork?: boolean;
}

/** A connection to one EHR, as the rooms use it. */
export interface Site {
  readonly id: string;
  readonly tenantId: string;
  readonly name: string;
  /** Exactly what the EHR sends as `iss`, and what goes back as `aud`: a slash at the end counts. */
  readonly fhirBaseUrl: string;
  readonly clientId: string;
  /** Client of the nightly pull and of write-back, where the EHR registers it apart. */
  readonly backendClientId: string;
  readonly authMethod: AuthMethod;
  readonly signingAlgorithm: SigningAlgorithm;
  /** Issuer of id_tokens; undefined: the one that the SMART configuration names. */
  readonly oidcIssuer: string | undefined;
  /** `host` or `host:port`, lower case: all that RevRx may talk to for this site. */
  readonly pinnedHosts: readonly string[];
  /** Origins that may frame the app. */
  readonly frameAncestors: readonly string[];
  readonly launchScope: string;
  readonly backendScope: string;
  /** IANA name. */
  readonly timeZone: string;
  /** Cron expression in `timeZone`. */
  readonly nightlySchedule: string;
  readonly nightlyEnabled: boolean;
  /** Days after which what a review keeps of a chart is removed; undefined: it is kept until somebody shreds it. */
  readonly retentionDays: number | undefined;
  /** People of the revenue cycle, who may see amounts: FHIR users (`Practitioner/abc`) or subjects of id_tokens. Nobody else is. */
  readonly revenueCycleUsers: readonly string[];
  /** Medicare locality of the amounts, `MAC-number` (`10112-00`); undefined: national amounts. */
  readonly feeLocality: string | undefined;
  readonly quirks: SiteQuirks;
  readonly lastSuccessfulPull: Date | undefined;
  readonly updatedAt: Date;
}
