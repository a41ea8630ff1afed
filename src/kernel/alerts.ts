import type { LogFields } from './log.ts';

/** What an administrator must hear of at once. The names are stable: monitoring and e-mail gateways match them. */
export type AlertKind = 'vault-open-failed' | 'leak-gate-hit' | 'audit-chain-broken';

/** Where a room reports what endangers data. The implementation is chosen in the composition root. */
export interface Alerts {
  /** Never throws and never makes the caller wait. `fields`: ids, codes and counts, never PHI. */
  raise(kind: AlertKind, fields?: LogFields): void;
}

/** For pure uses (tests, commands without services). */
export const silentAlerts: Alerts = { raise: () => undefined };

const KINDS: ReadonlySet<string> = new Set<AlertKind>(['vault-open-failed', 'leak-gate-hit', 'audit-chain-broken']);

export function isAlertKind(code: string): code is AlertKind {
  return KINDS.has(code);
}
