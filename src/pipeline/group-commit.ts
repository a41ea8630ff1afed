/**
 * Commits results in groups: while one group is being committed, what arrives waits and makes the next. So a lone result
 * is committed at once, and a thousand a second share a few transactions. A failed group is committed one by one, so
 * that one bad result does not take the others with it.
 */
export class GroupCommit<T> {
  readonly #commit: (group: readonly T[]) => Promise<void>;
  readonly #maxSize: number;
  #waiting: { item: T; resolve: () => void; reject: (error: unknown) => void }[] = [];
  #running = false;

  constructor(commit: (group: readonly T[]) => Promise<void>, maxSize = 50) {
    this.#commit = commit;
    this.#maxSize = maxSize;
  }

  /** Resolves when the item is committed; rejects with the reason when it could not be. */
  add(item: T): Promise<void> {
    return new Promise((resolve, reject) => {
      this.#waiting.push({ item, resolve, reject });
      if (!this.#running) void this.#drain();
    });
  }

  async #drain(): Promise<void> {
    this.#running = true;
    while (this.#waiting.length > 0) {
      const group = this.#waiting.splice(0, this.#maxSize);
      try {
        await this.#commit(group.map(({ item }) => item));
        for (const { resolve } of group) resolve();
      } catch (error) {
        if (group.length === 1) group[0]?.reject(error);
        else await this.#oneByOne(group);
      }
    }
    this.#running = false;
  }

  async #oneByOne(group: { item: T; resolve: () => void; reject: (error: unknown) => void }[]): Promise<void> {
    for (const { item, resolve, reject } of group) {
      await this.#commit([item]).then(resolve, reject);
    }
  }
}
