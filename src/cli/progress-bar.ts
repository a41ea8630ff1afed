import { SingleBar } from 'cli-progress';

/** Progress of long work. On a terminal a bar on stderr; elsewhere nothing, so that pipes and logs stay clean. */
export interface Progress extends Disposable {
  total(count: number): void;
  step(): void;
}

export function createProgress(label: string): Progress {
  const bar = process.stderr.isTTY
    ? new SingleBar({
        format: `${label} {bar} {value}/{total} {eta_formatted}`,
        stream: process.stderr,
        hideCursor: true,
      })
    : undefined;
  bar?.start(0, 0);
  return {
    total: (count) => bar?.setTotal(count),
    step: () => bar?.increment(),
    [Symbol.dispose]: () => bar?.stop(),
  };
}
