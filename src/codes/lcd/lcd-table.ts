import type { LcdTable, Release } from '../code-tables.ts';
import { toUndotted } from '../icd10cm/code-format.ts';
import { isStringList, readRecord } from '../release/json-section.ts';
import type { Sections } from '../release/release-file.ts';

interface Article {
  readonly covered: ReadonlySet<string> | undefined;
  readonly noncovered: ReadonlySet<string> | undefined;
}

/** Articles by the services they name. */
export type LcdData = ReadonlyMap<string, readonly Article[]>;

export function readLcd(sections: Sections): LcdData {
  const [covered, noncovered] = ['covered', 'noncovered'].map((part) => readRecord(sections, part, isStringList));
  const byService = new Map<string, Article[]>();
  for (const [id, services] of readRecord(sections, 'services', isStringList)) {
    const article: Article = { covered: setOf(covered?.get(id)), noncovered: setOf(noncovered?.get(id)) };
    for (const service of services) byService.set(service, [...(byService.get(service) ?? []), article]);
  }
  return byService;
}

/** A diagnosis is covered when one article says so; not covered when an article has a list and it is not on it, or is on the other. */
export function createLcdTable(data: LcdData, release: Release): LcdTable {
  return {
    release,
    covers(service, diagnosis) {
      const articles = data.get(service.trim().toUpperCase()) ?? [];
      const code = toUndotted(diagnosis);
      if (articles.some(({ covered }) => covered?.has(code) === true)) return true;
      const decided = articles.some(
        ({ covered, noncovered }) => covered !== undefined || noncovered?.has(code) === true,
      );
      return decided ? false : undefined;
    },
  };
}

function setOf(codes: readonly string[] | undefined): ReadonlySet<string> | undefined {
  return codes === undefined ? undefined : new Set(codes);
}
