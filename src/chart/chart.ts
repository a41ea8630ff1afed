import type {
  Claim,
  Condition,
  Coverage,
  DocumentReference,
  Encounter,
  FhirResource,
  Location,
  Organization,
  Patient,
  Practitioner,
  PractitionerRole,
  Procedure,
  RelatedPerson,
} from 'fhir/r4.js';

/**
 * Everything pulled for one encounter, as the EHR gave it, with the text of its documents. Full of PHI: it lives in
 * memory while a step runs and sealed in the database, nowhere else.
 */
export interface Chart {
  /** SHA-256 (hex) over what was pulled, in an order that does not depend on the EHR's: names this chart version. */
  readonly version: string;
  readonly encounter: Encounter;
  readonly patient: Patient;
  readonly relatedPersons: readonly RelatedPerson[];
  readonly claims: readonly Claim[];
  readonly practitioners: readonly Practitioner[];
  readonly practitionerRoles: readonly PractitionerRole[];
  readonly organizations: readonly Organization[];
  readonly locations: readonly Location[];
  readonly coverages: readonly Coverage[];
  readonly conditions: readonly Condition[];
  readonly procedures: readonly Procedure[];
  /** Observation, MedicationRequest, ServiceRequest and whatever else bears on this encounter. */
  readonly others: readonly FhirResource[];
  readonly documents: readonly ChartDocument[];
  /** What could not be read, in words for a person: a document that is no PDF, a resource the EHR refused. */
  readonly gaps: readonly ChartGap[];
}

/** One note: a DocumentReference and the text of its best attachment. */
export interface ChartDocument {
  /** DocumentReference.id. */
  readonly id: string;
  readonly reference: DocumentReference;
  /** Title for people: type.text, else the coding's display, else the attachment's title. */
  readonly title: string;
  /** LOINC code of the document type, where there is one. */
  readonly loinc: string | undefined;
  /** ISO 8601 instant: DocumentReference.date, else context.period.start. */
  readonly date: string | undefined;
  readonly contentType: string;
  /** What people read, as UTF-16 text with `\n` line ends. Never trimmed, so that offsets stay true. */
  readonly text: string;
  /** Leads an offset of `text` back into the decoded attachment; for PDF to page and item. */
  readonly offsets: OffsetMap;
}

/**
 * Runs of `text` and where they stand in the decoded attachment. Sorted by `textStart`; between two runs the text was
 * made (a line break for a `<br>`), and leads to the end of the run before it.
 */
export interface OffsetMap {
  readonly runs: readonly OffsetRun[];
}

export interface OffsetRun {
  readonly textStart: number;
  /** UTF-16 code units of `text`. */
  readonly length: number;
  /** Start in the decoded attachment, in UTF-16 code units (for PDF: within the text of the page). */
  readonly sourceStart: number;
  /** Length in the source; differs from `length` where an entity or escape was decoded. */
  readonly sourceLength: number;
  /** PDF only, from 1. */
  readonly page?: number;
}

export interface ChartGap {
  /** Resource the gap is about, such as `DocumentReference/abc`. */
  readonly reference: string;
  readonly reason:
    | 'unreadable'
    | 'unsupported-type'
    | 'missing'
    | 'refused'
    | 'too-large'
    | 'empty'
    | 'not-current'
    | 'confidential';
  /** A sentence for a person, without PHI. */
  readonly message: string;
}
