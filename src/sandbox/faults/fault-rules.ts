import { newId } from '#kernel/index.ts';
import type { ActiveFault, FaultKind, FaultRule, Faults } from './fault.ts';

interface Counted {
  readonly id: string;
  readonly rule: FaultRule;
  seen: number;
  acted: number;
}

/** The rules of the fault panel, with their counts. */
export class FaultRules implements Faults {
  readonly #rules: Counted[] = [];

  add(rule: FaultRule): ActiveFault {
    const counted = { id: newId(), rule, seen: 0, acted: 0 };
    this.#rules.push(counted);
    return toActive(counted);
  }

  list(): readonly ActiveFault[] {
    return this.#rules.map(toActive);
  }

  remove(id: string): boolean {
    const index = this.#rules.findIndex((counted) => counted.id === id);
    if (index >= 0) this.#rules.splice(index, 1);
    return index >= 0;
  }

  clear(): void {
    this.#rules.length = 0;
  }

  /** Counts the call on every rule of these kinds that matches it; the first that is due acts. */
  due(method: string, path: string, isKind: (kind: FaultKind) => boolean): FaultRule | undefined {
    let acting: Counted | undefined;
    for (const counted of this.#rules) {
      if (!isKind(counted.rule.kind) || !matches(counted.rule, method, path)) continue;
      counted.seen += 1;
      if (acting === undefined && isDue(counted)) acting = counted;
    }
    if (acting !== undefined) acting.acted += 1;
    return acting?.rule;
  }
}

const toActive = ({ id, rule, seen, acted }: Counted): ActiveFault => ({ ...rule, id, seen, acted });

function matches(rule: FaultRule, method: string, path: string): boolean {
  if (rule.method !== undefined && rule.method.toUpperCase() !== method) return false;
  return rule.path === undefined || toPattern(rule.path).test(path);
}

const toPattern = (path: string): RegExp =>
  new RegExp(
    `^${path
      .split('*')
      .map((part) => part.replaceAll(/[.+?^${}()|[\]\\]/g, '\\$&'))
      .join('.*')}$`,
  );

function isDue({ rule: { nth = 1, count = Infinity }, seen, acted }: Counted): boolean {
  return seen >= nth && acted < count;
}
