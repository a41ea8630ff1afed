import { setTimeout as delay } from 'node:timers/promises';
import type { AlertKind, Log, Secret } from '#kernel/index.ts';
import type { Alert, AlertHook } from './alerts.ts';
import type { Metrics } from './metrics.ts';

export interface AlertWebhookOptions {
  /** Takes a POST of JSON: an e-mail gateway, a chat, a pager. */
  readonly url: Secret<string>;
  readonly log: Log;
  readonly metrics: Metrics;
  /** Milliseconds for one request. Default: 5 s. */
  readonly timeoutMs?: number;
  /** Milliseconds to wait before each further try; their number bounds the tries. Default: 1 s, 5 s, 30 s. */
  readonly pausesMs?: readonly number[];
  /** After one message of a kind, others of that kind are gathered for so long. Default: a minute. */
  readonly gatherMs?: number;
}

/**
 * Posts alerts. A key that is away parks thousands of reviews: of each kind one message goes out at once, and what follows
 * within a minute goes out as one. Disposing sends what is gathered and waits for what is under way, each tried once more.
 */
export class AlertWebhook implements AlertHook, AsyncDisposable {
  readonly #options: AlertWebhookOptions;
  readonly #undelivered;
  readonly #stop = new AbortController();
  readonly #underWay = new Set<Promise<void>>();
  readonly #gathered = new Map<AlertKind, { alerts: number; last: Alert | undefined; timer: NodeJS.Timeout }>();

  constructor(options: AlertWebhookOptions) {
    this.#options = options;
    this.#undelivered = options.metrics.counter(
      'revrx_alert_messages_undelivered_total',
      'Messages about alerts that their receiver did not take.',
    );
  }

  send(alert: Alert): void {
    const gathering = this.#gathered.get(alert.kind);
    if (gathering !== undefined) {
      gathering.alerts += 1;
      gathering.last = alert;
      return;
    }
    const timer = setTimeout(() => this.#flush(alert.kind), this.#options.gatherMs ?? 60_000);
    timer.unref();
    this.#gathered.set(alert.kind, { alerts: 0, last: undefined, timer });
    this.#deliver(alert, 1);
  }

  async [Symbol.asyncDispose](): Promise<void> {
    for (const kind of this.#gathered.keys()) this.#flush(kind);
    this.#stop.abort();
    await Promise.all(this.#underWay);
  }

  #flush(kind: AlertKind): void {
    const gathering = this.#gathered.get(kind);
    this.#gathered.delete(kind);
    if (gathering === undefined) return;
    clearTimeout(gathering.timer);
    if (gathering.last !== undefined) this.#deliver(gathering.last, gathering.alerts);
  }

  #deliver(alert: Alert, alerts: number): void {
    const work = this.#tryAll(JSON.stringify(toMessage(alert, alerts)), alert.kind);
    this.#underWay.add(work);
    void work.finally(() => this.#underWay.delete(work));
  }

  async #tryAll(body: string, kind: AlertKind): Promise<void> {
    const { log, pausesMs = [1_000, 5_000, 30_000] } = this.#options;
    const { signal } = this.#stop;
    for (const pauseMs of [0, ...pausesMs]) {
      const stopping = signal.aborted;
      if (pauseMs > 0 && !stopping) await delay(pauseMs, undefined, { signal }).catch(() => undefined);
      if (await this.#post(body)) return;
      if (pauseMs > 0 && stopping) break;
    }
    this.#undelivered.inc();
    log.error('an alert was not delivered', { event: 'alert-undelivered', kind });
  }

  async #post(body: string): Promise<boolean> {
    const { url, timeoutMs = 5_000 } = this.#options;
    try {
      const headers = { 'content-type': 'application/json' };
      const signal = AbortSignal.timeout(timeoutMs);
      const response = await fetch(url.reveal(), { method: 'POST', headers, body, signal, redirect: 'error' });
      await response.body?.cancel();
      return response.ok;
    } catch {
      return false;
    }
  }
}

const SENTENCE: Readonly<Record<AlertKind, string>> = {
  'vault-open-failed': 'Stored data could not be opened. Nothing is lost; look at the key file or KMS.',
  'leak-gate-hit': 'An identifier may have been left in a text. Nothing was sent; the review is held.',
  'audit-chain-broken': 'The audit log was changed. Run "revrx audit verify".',
};

/** `text` is what chats and most e-mail gateways show. */
function toMessage({ kind, at, fields }: Alert, alerts: number) {
  const times = alerts === 1 ? '' : ` (${alerts} times; the last is given here)`;
  return {
    event: 'security-alert',
    kind,
    at: at.toISOString(),
    alerts,
    text: `RevRx: ${SENTENCE[kind]}${times}`,
    fields,
  };
}
