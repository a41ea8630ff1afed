import { fileURLToPath } from 'node:url';
import type { PdfLimits, ReadFailure } from '../reader/reader-protocol.ts';
import { layOutPage, type PdfItem } from './pdf-layout.ts';

// pdf.js builds matrices for drawing when it loads. Nothing is drawn here, so its native canvas is not needed.
const standIn = function (): void {};
Object.assign(globalThis, { DOMMatrix: standIn, ImageData: standIn, Path2D: standIn });

const { getDocument, VerbosityLevel } = await import('pdfjs-dist/legacy/build/pdf.mjs');
/** The encodings of East Asian fonts that PDFs name without bringing them. */
const cMapUrl = fileURLToPath(new URL('../../cmaps/', import.meta.resolve('pdfjs-dist/legacy/build/pdf.mjs')));

/** The text of a PDF page by page. Runs in a reader process only: what a hostile PDF does to memory and time is bounded there. */
export async function readPdf(
  bytes: Uint8Array,
  { maxPages, maxCharacters }: PdfLimits,
): Promise<{ readonly pages: readonly string[] } | { readonly failure: ReadFailure }> {
  const task = getDocument({
    // Not a Buffer, which pdf.js refuses.
    data: Uint8Array.from(bytes),
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
    if (document.numPages > maxPages) return { failure: 'too-many-pages' };
    const pages: string[] = [];
    let characters = 0;
    for (let number = 1; number <= document.numPages; number++) {
      const text = await readPage(await document.getPage(number));
      characters += text.length;
      if (characters > maxCharacters) return { failure: 'too-large' };
      pages.push(text);
    }
    return { pages };
  } catch (error) {
    return { failure: error instanceof Error && error.name === 'PasswordException' ? 'encrypted' : 'no-pdf' };
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
