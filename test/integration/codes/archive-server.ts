import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';

/** A publisher on loopback whose answers a test writes, and which keeps the paths that were asked for. */
export interface ArchiveServer extends AsyncDisposable {
  /** Origin, without a slash at its end. */
  readonly url: string;
  readonly paths: readonly string[];
  answer: (request: IncomingMessage, response: ServerResponse) => void;
}

export async function startArchiveServer(answer: ArchiveServer['answer']): Promise<ArchiveServer> {
  const paths: string[] = [];
  const server = createServer((request, response) => {
    paths.push(request.url ?? '');
    archiveServer.answer(request, response);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const address = server.address();
  if (address === null || typeof address === 'string') throw new Error('no address');
  const archiveServer: ArchiveServer = {
    url: `http://127.0.0.1:${address.port}`,
    paths,
    answer,
    async [Symbol.asyncDispose]() {
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  };
  return archiveServer;
}
