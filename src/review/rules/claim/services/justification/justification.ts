/** Services and the ICD-10-CM codes that explain them, symptoms that lead to them included. Numbers and prefixes only. */
export interface Justification {
  /** Codes, each alone or from one to another: `20600-20604`. */
  readonly services: string;
  readonly diagnoses: RegExp;
}

/** A row: the services, and the beginnings of codes, as in `L57.0 B07 H40-H42`. */
export function explains(services: string, prefixes: string): Justification {
  const parts = prefixes.split(/\s+/).flatMap(expand);
  return {
    services,
    diagnoses: new RegExp(`^(?:${parts.map((part) => part.replace('.', String.raw`\.`)).join('|')})`),
  };
}

/** `M15-M19` is five categories; ranges run over the two characters behind the letter. */
function expand(part: string): string[] {
  const [, letter, from, last, to] = /^([A-Z])(\d\d)-([A-Z])(\d\d)$/.exec(part) ?? [];
  if (letter === undefined || letter !== last) return [part];
  return Array.from(
    { length: Number(to) - Number(from) + 1 },
    (_, index) => `${letter}${String(Number(from) + index).padStart(2, '0')}`,
  );
}

export function isOfServices({ services }: Justification, code: string): boolean {
  return services.split(' ').some((part) => {
    const [from = '', to = from] = part.split('-');
    return code.length === from.length && code >= from && code <= to;
  });
}
