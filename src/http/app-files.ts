import { existsSync } from 'node:fs';
import { join } from 'node:path';
import express, { Router, type Response } from 'express';
import { AppError } from '#kernel/index.ts';
import { allowFraming } from '#smart/index.ts';

export interface AppFilesOptions {
  /** Folder of the built app (`launch/dist`). */
  readonly directory: string;
  readonly frameAncestorsOf: (launchId: unknown) => Promise<readonly string[]>;
}

/** The app in the EHR's frame: hashed assets for ever, the page itself never cached and framed by the launch's EHR only. */
export function appFiles({ directory, frameAncestorsOf }: AppFilesOptions): Router {
  const router = Router();
  const assets = express.static(join(directory, 'assets'), { immutable: true, maxAge: '1y', index: false });
  router.use(
    '/app/assets',
    (_request, response, next) => {
      response.removeHeader('cache-control');
      next();
    },
    assets,
    (_request, response) => {
      response.set('cache-control', 'no-store');
      throw new AppError('not-found', { publicMessage: 'There is nothing at this address.' });
    },
  );
  router.get('/app/launches/:launchId', async (request, response) => {
    allowFraming(response, await frameAncestorsOf(request.params.launchId));
    sendPage(response, directory);
  });
  router.use('/app', express.static(directory, { index: false, cacheControl: false }));
  router.get(['/app', '/app/*path'], (_request, response) => sendPage(response, directory));
  return router;
}

function sendPage(response: Response, directory: string): void {
  const file = join(directory, 'index.html');
  if (!existsSync(file)) {
    throw new AppError('internal', {
      publicMessage: 'The app has not been built. Run "npm run generate" and start RevRx again.',
    });
  }
  response.sendFile(file, { cacheControl: false });
}
