import { createHash } from 'node:crypto';
import type { Attachment, Binary, DocumentReference, FhirResource } from 'fhir/r4.js';
import { displayName, organizationId, practitionerId } from './build-people.ts';
import { encounterOf, subjectOf } from './build-encounter.ts';
import { getEntry, resourceId, type CaseContext } from './case-context.ts';
import { NOTE_KINDS, type NoteDescription, type NoteFormat } from './case-description.ts';
import { SYSTEMS, concept, reference } from './codings.ts';
import { fillPlaceholders } from './fill-placeholders.ts';
import { toInstant } from './local-time.ts';
import { toNoteHtml } from './note-html.ts';
import { toNotePdf } from './note-pdf.ts';
import { toNoteRtf } from './note-rtf.ts';
import { CLINICIANS } from './staff.ts';

const CONTENT_TYPES: Readonly<Record<NoteFormat, string>> = {
  text: 'text/plain',
  html: 'text/html',
  rtf: 'application/rtf',
  pdf: 'application/pdf',
};
const CLINICAL_NOTE = 'http://hl7.org/fhir/us/core/CodeSystem/us-core-documentreference-category';

/** For each note a DocumentReference, and a Binary for each of its forms. */
export function buildDocuments(context: CaseContext): FhirResource[] {
  return context.described.notes.flatMap((note, index) => {
    const forms = [note.format, ...(note.alsoAs ? [note.alsoAs] : [])];
    const text = fillPlaceholders(note.text, { ...context, visit: context.described.visit });
    const binaries = forms.map((format, form) => {
      const bytes = toBytes(text, format, titleOf(note, context));
      return { bytes, binary: buildBinary(context, bytes, { format, id: binaryId(context, index, form) }) };
    });
    const attachments = binaries.map(({ bytes, binary }) => buildAttachment(bytes, binary, note));
    return [buildReference(context, note, { index, attachments }), ...binaries.map(({ binary }) => binary)];
  });
}

function toBytes(text: string, format: NoteFormat, title: string): Buffer {
  switch (format) {
    case 'text':
      return Buffer.from(text, 'utf8');
    case 'html':
      return Buffer.from(toNoteHtml(text, title), 'utf8');
    case 'rtf':
      return Buffer.from(toNoteRtf(text), 'latin1');
    default:
      return toNotePdf(text, title);
  }
}

function titleOf(note: NoteDescription, { facility }: CaseContext): string {
  return `${NOTE_KINDS[note.kind].title}, ${facility.name}`;
}

/** The second form of a note has `b` behind its number. */
function binaryId(context: CaseContext, index: number, form: number): string {
  return `${resourceId('bin', context, index)}${form === 0 ? '' : 'b'}`;
}

function buildBinary(context: CaseContext, bytes: Buffer, { format, id }: { format: NoteFormat; id: string }): Binary {
  return {
    resourceType: 'Binary',
    id,
    contentType: CONTENT_TYPES[format],
    securityContext: reference('Patient', context.patientId),
    data: bytes.toString('base64'),
  };
}

/** FHIR R4 wants the SHA-1 of the data, base64 encoded. */
function buildAttachment(bytes: Buffer, binary: Binary, note: NoteDescription): Attachment {
  return {
    contentType: binary.contentType,
    url: `Binary/${binary.id}`,
    size: bytes.length,
    hash: createHash('sha1').update(bytes).digest('base64'),
    title: NOTE_KINDS[note.kind].title,
  };
}

function buildReference(
  context: CaseContext,
  note: NoteDescription,
  { index, attachments }: { index: number; attachments: readonly Attachment[] },
): DocumentReference {
  const { described, clinician } = context;
  const kind = NOTE_KINDS[note.kind];
  const authorKey = note.author ?? described.clinician;
  const author = reference('Practitioner', practitionerId(authorKey), displayName(getEntry(CLINICIANS, authorKey)));
  const signed = note.signed ?? true;
  return {
    resourceType: 'DocumentReference',
    id: resourceId('doc', context, index),
    status: 'current',
    docStatus: signed ? 'final' : 'preliminary',
    type: concept(SYSTEMS.loinc, kind.loinc, kind.title),
    category: [concept(CLINICAL_NOTE, 'clinical-note', 'Clinical Note')],
    subject: subjectOf(context),
    date: toInstant(note.written ?? described.visit.end),
    author: [author],
    ...(signed ? { authenticator: author } : {}),
    custodian: reference('Organization', organizationId(clinician.facility), context.facility.name),
    content: attachments.map((attachment) => ({ attachment })),
    context: {
      encounter: [encounterOf(context)],
      period: { start: toInstant(described.visit.start), end: toInstant(described.visit.end) },
    },
  };
}
