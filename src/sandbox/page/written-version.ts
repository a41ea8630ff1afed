import { createHash } from 'node:crypto';
import type { WrittenBack } from './chart-of-encounter.ts';

/** Changes whenever anything that was written back changes: the page asks by it whether to show anew. */
export function versionOf({ issues, tasks, reports, provenance }: WrittenBack): string {
  const hash = createHash('sha256');
  for (const { resourceType, id, meta } of [...issues, ...tasks, ...reports, ...provenance]) {
    hash.update(`${resourceType}/${id}/${meta?.versionId}\n`);
  }
  return hash.digest('base64url').slice(0, 16);
}
