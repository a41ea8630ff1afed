import type { Bundle, FhirResource } from 'fhir/r4.js';
import { EhrError, describe } from './ehr-error.ts';
import type { EhrAnswer, EhrRequest, Exchange } from './exchange.ts';
import { malformed, resourceOf } from './fhir-answer.ts';
import { isRecord } from './fhir/fields.ts';
import { isWellFormed } from './fhir/shape.ts';
import { parseJsonBody } from './read-body.ts';
import { RequestNotSent } from './transport-error.ts';

/** What the EHR did with one resource. */
export interface WriteResult {
  /** 200 there already or changed, 201 created, 202 accepted for later, 204 done without a word. */
  readonly status: number;
  /** Undefined where the EHR did not say. */
  readonly id: string | undefined;
  readonly versionId: string | undefined;
  /** As stored, where the EHR sent it back. */
  readonly resource: FhirResource | undefined;
}

export interface CreateOptions {
  /** A search without `?`, such as `identifier=system|value`: nothing is created when one resource matches (FHIR R4, 3.1.0.8.1). */
  readonly ifNoneExist?: string;
}

export interface UpdateOptions {
  /** The version that is to be replaced: a newer one there is an `ehr-conflict` (FHIR R4, 3.1.0.5). */
  readonly ifMatch?: string;
}

/** @throws EhrError `writeback-unknown-outcome` when it may or may not have been created: look before trying again */
export async function createResource(
  exchange: Exchange,
  resource: FhirResource,
  options: CreateOptions,
): Promise<WriteResult> {
  const headers = options.ifNoneExist === undefined ? {} : { 'if-none-exist': options.ifNoneExist };
  const body = JSON.stringify(resource);
  return toResult(await write(exchange, { method: 'POST', address: resource.resourceType, headers, body }));
}

/** @throws EhrError `writeback-unknown-outcome` as for creating; `ehr-conflict` for a newer version */
export async function updateResource(
  exchange: Exchange,
  resource: FhirResource & { readonly id: string },
  options: UpdateOptions,
): Promise<WriteResult> {
  const headers = options.ifMatch === undefined ? {} : { 'if-match': `W/"${options.ifMatch}"` };
  const address = `${resource.resourceType}/${resource.id}`;
  return toResult(await write(exchange, { method: 'PUT', address, headers, body: JSON.stringify(resource) }));
}

/**
 * Sends a transaction: all of it is done, or nothing. The results stand in the order of the entries.
 *
 * @throws EhrError `writeback-unknown-outcome` when it may or may not have been done, `ehr-rejected` when it was not
 */
export async function sendTransaction(exchange: Exchange, bundle: Bundle): Promise<WriteResult[]> {
  const answer = await write(exchange, { method: 'POST', address: '', body: JSON.stringify(bundle) });
  const entries = transactionEntries(answer);
  if (entries.length !== (bundle.entry?.length ?? 0)) throw unknownOutcome(answer, 'another number of entries');
  return entries.map((entry) => {
    const response = isRecord(entry) && isRecord(entry['response']) ? entry['response'] : {};
    const status = Number.parseInt(textOf(response['status']) ?? '', 10);
    if (Number.isNaN(status)) throw unknownOutcome(answer, 'an entry without status');
    const stored = isRecord(entry) ? entry['resource'] : undefined;
    return resultOf(status, textOf(response['location']), textOf(response['etag']), stored);
  });
}

/**
 * A write is sent once. When no clear answer comes it may have been done, and only who wrote can find out: by the identifier.
 */
async function write(exchange: Exchange, request: EhrRequest): Promise<EhrAnswer> {
  try {
    return await exchange.send({ ...request, headers: { prefer: 'return=minimal', ...request.headers } });
  } catch (error) {
    if (!(error instanceof EhrError) || !isUnclear(error)) throw error;
    throw new EhrError('writeback-unknown-outcome', {
      publicMessage: 'The EHR did not say whether it stored what RevRx wrote. RevRx will look before it tries again.',
      detail: error.detail ?? '',
      cause: error,
      ...(error.status === undefined ? {} : { status: error.status }),
    });
  }
}

/** 429 and 503 are said before work begins, other 5xx and 408 during it. */
function isUnclear({ status, cause, code }: EhrError): boolean {
  if (status === undefined) return code !== 'ehr-foreign-origin' && !(cause instanceof RequestNotSent);
  if (status < 300) return true;
  return status === 408 || (status >= 500 && status !== 501 && status !== 503);
}

function transactionEntries(answer: EhrAnswer): readonly unknown[] {
  try {
    const entries: unknown = resourceOf(answer, 'Bundle').entry ?? [];
    if (Array.isArray(entries)) return entries;
  } catch (error) {
    throw unknownOutcome(answer, 'no Bundle', error);
  }
  throw unknownOutcome(answer, 'no list of entries');
}

function unknownOutcome(answer: EhrAnswer, what: string, cause: unknown = malformed(answer, what)): EhrError {
  return new EhrError('writeback-unknown-outcome', {
    publicMessage:
      'The EHR did not say clearly what it stored of what RevRx wrote. RevRx will look before it tries again.',
    detail: `${describe(answer.label)}: ${what}`,
    cause,
    status: answer.status,
  });
}

/** Some servers answer with an empty body, or with one that is no FHIR: the headers then say what was done. */
function toResult({ status, headers, body }: EhrAnswer): WriteResult {
  return resultOf(
    status,
    headers.get('location') ?? headers.get('content-location') ?? undefined,
    headers.get('etag') ?? undefined,
    parseJsonBody(body),
  );
}

function resultOf(
  status: number,
  location: string | undefined,
  etag: string | undefined,
  stored: unknown,
): WriteResult {
  const resource = isWellFormed(stored) && stored.resourceType !== 'OperationOutcome' ? stored : undefined;
  const [, id, version] =
    /\/?[A-Z][A-Za-z]+\/([A-Za-z0-9\-.]{1,64})(?:\/_history\/([A-Za-z0-9\-.]{1,64}))?$/.exec(location ?? '') ?? [];
  const tag = /^(?:W\/)?"([^"]{1,64})"$/.exec(etag ?? '')?.[1];
  return { status, id: resource?.id ?? id, versionId: tag ?? resource?.meta?.versionId ?? version, resource };
}

function textOf(value: unknown): string | undefined {
  return typeof value === 'string' ? value : undefined;
}
