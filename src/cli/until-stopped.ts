/** Resolves with the name of the signal that asks the process to stop. A second one ends it at once. */
export function untilStopped(): Promise<string> {
  return new Promise((resolve) => {
    let asked = false;
    for (const signal of ['SIGINT', 'SIGTERM'] as const) {
      process.on(signal, () => {
        if (asked) process.kill(process.pid, 'SIGKILL');
        asked = true;
        resolve(signal);
      });
    }
  });
}
