import { newToken, type Clock } from '#kernel/index.ts';
import type { LaunchRequest } from '../options.ts';

type LaunchKind = 'ehr' | 'standalone';

export interface Launch {
  readonly request: LaunchRequest;
  readonly kind: LaunchKind;
}

interface PendingLaunch extends Launch {
  readonly expiresAt: number;
}

/** The `launch` values that were handed out: each names who is signed in and which chart is open, once. */
export class Launches {
  readonly #pending = new Map<string, PendingLaunch>();
  readonly #clock: Clock;
  readonly #lifetimeSeconds: () => number;

  constructor(clock: Clock, lifetimeSeconds: () => number) {
    this.#clock = clock;
    this.#lifetimeSeconds = lifetimeSeconds;
  }

  create(request: LaunchRequest, kind: LaunchKind = 'ehr'): string {
    const launch = newToken();
    this.#pending.set(launch, {
      request,
      kind,
      expiresAt: this.#clock.now().getTime() + this.#lifetimeSeconds() * 1000,
    });
    return launch;
  }

  /** What the value stands for; from now on it stands for nothing. Undefined when unknown, used or expired. */
  take(launch: string): Launch | undefined {
    const pending = this.#pending.get(launch);
    this.#pending.delete(launch);
    return pending === undefined || pending.expiresAt <= this.#clock.now().getTime() ? undefined : pending;
  }

  expireAll(): void {
    this.#pending.clear();
  }
}
