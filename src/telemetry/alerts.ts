import type { AlertKind, Alerts, Clock, Log, LogFields } from '#kernel/index.ts';
import type { Metrics } from './metrics.ts';

/** An alert on its way to people. */
export interface Alert {
  readonly kind: AlertKind;
  readonly at: Date;
  readonly fields: LogFields;
}

/** Brings alerts to people: an e-mail gateway, a pager. Never throws, never makes the caller wait. */
export interface AlertHook {
  send(alert: Alert): void;
}

export interface AlertOptions {
  readonly log: Log;
  readonly metrics: Metrics;
  readonly clock: Clock;
  readonly hook?: AlertHook | undefined;
}

/** Every alert is a log line at level error with a stable name, a count, and a message to people where a hook is set. */
export function createAlerts({ log, metrics, clock, hook }: AlertOptions): Alerts {
  const raised = metrics.counter('revrx_security_alerts_total', 'Security alerts by kind.');
  return {
    raise(kind, fields = {}) {
      log.error('security alert', { ...fields, event: kind });
      raised.inc({ kind });
      hook?.send({ kind, at: clock.now(), fields });
    },
  };
}
