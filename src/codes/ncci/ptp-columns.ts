import { bytesOf } from '../release/sections.ts';

/** Five characters, 0-9 and A-Z, as a number below 2^26. */
export function packProcedure(code: string): number {
  return Number.parseInt(code, 36);
}

/** Edits while they are read: a few growing columns, 15 bytes an edit, whatever the length of the files. */
export class PtpColumns {
  length = 0;
  column1 = new Uint32Array(1024);
  column2 = new Uint32Array(1024);
  effective = new Uint16Array(1024);
  deletion = new Uint16Array(1024);
  modifier = new Uint8Array(1024);
  rationale = new Uint16Array(1024);

  add(edit: PtpEdit): void {
    if (this.length === this.column1.length) this.#grow();
    const at = this.length;
    this.column1[at] = edit.column1;
    this.column2[at] = edit.column2;
    this.effective[at] = edit.effective;
    this.deletion[at] = edit.deletion;
    this.modifier[at] = edit.modifier;
    this.rationale[at] = edit.rationale;
    this.length += 1;
  }

  /** Positions in the order column 1, column 2, effective date; of two with all three alike, the later one only. */
  sorted(): Uint32Array {
    const order = Uint32Array.from({ length: this.length }, (_, i) => i);
    if (!this.#isSorted()) order.sort((a, b) => this.#compare(a, b) || a - b);
    return order.filter((at, i) => i + 1 === order.length || this.#compare(at, order[i + 1] ?? at) !== 0);
  }

  #compare(a: number, b: number): number {
    return (
      (this.column1[a] ?? 0) - (this.column1[b] ?? 0) ||
      (this.column2[a] ?? 0) - (this.column2[b] ?? 0) ||
      (this.effective[a] ?? 0) - (this.effective[b] ?? 0)
    );
  }

  #isSorted(): boolean {
    for (let i = 1; i < this.length; i += 1) if (this.#compare(i - 1, i) > 0) return false;
    return true;
  }

  #grow(): void {
    const size = this.column1.length * 2;
    this.column1 = grown(this.column1, new Uint32Array(size));
    this.column2 = grown(this.column2, new Uint32Array(size));
    this.effective = grown(this.effective, new Uint16Array(size));
    this.deletion = grown(this.deletion, new Uint16Array(size));
    this.modifier = grown(this.modifier, new Uint8Array(size));
    this.rationale = grown(this.rationale, new Uint16Array(size));
  }
}

/** Days are day numbers (day-number.ts), `rationale` the position in the list of rationales. */
export interface PtpEdit {
  readonly column1: number;
  readonly column2: number;
  readonly effective: number;
  readonly deletion: number;
  readonly modifier: number;
  readonly rationale: number;
}

function grown<T extends Uint8Array | Uint16Array | Uint32Array>(from: T, to: T): T {
  to.set(from);
  return to;
}

/** The columns as they are stored: column 1 once a code, with where its edits begin. */
export function toPtpSections(columns: PtpColumns) {
  const order = columns.sorted();
  const firsts: number[] = [];
  const starts: number[] = [];
  for (const [i, at] of order.entries()) {
    const code = columns.column1[at] ?? 0;
    if (firsts.at(-1) === code) continue;
    firsts.push(code);
    starts.push(i);
  }
  starts.push(order.length);
  return {
    column1: bytesOf(Uint32Array.from(firsts)),
    starts: bytesOf(Uint32Array.from(starts)),
    column2: bytesOf(order.map((at) => columns.column2[at] ?? 0)),
    effective: bytesOf(Uint16Array.from(order, (at) => columns.effective[at] ?? 0)),
    deletion: bytesOf(Uint16Array.from(order, (at) => columns.deletion[at] ?? 0)),
    modifier: Uint8Array.from(order, (at) => columns.modifier[at] ?? 0),
    rationale: bytesOf(Uint16Array.from(order, (at) => columns.rationale[at] ?? 0)),
  };
}
