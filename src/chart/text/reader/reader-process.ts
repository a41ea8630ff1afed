/**
 * The program of the processes that read PDFs and large documents: a hostile file may exhaust or crash one without harm to the
 * rest. It has no environment, no rights on files beyond its own code, and ends when its parent does.
 */
import { readMarkup } from '../read-markup.ts';
import { isReadRequest, packRuns, type ReadAnswer, type ReadRequest } from './reader-protocol.ts';

process.on('message', (message: unknown) => {
  if (isReadRequest(message)) void answer(message);
});
process.on('disconnect', () => {
  process.exitCode = 0;
  setImmediate(() => process.kill(process.pid, 'SIGKILL'));
});

async function answer(request: ReadRequest): Promise<void> {
  process.send?.(await read(request));
}

async function read(request: ReadRequest): Promise<ReadAnswer> {
  const { id, bytes } = request;
  if (request.format !== 'pdf') {
    const { text, offsets } = readMarkup(request.format, bytes, request.contentType);
    if (text.length > request.limits.maxCharacters) return { id, failure: 'too-large' };
    return { id, text, runs: packRuns(offsets.runs) };
  }
  // pdf.js is large, and many processes never see a PDF.
  const { readPdf } = await import('../pdf/read-pdf.ts');
  return { id, ...(await readPdf(bytes, request.limits)) };
}
