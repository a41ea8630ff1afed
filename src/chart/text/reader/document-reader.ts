import type { ChartBudget } from '../chart-budget.ts';
import { ReaderChild, type ReadOrder, type ReadResult } from './reader-child.ts';

/** Two: while one process is stuck in a hostile file, the other reads for everybody else. */
const PROCESSES = 2;

interface Waiting {
  readonly budget: ChartBudget;
  readonly order: ReadOrder;
  readonly timeoutMs: number;
  readonly resolve: (result: ReadResult) => void;
  readonly reject: (reason: unknown) => void;
  /** Takes it out of the line when the signal aborts. */
  readonly leave: () => void;
}

/**
 * Has documents read in processes of their own, for all charts. A chart has one process at most, and of those that wait the one
 * goes first that has used the least time: so a chart whose files take long waits for the others, not they for it.
 */
export class DocumentReader {
  readonly #idle = Array.from({ length: PROCESSES }, () => new ReaderChild());
  readonly #all = [...this.#idle];
  readonly #busy = new Set<ChartBudget>();
  #waiting: Waiting[] = [];

  /** Reads for the chart of this budget, and takes the time from it. Throws the budget's abort reason. */
  read(budget: ChartBudget, order: ReadOrder, timeoutMs: number): Promise<ReadResult> {
    return new Promise((resolve, reject) => {
      const { signal } = budget;
      if (signal?.aborted === true) return reject(signal.reason);
      const leave = (): void => {
        this.#waiting = this.#waiting.filter((each) => each !== waiting);
        reject(signal?.reason);
      };
      const waiting: Waiting = { budget, order, timeoutMs, resolve, reject, leave };
      signal?.addEventListener('abort', leave, { once: true });
      this.#waiting.push(waiting);
      this.#next();
    });
  }

  /** Ends the processes; the next documents start new ones. */
  close(): void {
    for (const child of this.#all) child.close();
  }

  #next(): void {
    const ready = this.#waiting.filter(({ budget }) => !this.#busy.has(budget));
    const first = ready.toSorted((a, b) => a.budget.usedMs - b.budget.usedMs)[0];
    // The last that worked, so that a second process starts only when it is needed.
    const child = first === undefined ? undefined : this.#idle.pop();
    if (first === undefined || child === undefined) return;
    this.#waiting = this.#waiting.filter((each) => each !== first);
    first.budget.signal?.removeEventListener('abort', first.leave);
    void this.#run(child, first);
    this.#next();
  }

  async #run(child: ReaderChild, { budget, order, timeoutMs, resolve, reject }: Waiting): Promise<void> {
    this.#busy.add(budget);
    const started = performance.now();
    try {
      resolve(await child.read(order, Math.min(timeoutMs, budget.leftMs), budget.signal));
    } catch (error) {
      reject(error);
    } finally {
      budget.useTime(performance.now() - started);
      this.#busy.delete(budget);
      this.#idle.push(child);
      this.#next();
    }
  }
}
