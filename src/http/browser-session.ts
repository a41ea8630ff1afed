import connectPgSimple from 'connect-pg-simple';
import session from 'express-session';
import type { RequestHandler } from 'express';
import pg from 'pg';
import { newToken, type Log, type Secret } from '#kernel/index.ts';
import { toPgOptions, type ConnectionSettings } from '#persistence/index.ts';
import type { BrowserSession } from '#smart/index.ts';

declare module 'express-session' {
  interface SessionData {
    /** What launches belong to. Never leaves the server, and outlives a change of the session's id. */
    key?: string;
  }
}

/** Longest life of a browser session; each launch has its own, shorter one. */
const SESSION_TTL_MS = 12 * 60 * 60_000;
/** How long the id of a session that was renewed is good for what is under way with it. */
const GRACE_MS = 60_000;
/** `__Host-`: this host only, every path, Secure. Chromium takes it on http://localhost too, framed or not. */
export const SESSION_COOKIE = '__Host-revrx';

export interface SessionOptions {
  readonly connection: ConnectionSettings;
  readonly secret: Secret<string>;
  readonly log: Log;
}

export interface HttpSessions extends AsyncDisposable {
  readonly middleware: RequestHandler;
  readonly browser: BrowserSession;
}

/** Sessions in PostgreSQL, with a cookie that works in a frame of another site and in that frame only. */
export function createHttpSessions({ connection, secret, log }: SessionOptions): HttpSessions {
  const pool = new pg.Pool({ ...toPgOptions(connection, 'revrx-http-session'), max: 4 });
  pool.on('error', () => log.warn('lost an idle session connection'));
  const PgStore = connectPgSimple(session);
  const store = new PgStore({
    pool,
    tableName: 'http_session',
    createTableIfMissing: false,
    // A session ends twelve hours after it began, used or not: no write for every request.
    disableTouch: true,
    errorLog: () => log.warn('session clean-up failed'),
  });
  const handle = session({
    name: SESSION_COOKIE,
    secret: secret.reveal(),
    store,
    genid: () => newToken(),
    resave: false,
    saveUninitialized: false,
    proxy: true,
    cookie: { path: '/', httpOnly: true, secure: true, sameSite: 'none', partitioned: true, maxAge: SESSION_TTL_MS },
  });
  return {
    middleware: (request, response, next) => {
      // The cookie is Secure whatever this hop speaks (TLS may end at a proxy; http on loopback counts as safe), and the
      // browser refuses it where that is wrong. express-session would rather go by this header, so it always says https.
      request.headers['x-forwarded-proto'] = 'https';
      void handle(request, response, next);
    },
    browser: browserSession,
    async [Symbol.asyncDispose]() {
      store.close();
      await pool.end();
    },
  };
}

const browserSession: BrowserSession = {
  keyOf: (request) => request.session.key,
  async renew(request, key) {
    if (request.session.key === key) {
      request.session.cookie.maxAge = GRACE_MS;
      await promised((done) => request.session.save(done));
      request.sessionStore.generate(request);
    } else await promised((done) => request.session.regenerate(done));
    request.session.key = key;
    await promised((done) => request.session.save(done));
  },
  end: (request) => promised((done) => request.session.destroy(done)),
};

function promised(start: (done: (error: unknown) => void) => void): Promise<void> {
  return new Promise((resolve, reject) => {
    start((error) =>
      error === undefined || error === null
        ? resolve()
        : reject(error instanceof Error ? error : new Error('session store')),
    );
  });
}
