import type { Request } from 'express';
import type { FhirResource } from 'fhir/r4.js';
import type { Clock } from '#kernel/index.ts';
import type { ResultPages } from '../search/result-pages.ts';
import type { FhirStore } from '../store.ts';
import type { Access } from './access.ts';

/** What the handlers of the FHIR server work with. */
export interface FhirService {
  readonly store: FhirStore;
  /** FHIR base, without a slash at its end. */
  readonly base: string;
  readonly clock: Clock;
  readonly pages: ResultPages;
  /** What is wrong with a resource beyond the checks of validation.ts; nothing when there is no such validator. */
  validate(resource: FhirResource): readonly string[];
  /** @throws FhirError 401 without a valid bearer token */
  authenticate(request: Request): Promise<Access>;
}
