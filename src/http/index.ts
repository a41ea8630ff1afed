export { createHttpSessions } from './browser-session.ts';
export * from './contract.ts';
export { createEventStreams, type EventStream, type EventStreams } from './event-stream.ts';
export { createHttpApp } from './http-app.ts';
export { listen, type RunningServer } from './http-server.ts';
