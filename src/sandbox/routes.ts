import type { ErrorRequestHandler, Express, RequestHandler, Router } from 'express';
import type { Log } from '#kernel/index.ts';
import { faultMiddleware } from './faults/fault-answer.ts';
import { createFaultRoutes } from './faults/fault-routes.ts';
import type { FaultRules } from './faults/fault-rules.ts';
import { toOutcome } from './fhir/fhir-error.ts';
import { createFhirRouter } from './fhir/router.ts';
import type { FhirService } from './fhir/service.ts';
import { ISSUER_PATH, type AuthorizationServer } from './oauth/authorization-server.ts';
import { SMART_STYLE } from './oauth/launch-context.ts';
import { smartConfiguration } from './oauth/smart-configuration.ts';
import { isRecord } from './search/values.ts';

interface Routing {
  /** Host names besides those of loopback. */
  readonly hosts: readonly string[];
  readonly authorization: AuthorizationServer;
  readonly faults: FaultRules;
  readonly fhir: FhirService;
  readonly page: Router | undefined;
  readonly log: Log;
}

/** What the sandbox answers, and in what order: faults stand before the FHIR and the OAuth server, the pages last. */
export function addRoutes(app: Express, { hosts, authorization, faults, fhir, page, log }: Routing): void {
  const { endpoints, router } = authorization;
  app.use(onlyKnownHosts(hosts));
  app.use('/faults', createFaultRoutes(faults));
  app.use(['/fhir', ISSUER_PATH], faultMiddleware(faults));
  app.get('/fhir/.well-known/smart-configuration', (_request, response) => {
    response.json(smartConfiguration(endpoints));
  });
  app.get('/smart-style.json', (_request, response) => {
    response.json(SMART_STYLE);
  });
  app.use('/fhir', createFhirRouter(fhir, { authorize: endpoints.authorize, token: endpoints.token }, log));
  app.use(ISSUER_PATH, router);
  if (page !== undefined) app.use('/', page);
  app.use(plainErrors(log));
}

/** A page on the web cannot reach the sandbox under a name of its own (DNS rebinding). */
function onlyKnownHosts(hosts: readonly string[]): RequestHandler {
  const known = new Set(['localhost', '127.0.0.1', '[::1]', ...hosts]);
  return (request, response, next) => {
    const host = request.headers.host?.replace(/:\d+$/, '') ?? '';
    if (known.has(host)) return next();
    const outcome = toOutcome('security', 'this server does not go by that name');
    response.status(421).type('application/fhir+json').send(JSON.stringify(outcome));
  };
}

/** Outside of FHIR and OAuth: a sentence, never a stack trace. */
function plainErrors(log: Log): ErrorRequestHandler {
  return (error: unknown, request, response, next) => {
    if (response.headersSent) return next(error);
    const status = isRecord(error) && error['status'] === 400 ? 400 : 500;
    if (status === 500) log.error('a page of the sandbox EHR failed', { path: request.path, cause: nameOf(error) });
    response
      .status(status)
      .json({ error: status === 400 ? 'The request could not be read.' : 'The sandbox EHR failed.' });
  };
}

const nameOf = (error: unknown): string => (isRecord(error) ? String(error['name']) : typeof error);
