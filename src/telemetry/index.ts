export { AlertWebhook } from './alert-webhook.ts';
export { createAlerts } from './alerts.ts';
export { Metrics } from './metrics.ts';
export { serveMetrics } from './metrics-server.ts';
export { createLog, type LogOptions } from './winston-log.ts';
