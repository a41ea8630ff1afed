/**
 * The program of the process that reads PDFs: a hostile file may exhaust or crash it without harm to the rest. It has no
 * environment, no rights on files beyond its own code, and ends when its parent does.
 */
import { fileURLToPath } from 'node:url';
import { layOutPage, type PdfItem } from './pdf-layout.ts';
import { isPdfRequest, type PdfAnswer, type PdfRequest } from './pdf-protocol.ts';

// pdf.js builds matrices for drawing when it loads. Nothing is drawn here, so its native canvas is not needed.
const standIn = function (): void {};
Object.assign(globalThis, { DOMMatrix: standIn, ImageData: standIn, Path2D: standIn });

const { getDocument, VerbosityLevel } = await import('pdfjs-dist/legacy/build/pdf.mjs');
/** The encodings of East Asian fonts that PDFs name without bringing them. */
const cMapUrl = fileURLToPath(new URL('../../cmaps/', import.meta.resolve('pdfjs-dist/legacy/build/pdf.mjs')));

process.on('message', (message: unknown) => {
  if (isPdfRequest(message)) void answer(message);
});
process.on('disconnect', () => {
  process.exitCode = 0;
  setImmediate(() => process.kill(process.pid, 'SIGKILL'));
});
process.send?.('ready');

async function answer(request: PdfRequest): Promise<void> {
  process.send?.(await read(request));
}

async function read({ id, data, maxPages, maxCharacters }: PdfRequest): Promise<PdfAnswer> {
  const task = getDocument({
    data: Uint8Array.from(Buffer.from(data, 'base64')),
    cMapUrl,
    cMapPacked: true,
    useSystemFonts: false,
    disableFontFace: true,
    useWorkerFetch: false,
    useWasm: false,
    enableXfa: false,
    maxImageSize: 0,
    isOffscreenCanvasSupported: false,
    verbosity: VerbosityLevel.ERRORS,
  });
  try {
    const document = await task.promise;
    if (document.numPages > maxPages) return { id, failure: 'too-large' };
    const pages: string[] = [];
    let characters = 0;
    for (let number = 1; number <= document.numPages; number++) {
      const text = await readPage(await document.getPage(number));
      characters += text.length;
      if (characters > maxCharacters) return { id, failure: 'too-large' };
      pages.push(text);
    }
    return { id, pages };
  } catch (error) {
    return { id, failure: error instanceof Error && error.name === 'PasswordException' ? 'encrypted' : 'no-pdf' };
  } finally {
    await task.destroy();
  }
}

interface PdfPage {
  getTextContent(): Promise<{ items: readonly object[] }>;
  cleanup(): boolean;
}

async function readPage(page: PdfPage): Promise<string> {
  const { items } = await page.getTextContent();
  page.cleanup();
  return layOutPage(items.flatMap((item) => toItem(item) ?? []));
}

function toItem(item: object): PdfItem | undefined {
  if (!('str' in item && 'transform' in item && 'width' in item && 'height' in item)) return undefined;
  const { str, transform, width, height } = item;
  if (typeof str !== 'string' || !Array.isArray(transform)) return undefined;
  return {
    text: str.replaceAll('\0', ' '),
    x: finite(transform[4]),
    y: finite(transform[5]),
    width: finite(width),
    height: Math.abs(finite(height) || finite(transform[3])),
  };
}

function finite(value: unknown): number {
  return typeof value === 'number' && Number.isFinite(value) ? value : 0;
}
