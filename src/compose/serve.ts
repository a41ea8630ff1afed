import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { createAppApi } from '#app-api/index.ts';
import { createEventStreams, createHttpApp, createHttpSessions, listen, type RunningServer } from '#http/index.ts';
import { ProgressListener, requestReview } from '#pipeline/index.ts';
import { sessionSecret } from './local-secrets.ts';
import type { Services } from './services.ts';
import { createSiteEhrs } from './site-ehr.ts';

/** The built app. */
const APP_DIRECTORY = join(import.meta.dirname, '..', '..', 'launch', 'dist');

/** Seconds. A stream of progress lasts as long as its page is open: it falls above them all. */
const BOUNDS = [0.01, 0.05, 0.25, 1, 5, 30];
/** What a client writes is no label. */
const METHODS: ReadonlySet<string> = new Set(['GET', 'HEAD', 'POST', 'OPTIONS']);

/** The web role: launches, the app and its API. Disposing lets requests under way finish. */
export async function serve(services: Services): Promise<RunningServer> {
  const { config, log, alerts, metrics, access, database, boss, clock, artifacts, sites, smart, codes } = services;
  await using stack = new AsyncDisposableStack();
  const sessions = stack.use(
    createHttpSessions({ connection: access.application, secret: await sessionSecret(config), log }),
  );
  const progress = stack.use(new ProgressListener(access.application, log));
  const streams = createEventStreams();
  const ehrs = createSiteEhrs(services);
  const launchApi = createAppApi({
    database,
    boss,
    artifacts,
    codes,
    clock,
    sites,
    progress,
    streams,
    ehrAsUser: (launch) => ehrs.asUser(launch),
  });
  const smartRouter = smart.createRouter({
    sessions: sessions.browser,
    onLaunched: async ({ tenantId, siteId, encounterId, patientId }) => {
      await requestReview(services, { tenantId, siteId, encounterId, patientId, requestedBy: 'launch' });
    },
  });
  const seconds = metrics.histogram(
    'revrx_http_request_seconds',
    'Time to answer, by method and class of status.',
    BOUNDS,
  );
  const app = createHttpApp({
    onAnswered: ({ method, status, seconds: took }) =>
      seconds.observe(took, {
        method: METHODS.has(method) ? method : 'other',
        status: `${Math.floor(status / 100)}xx`,
      }),
    publicUrl: config.publicUrl,
    trustProxy: config.trustProxy,
    log,
    alerts,
    database,
    sessions,
    smart,
    smartRouter,
    launchApi,
    ...(existsSync(APP_DIRECTORY) ? { appDirectory: APP_DIRECTORY } : {}),
  });
  const server = await listen(app, { port: config.port, onStop: () => streams.endAll() });
  const owned = stack.move();
  return {
    port: server.port,
    async [Symbol.asyncDispose]() {
      await server[Symbol.asyncDispose]();
      await owned.disposeAsync();
    },
  };
}
