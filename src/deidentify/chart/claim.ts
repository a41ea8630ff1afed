import type { Claim, ClaimItem, CodeableConcept } from 'fhir/r4.js';
import type { Chart } from '#chart/index.ts';
import type { BilledClaim, BilledDiagnosis, BilledItem } from '../deidentified-chart.ts';
import { epochDay } from '../tokens/date-meaning.ts';

const DEAD_STATUSES = new Set(['cancelled', 'entered-in-error', 'draft']);

/**
 * What was billed for the encounter. Of several claims, cancelled and mistaken ones fall out; of one use (`claim` before
 * `preauthorization`) and type the lines are put together, so that a professional claim is not mixed with the facility's own.
 */
export function billedClaim(chart: Chart, firstDay: number | undefined): BilledClaim {
  const claims = pickClaims(chart.claims);
  const [first] = claims;
  if (first === undefined) return { type: 'unknown', specialty: undefined, diagnoses: [], items: [] };
  const diagnoses: BilledDiagnosis[] = [];
  const items: BilledItem[] = [];
  for (const claim of claims) addClaim(claim, firstDay, diagnoses, items);
  return { type: typeOf(first), specialty: claims.map(specialtyOf).find((one) => one !== undefined), diagnoses, items };
}

/** Claims to review together: the live ones of the leading type, in order of creation. */
function pickClaims(claims: readonly Claim[]): Claim[] {
  const live = claims.filter(({ status, use }) => !DEAD_STATUSES.has(status) && use !== 'predetermination');
  const real = live.some(({ use }) => use === 'claim') ? live.filter(({ use }) => use === 'claim') : live;
  const replaced = new Set(
    real.flatMap((claim) => (claim.related ?? []).map(({ claim: prior }) => prior?.reference ?? '')),
  );
  const current = real.filter(({ id }) => !replaced.has(`Claim/${id ?? ''}`));
  const professional = current.filter((claim) => typeOf(claim) === 'professional');
  const chosen = professional.length > 0 ? professional : current;
  const leading = chosen.filter((claim) => chosen[0] !== undefined && typeOf(claim) === typeOf(chosen[0]));
  return leading.toSorted((a, b) => ((a.created ?? '') < (b.created ?? '') ? -1 : 1));
}

function typeOf({ type }: Claim): BilledClaim['type'] {
  const words = [type?.text ?? '', ...(type?.coding ?? []).flatMap(({ code, display }) => [code ?? '', display ?? ''])]
    .join(' ')
    .toLowerCase();
  if (words.includes('professional')) return 'professional';
  return words.includes('institutional') ? 'institutional' : 'unknown';
}

function specialtyOf({ careTeam }: Claim): string | undefined {
  const member = careTeam?.find(({ responsible }) => responsible === true) ?? careTeam?.[0];
  const { qualification } = member ?? {};
  return (
    qualification?.text ?? qualification?.coding?.map(({ display }) => display).find((display) => display !== undefined)
  );
}

/** Adds a claim's lines; sequences of a second claim go on where the first one ended. */
function addClaim(claim: Claim, firstDay: number | undefined, diagnoses: BilledDiagnosis[], items: BilledItem[]): void {
  const diagnosisBase = diagnoses.reduce((highest, { sequence }) => Math.max(highest, sequence), 0);
  const itemBase = items.reduce((highest, { sequence }) => Math.max(highest, sequence), 0);
  for (const diagnosis of claim.diagnosis ?? []) {
    const code = codeOf(diagnosis.diagnosisCodeableConcept);
    if (code === undefined) continue;
    diagnoses.push({
      sequence: diagnosisBase + diagnosis.sequence,
      code: dottedDiagnosis(code),
      onAdmission: codeOf(diagnosis.onAdmission)?.toUpperCase(),
    });
  }
  for (const item of claim.item ?? []) {
    const billed = billedItem(item, firstDay);
    if (billed === undefined) continue;
    items.push({
      ...billed,
      sequence: itemBase + billed.sequence,
      diagnosisSequence: billed.diagnosisSequence.map((one) => diagnosisBase + one),
    });
  }
}

function billedItem(item: ClaimItem, firstDay: number | undefined): BilledItem | undefined {
  const coding = item.productOrService.coding?.find(({ code }) => code !== undefined);
  const code = (coding?.code ?? item.productOrService.text)?.trim().toUpperCase();
  if (code === undefined || code === '') return undefined;
  const serviced = epochDay(item.servicedDate ?? item.servicedPeriod?.start);
  return {
    sequence: item.sequence,
    system: systemOf(coding?.system, code),
    code,
    modifiers: (item.modifier ?? [])
      .map(codeOf)
      .filter((one) => one !== undefined)
      .map((one) => one.toUpperCase()),
    units: item.quantity?.value ?? 1,
    diagnosisSequence: item.diagnosisSequence ?? [],
    placeOfService: codeOf(item.locationCodeableConcept),
    serviceDay: serviced === undefined || firstDay === undefined ? undefined : serviced - firstDay,
  };
}

/** CPT and HCPCS by their URIs in any of the spellings in use, otherwise by the shape of the code (A1234 is HCPCS level II). */
function systemOf(system: string | undefined, code: string): BilledItem['system'] {
  const uri = (system ?? '').toLowerCase();
  if (uri.includes('ama-assn.org') || uri === 'cpt' || uri.includes('2.16.840.1.113883.6.12')) return 'cpt';
  if (uri.includes('hcpcs') || uri.includes('2.16.840.1.113883.6.285'))
    return /^\d{4}[\dFTU]$/.test(code) ? 'cpt' : 'hcpcs';
  if (uri !== '') return 'unknown';
  if (/^\d{4}[\dFTU]$/.test(code)) return 'cpt';
  return /^[A-V]\d{4}$/.test(code) ? 'hcpcs' : 'unknown';
}

function codeOf(concept: CodeableConcept | undefined): string | undefined {
  const code = concept?.coding?.map(({ code: one }) => one).find((one) => one !== undefined) ?? concept?.text;
  const trimmed = code?.trim();
  return trimmed === '' ? undefined : trimmed;
}

/** ICD-10-CM in upper case, with its dot: `e1142` → `E11.42`. */
export function dottedDiagnosis(code: string): string {
  const bare = code.trim().toUpperCase().replaceAll('.', '');
  return bare.length > 3 ? `${bare.slice(0, 3)}.${bare.slice(3)}` : bare;
}
