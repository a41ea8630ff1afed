import type { FhirResource } from 'fhir/r4.js';
import { elementOf, isRecord } from '#ehr/fhir/index.ts';

/** `withheld`: RevRx does not read it. `restricted`: rules read it, no language model does. See docs/decisions/0015. */
export type Confidentiality = 'withheld' | 'restricted' | 'ordinary';

const CONFIDENTIALITY = /(?:\/v3-Confidentiality|\/v3\/Confidentiality|2\.16\.840\.1\.113883\.5\.25)$/;
const ACT_CODE = /(?:\/v3-ActCode|\/v3\/ActCode|2\.16\.840\.1\.113883\.5\.4)$/;

/** HL7 v3-ActCode: psychotherapy notes (45 CFR 164.501), and refrain policies that forbid this use of what they mark. */
const WITHHELD_CODES: ReadonlySet<string> = new Set([
  'PSYTHPN',
  'NOAUTH',
  'NOAUTOCODE',
  'NOCOLLECT',
  'NODSCLCD',
  'NODSCLCDS',
  'NOPERSISTP',
  'NOREUSE',
]);

/** HL7 v3-ActCode, information sensitivity and the privacy laws behind it: compared in upper case. */
const RESTRICTED_CODES: ReadonlySet<string> = new Set([
  '42CFRPART2',
  'TITLE38SECTION7332',
  'ETH',
  'ETHUD',
  'OPIOIDUD',
  'SUD',
  'DRGIS',
  'PSY',
  'MH',
  'BH',
  'COGN',
  'DVD',
  'EMOTDIS',
  'HIV',
  'STD',
  'SCA',
  'SICKLE',
  'GDIS',
  'PREGNANT',
  'SDV',
  'SEX',
  'SPI',
  'ABUSE',
  'VIO',
  'MST',
  'TBOO',
  'VIP',
  'CEL',
]);

/** What the labels of a resource say: `meta.security`, and a document's `securityLabel`. The strictest counts. */
export function confidentialityOf(resource: FhirResource): Confidentiality {
  const ofDocument = resource.resourceType === 'DocumentReference' ? (resource.securityLabel ?? []) : [];
  const codings = [...securityOf(resource), ...ofDocument.flatMap(({ coding }) => coding ?? [])];
  const found = codings.map(levelOf);
  if (found.includes('withheld')) return 'withheld';
  return found.includes('restricted') ? 'restricted' : 'ordinary';
}

interface Label {
  readonly system?: string | undefined;
  readonly code?: string | undefined;
}

function securityOf(resource: FhirResource): Label[] {
  const meta = elementOf(resource, 'meta');
  const security = isRecord(meta) ? meta['security'] : undefined;
  return (Array.isArray(security) ? security : []).flatMap((label: unknown): Label[] => {
    if (!isRecord(label)) return [];
    const { system, code } = label;
    return [{ ...(typeof system === 'string' ? { system } : {}), ...(typeof code === 'string' ? { code } : {}) }];
  });
}

function levelOf({ system, code = '' }: Label): Confidentiality {
  const upper = code.toUpperCase();
  if (system === undefined || CONFIDENTIALITY.test(system)) {
    if (upper === 'V') return 'withheld';
    if (upper === 'R') return 'restricted';
  }
  if (system !== undefined && !ACT_CODE.test(system)) return 'ordinary';
  if (WITHHELD_CODES.has(upper)) return 'withheld';
  return RESTRICTED_CODES.has(upper) ? 'restricted' : 'ordinary';
}
