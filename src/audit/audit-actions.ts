/** Ids, codes and counts that belong to an event. Never PHI, and no id of a patient. */
export type AuditDetails = Readonly<Record<string, string | number | boolean>>;

export type AuditOutcome = 'success' | 'failure';

/** What an event is about: a table of ours, whose row `subject.id` names. */
export type AuditSubjectType = 'tenant' | 'site' | 'launch' | 'review' | 'finding';

/** The words of FHIR R4's AuditEvent for an action; https://hl7.org/fhir/R4/auditevent.html. */
interface FhirTerms {
  /** http://hl7.org/fhir/audit-event-action: create, read, update, delete, execute. */
  readonly action: 'C' | 'R' | 'U' | 'D' | 'E';
  readonly type: FhirCoding;
  readonly subtype?: FhirCoding;
}

export interface FhirCoding {
  readonly system: string;
  readonly code: string;
  readonly display: string;
}

/** DICOM PS3.16, Context Groups 400 and 401: what happened. */
const dicom = (code: string, display: string): FhirCoding => ({
  system: 'http://dicom.nema.org/resources/ontology/DCM',
  code,
  display,
});
/** ISO 21089: what befell a record. */
const lifecycle = (code: string, display: string): FhirCoding => ({
  system: 'http://terminology.hl7.org/CodeSystem/iso-21089-lifecycle',
  code,
  display,
});

const AUTHENTICATION = dicom('110114', 'User Authentication');
const LOGIN = dicom('110122', 'Login');
const LOGOUT = dicom('110123', 'Logout');
const PATIENT_RECORD = dicom('110110', 'Patient Record');
const SECURITY_ALERT = dicom('110113', 'Security Alert');
const SECURITY_CONFIGURATION = dicom('110129', 'Security Configuration');
const RESTRICTED_FUNCTION = dicom('110132', 'Use of Restricted Function');
const IMPORT = dicom('110107', 'Import');
const EXPORT = dicom('110106', 'Export');
const DESTROY = lifecycle('destroy', 'Destroy/Delete Record Lifecycle Event');
const ACCESS = lifecycle('access', 'Access/View Record Lifecycle Event');
const AMEND = lifecycle('amend', 'Amend (Update) Record Lifecycle Event');

/** Everything that is accounted for. The names are stable: the log keeps them for years. */
export const AUDIT_ACTIONS = {
  'launch.opened': { action: 'E', type: AUTHENTICATION, subtype: LOGIN },
  'launch.refused': { action: 'E', type: AUTHENTICATION, subtype: LOGIN },
  'launch.signed-out': { action: 'E', type: AUTHENTICATION, subtype: LOGOUT },
  /** Another person signed in on the same browser: the launches of the one before were closed. */
  'launch.displaced': { action: 'E', type: AUTHENTICATION, subtype: LOGOUT },
  'chart.viewed': { action: 'R', type: PATIENT_RECORD, subtype: ACCESS },
  'review.viewed': { action: 'R', type: PATIENT_RECORD, subtype: ACCESS },
  'review.requested': { action: 'E', type: PATIENT_RECORD },
  'review.written-back': { action: 'U', type: PATIENT_RECORD, subtype: EXPORT },
  'review.redriven': { action: 'E', type: RESTRICTED_FUNCTION },
  /** By RevRx itself, once a key opens again. */
  'review.resumed': { action: 'E', type: RESTRICTED_FUNCTION },
  'review.parked': { action: 'E', type: SECURITY_ALERT },
  'finding.decided': { action: 'U', type: PATIENT_RECORD, subtype: AMEND },
  'query.sent': { action: 'C', type: PATIENT_RECORD },
  'query.answered': { action: 'U', type: PATIENT_RECORD, subtype: AMEND },
  'amounts.viewed': { action: 'R', type: PATIENT_RECORD, subtype: ACCESS },
  'pull.done': { action: 'R', type: PATIENT_RECORD, subtype: IMPORT },
  'site.added': { action: 'C', type: SECURITY_CONFIGURATION },
  'site.changed': { action: 'U', type: SECURITY_CONFIGURATION },
  'keys.rotated': { action: 'U', type: SECURITY_CONFIGURATION },
  /** Another KMS key, or none, of an organization's own. */
  'keys.changed': { action: 'U', type: SECURITY_CONFIGURATION },
  /** Data is sealed again for an organization that was shredded. */
  'keys.reopened': { action: 'U', type: SECURITY_CONFIGURATION },
  'keys.shredded': { action: 'D', type: PATIENT_RECORD, subtype: DESTROY },
  'charts.retention-removed': { action: 'D', type: PATIENT_RECORD, subtype: DESTROY },
} as const satisfies Record<string, FhirTerms>;

export type AuditAction = keyof typeof AUDIT_ACTIONS;

/** The words of FHIR for an action. */
export function fhirTermsOf(action: AuditAction): FhirTerms {
  return AUDIT_ACTIONS[action];
}
