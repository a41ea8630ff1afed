import { inspect } from 'node:util';

/**
 * A value that must not be shown: printing, JSON, template strings and `console.log` give `[secret]`.
 * Only `reveal()` gives it out, so that every use can be found by that word.
 */
export class Secret<T> {
  readonly #value: T;

  constructor(value: T) {
    this.#value = value;
  }

  reveal(): T {
    return this.#value;
  }

  toString(): string {
    return '[secret]';
  }

  toJSON(): string {
    return '[secret]';
  }

  [inspect.custom](): string {
    return '[secret]';
  }
}
