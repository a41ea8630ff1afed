import { toPdfString } from './pdf-text.ts';

/** Objects before the pages: catalog, page tree, two fonts, information. */
const FIRST_PAGE_OBJECT = 6;

/**
 * A PDF 1.4 file with one content stream a page (ISO 32000-1, 7.5: header, body, cross-reference table, trailer). The
 * fonts are the standard ones, F1 Helvetica and F2 Helvetica-Bold, in WinAnsi encoding.
 */
export function toPdfFile(pages: readonly string[], title: string, size: { width: number; height: number }): Buffer {
  const kids = pages.map((_, index) => `${FIRST_PAGE_OBJECT + index * 2} 0 R`).join(' ');
  const objects = [
    '<< /Type /Catalog /Pages 2 0 R >>',
    `<< /Type /Pages /Kids [${kids}] /Count ${pages.length} >>`,
    '<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica /Encoding /WinAnsiEncoding >>',
    '<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica-Bold /Encoding /WinAnsiEncoding >>',
    `<< /Title ${toPdfString(title)} /Producer (Kestrel Chart) >>`,
    ...pages.flatMap((content, index) => toPageObjects(content, index, size)),
  ];
  return assemble(objects);
}

function toPageObjects(content: string, index: number, size: { width: number; height: number }): [string, string] {
  const contents = FIRST_PAGE_OBJECT + index * 2 + 1;
  const page =
    `<< /Type /Page /Parent 2 0 R /MediaBox [0 0 ${size.width} ${size.height}] /Contents ${contents} 0 R ` +
    '/Resources << /Font << /F1 3 0 R /F2 4 0 R >> >> >>';
  return [page, `<< /Length ${content.length} >>\nstream\n${content}\nendstream`];
}

/** Every character is one byte (strings are escaped to ASCII), so lengths of text are offsets in bytes. */
function assemble(objects: readonly string[]): Buffer {
  let file = '%PDF-1.4\n';
  const offsets: number[] = [];
  objects.forEach((object, index) => {
    offsets.push(file.length);
    file += `${index + 1} 0 obj\n${object}\nendobj\n`;
  });
  const start = file.length;
  const entries = offsets.map((offset) => `${String(offset).padStart(10, '0')} 00000 n \n`).join('');
  file += `xref\n0 ${objects.length + 1}\n0000000000 65535 f \n${entries}`;
  file += `trailer\n<< /Size ${objects.length + 1} /Root 1 0 R /Info 5 0 R >>\nstartxref\n${start}\n%%EOF\n`;
  return Buffer.from(file, 'latin1');
}
