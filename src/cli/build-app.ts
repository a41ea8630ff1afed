import { existsSync } from 'node:fs';
import { readdir, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { AppError } from '#kernel/index.ts';

const launch = join(import.meta.dirname, '..', '..', 'launch');

/** Builds the app in `launch/` when it has not been built, or was changed since. Takes about a second. */
export async function buildAppIfStale(): Promise<void> {
  const built = await modifiedAt(join(launch, 'dist', 'index.html'));
  const contract = join(launch, '..', 'src', 'http', 'contract.ts');
  const sources = await Promise.all([...(await filesBelow(join(launch, 'src'))), contract].map(modifiedAt));
  if (built > Math.max(...sources)) return;
  const vite = await import('vite').catch((cause: unknown) => {
    // A production image without dev dependencies brings the built app along.
    if (existsSync(join(launch, 'dist', 'index.html'))) return undefined;
    throw new AppError('config-invalid', {
      publicMessage: 'The app has not been built, and Vite is not installed. Run "npm ci" with dev dependencies.',
      cause,
    });
  });
  await vite?.build({ configFile: join(launch, 'vite.config.ts') });
}

async function filesBelow(folder: string): Promise<string[]> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true });
  return entries.filter((entry) => entry.isFile()).map((entry) => join(entry.parentPath, entry.name));
}

async function modifiedAt(path: string): Promise<number> {
  return stat(path).then(
    ({ mtimeMs }) => mtimeMs,
    () => 0,
  );
}
