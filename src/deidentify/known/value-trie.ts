const NONE = -1;

/**
 * Known values by their characters, one after the other, so that a text is followed only as far as it goes on like one of them, and no
 * string is made on the way. Nodes are numbers; the root is 0. The children of a node are a list of siblings.
 */
export class ValueTrie<V> {
  readonly #code: number[] = [0];
  readonly #firstChild: number[] = [NONE];
  readonly #sibling: number[] = [NONE];
  readonly #value: (V | undefined)[] = [undefined];

  constructor(values: Iterable<readonly [string, V]>) {
    for (const [key, value] of values) this.#add(key, value);
  }

  /** Node behind the characters of a text, from a node on; -1 when no value goes on so. */
  follow(node: number, text: string): number {
    let at = node;
    for (let index = 0; index < text.length && at !== NONE; index++) at = this.#child(at, text.charCodeAt(index));
    return at;
  }

  /** The value that ends at a node. */
  valueAt(node: number): V | undefined {
    return this.#value[node];
  }

  #child(node: number, code: number): number {
    let child = this.#firstChild[node] ?? NONE;
    while (child !== NONE && this.#code[child] !== code) child = this.#sibling[child] ?? NONE;
    return child;
  }

  #add(key: string, value: V): void {
    let node = 0;
    for (let at = 0; at < key.length; at++) {
      const code = key.charCodeAt(at);
      const child = this.#child(node, code);
      node = child === NONE ? this.#addChild(node, code) : child;
    }
    this.#value[node] = value;
  }

  #addChild(node: number, code: number): number {
    const child = this.#code.push(code) - 1;
    this.#firstChild.push(NONE);
    this.#sibling.push(this.#firstChild[node] ?? NONE);
    this.#value.push(undefined);
    this.#firstChild[node] = child;
    return child;
  }
}
