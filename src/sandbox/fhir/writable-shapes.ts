import type { ServedType } from '../search/params.ts';

/** How a type that clients may write must look at its top level. */
export interface Shape {
  /** Elements of cardinality 1..: they must be there. */
  readonly required: readonly string[];
  /** Elements of cardinality ..*: they must be lists; all others must not be. */
  readonly lists: readonly string[];
  readonly single: readonly string[];
  /** Required bindings. */
  readonly codes: Readonly<Record<string, readonly string[]>>;
}

const words = (...lines: string[]): readonly string[] => lines.flatMap((line) => line.split(' '));

const PRIORITY = words('routine urgent asap stat');
const COMMUNICATION_STATUS = words(
  'preparation in-progress not-done on-hold stopped completed entered-in-error unknown',
);

/**
 * What clients may write: elements, cardinality and required bindings of the StructureDefinitions of FHIR R4
 * (https://hl7.org/fhir/R4/resourcelist.html), without what every resource has.
 */
export const WRITABLE_SHAPES = {
  DetectedIssue: {
    required: words('status'),
    lists: words('identifier implicated evidence mitigation'),
    single: words('status code severity patient identifiedDateTime identifiedPeriod author detail reference'),
    codes: {
      status: words('registered preliminary final amended corrected cancelled entered-in-error unknown'),
      severity: words('high moderate low'),
    },
  },
  Task: {
    required: words('status intent'),
    lists: words('identifier basedOn partOf performerType insurance note relevantHistory input output'),
    single: words(
      'instantiatesCanonical instantiatesUri groupIdentifier status statusReason businessStatus intent priority code',
      'description focus for encounter executionPeriod authoredOn lastModified requester owner location reasonCode',
      'reasonReference restriction',
    ),
    codes: {
      status: words(
        'draft requested received accepted rejected ready cancelled in-progress on-hold failed completed entered-in-error',
      ),
      intent: words('unknown proposal plan order original-order reflex-order filler-order instance-order option'),
      priority: PRIORITY,
    },
  },
  DocumentReference: {
    required: words('status content'),
    lists: words('identifier category author relatesTo securityLabel content'),
    single: words('masterIdentifier status docStatus type subject date authenticator custodian description context'),
    codes: {
      status: words('current superseded entered-in-error'),
      docStatus: words('preliminary final amended entered-in-error'),
    },
  },
  Provenance: {
    required: words('target recorded agent'),
    lists: words('target policy reason agent entity signature'),
    single: words('occurredPeriod occurredDateTime recorded location activity'),
    codes: {},
  },
  Device: {
    required: [],
    lists: words('identifier udiCarrier statusReason deviceName specialization version property contact note safety'),
    single: words(
      'definition status distinctIdentifier manufacturer manufactureDate expirationDate lotNumber serialNumber',
      'modelNumber partNumber type patient owner location url parent',
    ),
    codes: { status: words('active inactive entered-in-error unknown') },
  },
  Communication: {
    required: words('status'),
    lists: words(
      'identifier instantiatesCanonical instantiatesUri basedOn partOf inResponseTo category medium about recipient',
      'reasonCode reasonReference payload note',
    ),
    single: words('status statusReason priority subject topic encounter sent received sender'),
    codes: { status: COMMUNICATION_STATUS, priority: PRIORITY },
  },
  CommunicationRequest: {
    required: words('status'),
    lists: words('identifier basedOn replaces category medium about payload recipient reasonCode reasonReference note'),
    single: words(
      'groupIdentifier status statusReason priority doNotPerform subject encounter occurrenceDateTime occurrencePeriod',
      'authoredOn requester sender',
    ),
    codes: { status: words('draft active on-hold revoked completed entered-in-error unknown'), priority: PRIORITY },
  },
  Binary: { required: words('contentType'), lists: [], single: words('contentType securityContext data'), codes: {} },
} as const satisfies Partial<Record<ServedType, Shape>>;

export type WritableType = keyof typeof WRITABLE_SHAPES;

export function isWritable(type: string): type is WritableType {
  return Object.hasOwn(WRITABLE_SHAPES, type);
}
