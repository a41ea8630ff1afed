import { Router } from 'express';
import type { Encounter, Patient } from 'fhir/r4.js';
import type { LaunchRequest } from '../options.ts';
import type { FhirStore } from '../store.ts';
import type { Launches } from './launches.ts';
import { rewriteQuery } from './rewrite-query.ts';
import { splitScope } from './scopes.ts';

const PICKED = 'picked_encounter';

/**
 * Standalone launch (SMART App Launch 2.2): a request for `launch/patient` that brings no launch value first gets a page to
 * pick the patient and encounter on. The sandbox has no passwords: whoever stands first on the encounter is signed in.
 */
export function offerStandaloneLaunch(path: string, store: FhirStore, launches: Launches): Router {
  const router = Router();
  router.get(path, (request, response, next) => {
    const params = new URL(request.url, 'http://sandbox.invalid').searchParams;
    if (params.has('launch') || !splitScope(params.get('scope') ?? '').includes('launch/patient')) return next();
    const picked = store.get('Encounter', params.get(PICKED) ?? '');
    const launch = picked === undefined ? undefined : toLaunch(store, picked);
    if (launch === undefined) {
      response.set({
        'Content-Security-Policy': "default-src 'none'; frame-ancestors 'none'",
        'Cache-Control': 'no-store',
      });
      response.type('html').send(page(store, (encounter) => linkFor(request.originalUrl, encounter)));
      return;
    }
    params.delete(PICKED);
    params.set('launch', launches.create(launch, 'standalone'));
    rewriteQuery(request, params);
    next();
  });
  return router;
}

function toLaunch(store: FhirStore, encounter: Encounter): LaunchRequest | undefined {
  const patient = idIn(encounter.subject?.reference, 'Patient');
  const onIt = (encounter.participant ?? []).flatMap(
    ({ individual }) => idIn(individual?.reference, 'Practitioner') ?? [],
  );
  const practitioner = onIt[0] ?? store.list('Practitioner')[0]?.id;
  if (patient === undefined || practitioner === undefined || encounter.id === undefined) return undefined;
  return { patient, encounter: encounter.id, practitioner, needPatientBanner: true };
}

function idIn(reference: string | undefined, type: string): string | undefined {
  const [found, id] = reference?.split('/') ?? [];
  return found === type ? id : undefined;
}

function linkFor(originalUrl: string, encounter: string): string {
  return `${originalUrl}&${new URLSearchParams({ [PICKED]: encounter }).toString()}`;
}

function page(store: FhirStore, link: (encounter: string) => string): string {
  const items = store.list('Patient').flatMap((patient) =>
    store.find('Encounter', 'patient', `Patient/${patient.id ?? ''}`).map(({ id = '', period }) => {
      const label = `${nameOf(patient)}, visit of ${period?.start?.slice(0, 10) ?? 'an unknown day'}`;
      return `<li><a href="${escapeHtml(link(id))}">${escapeHtml(label)}</a></li>`;
    }),
  );
  return `<!doctype html><html lang="en"><meta charset="utf-8"><title>Pick a patient</title><h1>Pick a patient and a visit</h1><ul>${items.join('')}</ul></html>`;
}

const nameOf = ({ name, id = '' }: Patient): string => [...(name?.[0]?.given ?? []), name?.[0]?.family ?? id].join(' ');

const ENTITIES: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
};
const escapeHtml = (text: string): string =>
  text.replaceAll(/[&<>"']/g, (character) => ENTITIES[character] ?? character);
