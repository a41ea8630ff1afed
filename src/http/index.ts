export { createHttpSessions, SESSION_COOKIE, type HttpSessions, type SessionOptions } from './browser-session.ts';
export * from './contract.ts';
export { createEventStreams, type EventStream, type EventStreams } from './event-stream.ts';
export { createHttpApp, type HttpAppOptions } from './http-app.ts';
export { listen, type ListenOptions, type RunningServer } from './http-server.ts';
export { requestIdOf } from './request-log.ts';
