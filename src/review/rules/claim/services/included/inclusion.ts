/**
 * What lifts the inclusion: `whole` nothing but a session of its own, `side` the other side, finger, toe or vessel, `site` also another
 * place that the record tells apart.
 */
export type Lift = 'whole' | 'side' | 'site';

/** Codes that hold other codes by their own definition or by the NCCI Policy Manual. Numbers only. */
export interface Inclusion {
  readonly comprehensive: CodeSet;
  readonly included: CodeSet;
  readonly lift: Lift;
  /** Our own words, for the rationale. */
  readonly why: string;
  /** The one code that stands for both. */
  readonly together?: string;
}

type CodeSet = readonly (readonly [from: string, to: string])[];

/** `29871-29889 G0105`: codes alone or from one to another. */
function codeSet(text: string): CodeSet {
  return text.split(' ').map((part) => {
    const [from = '', to = from] = part.split('-');
    return [from, to] as const;
  });
}

export function isIn(set: CodeSet, code: string): boolean {
  return set.some(([from, to]) => code.length === from.length && code >= from && code <= to);
}

type Row = readonly [comprehensive: string, included: string];

/** Rows that share what lifts them and why. */
export function holds(why: string, lift: Lift, ...rows: readonly Row[]): Inclusion[] {
  return rows.map(([comprehensive, included]) => ({
    comprehensive: codeSet(comprehensive),
    included: codeSet(included),
    lift,
    why,
  }));
}

/** Two codes for which one code stands. */
export function makes(
  why: string,
  lift: Lift,
  ...rows: readonly (readonly [first: string, second: string, together: string])[]
): Inclusion[] {
  return rows.map(([first, second, together]) => ({
    comprehensive: codeSet(first),
    included: codeSet(second),
    lift,
    why,
    together,
  }));
}
