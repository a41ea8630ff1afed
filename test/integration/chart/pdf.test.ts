import { constants, deflateRawSync, deflateSync } from 'node:zlib';
import { afterAll, describe, expect, it } from '@jest/globals';
import { DEFAULT_TEXT_LIMITS, readDocumentText, sourcePositionOf } from '#chart/index.ts';
import { layOutPage } from '#chart/text/pdf/pdf-layout.ts';
import { ChartBudget, DEFAULT_CHART_LIMITS } from '#chart/text/chart-budget.ts';
import { DocumentReader } from '#chart/text/reader/document-reader.ts';
import { pdfOf, pdfWithPage } from '#test/support/pdf.ts';

const LIMITS = { maxPages: 10, maxCharacters: 10_000 };
const TIMEOUT_MS = 20_000;
const reader = new DocumentReader();
afterAll(() => reader.close());

function readOf(bytes: Buffer, budget = new ChartBudget(), timeoutMs = TIMEOUT_MS) {
  return reader.read(budget, { format: 'pdf', bytes, limits: LIMITS }, timeoutMs);
}

describe('a PDF', () => {
  it('gives its text line by line, with offsets into its pages', async () => {
    const read = await readDocumentText(pdfOf(['Progress note', '', 'BP 120/80 (left arm)']), 'application/pdf');
    expect(read).toMatchObject({ kind: 'text', format: 'pdf', text: 'Progress note\n\nBP 120/80 (left arm)' });
    expect(read.kind === 'text' && sourcePositionOf(read.offsets, 15)).toEqual({ offset: 15, page: 1 });
  });

  it('is known by its first bytes, whatever its declared type', async () => {
    expect(await readDocumentText(pdfOf(['x']), 'text/plain')).toMatchObject({ format: 'pdf', text: 'x' });
  });

  it.each([
    ['is none', Buffer.from('hello'), /declared a PDF/],
    ['is cut short', pdfOf(['x'.repeat(500)]).subarray(0, 60), /declared a PDF|no text layer/],
    ['has no text layer', pdfWithPage('0 0 100 100 re f'), /no text layer/],
    [
      'is encrypted',
      pdfWithPage('BT ET', {
        trailer: `/Encrypt<</Filter/Standard/V 1/R 2/O<${'ab'.repeat(32)}>/U<${'cd'.repeat(32)}>/P -4>>/ID[<00><00>]`,
      }),
      /protected by a password/,
    ],
  ])('that %s is a gap that says so', async (_what, bytes, message) => {
    expect(await readDocumentText(bytes, 'application/pdf')).toMatchObject({
      kind: 'gap',
      reason: 'unreadable',
      message: expect.stringMatching(message),
    });
  });

  it('with too much text or too many pages is a gap', async () => {
    const limits = { ...DEFAULT_TEXT_LIMITS, maxCharacters: 10 };
    expect(await readDocumentText(pdfOf(['more than ten characters']), 'application/pdf', limits)).toMatchObject({
      kind: 'gap',
      reason: 'too-large',
    });
  });

  it('that inflates beyond all memory ends its reader and nothing else', async () => {
    const result = await readOf(pdfWithPage(deflateBomb(2_000), { filter: '/Filter/FlateDecode' }));
    expect(result).toEqual({ failure: 'crashed' });
    expect(await readOf(pdfOf(['still here']))).toMatchObject({ pages: ['still here'] });
  });

  it('that takes too long is given up, and the next is read', async () => {
    expect(await readOf(pdfOf(['slow']), new ChartBudget(), 0)).toEqual({ failure: 'timeout' });
    expect(await readOf(pdfOf(['next']))).toMatchObject({ pages: ['next'] });
  });

  it('is read while others wait, each with its own answer', async () => {
    const names = ['a', 'b', 'c', 'd'];
    const results = await Promise.all(names.map((name) => readOf(pdfOf([name]))));
    expect(results).toMatchObject(names.map((name) => ({ pages: [name] })));
  });
});

/** A page that pdf.js works on for minutes: text that is shown over and over. */
const hostile = pdfWithPage(deflateOf(`BT /F1 11 Tf ${'(x) Tj '.repeat(100)} ET `.repeat(40_000)), {
  filter: '/Filter/FlateDecode',
});

describe('the documents of a chart', () => {
  it('wait for those of others, when they take long', async () => {
    const slow = new ChartBudget();
    const ended: string[] = [];
    const note = (name: string) => () => void ended.push(name);
    const reads = [1, 2, 3].map((number) => readOf(hostile, slow, 1_500).then(note(`hostile ${number}`)));
    const other = readOf(pdfOf(['of another chart'])).then(note('other'));
    await Promise.all([...reads, other]);
    expect(ended.indexOf('other')).toBeLessThan(ended.indexOf('hostile 2'));
    expect(slow.usedMs).toBeGreaterThan(0);
  });

  it('that have taken too long all together are read no more, which a gap says', async () => {
    const budget = new ChartBudget({ ...DEFAULT_CHART_LIMITS, chartTimeoutMs: 0 });
    expect(await readDocumentText(pdfOf(['x']), 'application/pdf', DEFAULT_TEXT_LIMITS, budget)).toMatchObject({
      kind: 'gap',
      reason: 'too-large',
      message: expect.stringMatching(/chart took longer to read/),
    });
  });

  it('may have so much text and so many pages all together', async () => {
    const budget = new ChartBudget({ ...DEFAULT_CHART_LIMITS, maxChartPages: 1, maxChartCharacters: 20 });
    const read = (text: string) => readDocumentText(pdfOf([text]), 'application/pdf', DEFAULT_TEXT_LIMITS, budget);
    expect(await read('short')).toMatchObject({ kind: 'text' });
    expect(await read('next')).toMatchObject({ kind: 'gap', message: expect.stringMatching(/more pages/) });
    const plain = await readDocumentText(Buffer.from('y'.repeat(16)), 'text/plain', DEFAULT_TEXT_LIMITS, budget);
    expect(plain).toMatchObject({ kind: 'gap', message: expect.stringMatching(/more text/) });
  });

  it('are read no more once the step that wants them ends, neither the one at work nor those in line', async () => {
    const stop = new AbortController();
    const budget = new ChartBudget(DEFAULT_CHART_LIMITS, stop.signal);
    const reads = [readOf(hostile, budget), readOf(hostile, budget)];
    stop.abort(new Error('the step has ended'));
    for (const read of reads) await expect(read).rejects.toThrow('the step has ended');
    expect(await readOf(pdfOf(['the next chart']))).toMatchObject({ pages: ['the next chart'] });
  });

  it('are read the same in a process of their own as here, when they are large', async () => {
    const paragraph = '<p>Seen for <b>cough</b> &amp; fever.</p>\n';
    const page = Buffer.from(paragraph.repeat(10_000));
    const large = await readDocumentText(page, 'text/html');
    if (large.kind !== 'text') throw new Error(large.message);
    expect(large.text).toBe(Array.from({ length: 10_000 }, () => 'Seen for cough & fever.').join('\n\n'));
    const at = large.text.lastIndexOf('cough');
    expect(page.toString().slice(sourcePositionOf(large.offsets, at)?.offset).startsWith('cough</b>')).toBe(true);
  });
});

describe('a page', () => {
  const item = (text: string, x: number, y: number, width = 40, height = 10) => ({ text, x, y, width, height });

  it('reads from top to bottom and left to right, whatever the order in the file', () => {
    expect(layOutPage([item('right', 200, 500), item('below', 72, 488), item('left', 72, 500)])).toBe(
      'left  right\nbelow',
    );
  });

  it('keeps superscripts on their line and joins pieces of one word', () => {
    expect(layOutPage([item('m', 72, 500, 8), item('2', 80, 503, 4, 6), item(' BSA', 84, 500)])).toBe('m2 BSA');
  });

  it('has an empty line where paragraphs stand apart', () => {
    expect(layOutPage([item('one', 72, 500), item('two', 72, 488), item('three', 72, 440)])).toBe('one\ntwo\n\nthree');
  });
});

function deflateOf(text: string): string {
  return deflateSync(Buffer.from(text)).toString('latin1');
}

/** Inflates to so many MiB of spaces: a block that ends with a full flush may be repeated. */
function deflateBomb(mebibytes: number): string {
  const block = deflateRawSync(Buffer.alloc(1024 * 1024, 0x20), { level: 9, finishFlush: constants.Z_FULL_FLUSH });
  return Buffer.concat([Buffer.of(0x78, 0x9c), ...Array<Buffer>(mebibytes).fill(block), Buffer.of(3, 0)]).toString(
    'latin1',
  );
}
