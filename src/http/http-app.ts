import express, { type Express, type RequestHandler, type Router } from 'express';
import { silentAlerts, type Alerts, type Log } from '#kernel/index.ts';
import type { Database } from '#persistence/index.ts';
import { CALLBACK_PATH, hashOf, LAUNCH_PATH, PAGE_STYLE, PAGE_STYLE_PATH, type Smart } from '#smart/index.ts';
import { appFiles } from './app-files.ts';
import type { HttpSessions } from './browser-session.ts';
import { SIGN_OUT_PATH } from './contract.ts';
import { errorHandler, notFound } from './error-handler.ts';
import { addressOf, rateLimit } from './rate-limit.ts';
import { requestGuard } from './request-guard.ts';
import { requestLog, type OnAnswered } from './request-log.ts';
import { securityHeaders } from './security-headers.ts';

export interface HttpAppOptions {
  /** No slash at its end. */
  readonly publicUrl: string;
  /** Number of proxies whose X-Forwarded-For is believed; 0: none. */
  readonly trustProxy: number;
  readonly log: Log;
  /** Told of stored data that does not open. Default: nobody. */
  readonly alerts?: Alerts;
  /** For metrics. */
  readonly onAnswered?: OnAnswered;
  readonly database: Database;
  readonly sessions: HttpSessions;
  readonly smart: Smart;
  /** Launch, callback, key sets: mounted at the root. */
  readonly smartRouter: Router;
  /** Below `/api/launches/:launchId` (with `mergeParams`), behind the guards; `launchOf(request)` is set. */
  readonly launchApi: Router;
  /** Folder of the built app; without it there is none. */
  readonly appDirectory?: string | undefined;
  /** More routers at the root, before the answer "nothing here": metrics, webhooks. */
  readonly routers?: readonly Router[];
}

const API_BODY_LIMIT = '64kb';

/** The web application, without its server. */
export function createHttpApp(options: HttpAppOptions): Express {
  const { publicUrl, log, sessions, smart } = options;
  const app = express();
  app.disable('x-powered-by');
  app.set('trust proxy', options.trustProxy);
  app.set('query parser', 'simple');
  app.use(requestLog(log, options.onAnswered), ...securityHeaders({ https: publicUrl.startsWith('https:') }));
  mountHealth(app, options.database);
  app.get(PAGE_STYLE_PATH, (_request, response) => void response.type('css').send(PAGE_STYLE));
  app.use([LAUNCH_PATH, CALLBACK_PATH], rateLimit({ perMinute: 600, keyOf: addressOf }), sessions.middleware);
  app.use(options.smartRouter);
  app.use('/api', ...apiGuards(options));
  const launchGuard = smart.createLaunchGuard(sessions.browser);
  app.post(`/api/launches/:launchId${SIGN_OUT_PATH}`, launchGuard, smart.createSignOut(sessions.browser));
  app.use('/api/launches/:launchId', launchGuard, options.launchApi);
  for (const router of options.routers ?? []) app.use(router);
  if (options.appDirectory !== undefined) {
    app.use(appFiles({ directory: options.appDirectory, frameAncestorsOf: (id) => smart.frameAncestorsOf(id) }));
  }
  app.use(notFound, errorHandler(log, options.alerts ?? silentAlerts));
  return app;
}

function apiGuards({ publicUrl, sessions }: HttpAppOptions): RequestHandler[] {
  return [
    rateLimit({ perMinute: 6_000, keyOf: addressOf }),
    requestGuard(publicUrl),
    sessions.middleware,
    rateLimit({
      perMinute: 600,
      keyOf: (request) => {
        const key = sessions.browser.keyOf(request);
        return key === undefined ? addressOf(request) : hashOf(key);
      },
    }),
    express.json({ limit: API_BODY_LIMIT, strict: true }),
  ];
}

/** `/healthz`: the process runs. `/readyz`: it can do its work; 503 while the database is away. */
function mountHealth(app: Express, database: Database): void {
  app.get('/healthz', (_request, response) => void response.json({ status: 'ok' }));
  app.get('/readyz', async (_request, response) => {
    await database.withoutTenant((em) => em.execute('select 1'));
    response.json({ status: 'ok' });
  });
}
