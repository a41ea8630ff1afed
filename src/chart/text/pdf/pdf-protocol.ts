/** What the reader process is told and answers. */
export interface PdfRequest {
  readonly id: number;
  /** Base64, as the channel is JSON. */
  readonly data: string;
  readonly maxPages: number;
  readonly maxCharacters: number;
}

export type PdfFailure = 'no-pdf' | 'encrypted' | 'too-large';

export type PdfAnswer =
  | { readonly id: number; readonly pages: readonly string[] }
  | { readonly id: number; readonly failure: PdfFailure };

export function isPdfRequest(value: unknown): value is PdfRequest {
  return isRecord(value) && typeof value['id'] === 'number' && typeof value['data'] === 'string';
}

export function isPdfAnswer(value: unknown): value is PdfAnswer {
  if (!isRecord(value) || typeof value['id'] !== 'number') return false;
  const { pages, failure } = value;
  if (Array.isArray(pages)) return pages.every((page) => typeof page === 'string');
  return failure === 'no-pdf' || failure === 'encrypted' || failure === 'too-large';
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null;
}
