/** The signed-in user: `issuer` and `subject` together are the identity (id_token). */
export interface LaunchUser {
  readonly issuer: string;
  readonly subject: string;
  /** Reference to the user's FHIR resource as the EHR gave it: absolute, or relative to the FHIR base. */
  readonly fhirUser: string | undefined;
}

/** One launch from one chart. Patient and encounter come from here and never from a request. */
export interface Launch {
  readonly tenantId: string;
  readonly siteId: string;
  readonly launchId: string;
  readonly patientId: string;
  readonly encounterId: string;
  readonly user: LaunchUser;
  readonly needPatientBanner: boolean;
  readonly intent: string | undefined;
  readonly grantedScope: string;
  readonly createdAt: Date;
  readonly expiresAt: Date;
}
