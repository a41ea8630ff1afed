/** A PDF of one page with these lines of text in Helvetica, as small as PDFs get. */
export function pdfOf(lines: readonly string[]): Buffer {
  const shown = lines.map((line) => `(${line.replace(/[()\\]/g, '\\$&')}) Tj T*`).join(' ');
  return pdfWithPage(`BT /F1 11 Tf 14 TL 72 720 Td ${shown} ET`);
}

/** A PDF of one page with this content stream. */
export function pdfWithPage(
  content: string,
  more: { readonly filter?: string; readonly trailer?: string } = {},
): Buffer {
  const objects = [
    '<</Type/Catalog/Pages 2 0 R>>',
    '<</Type/Pages/Kids[3 0 R]/Count 1>>',
    '<</Type/Page/Parent 2 0 R/MediaBox[0 0 612 792]/Contents 4 0 R/Resources<</Font<</F1 5 0 R>>>>>>',
    `<</Length ${content.length}${more.filter ?? ''}>>stream\n${content}\nendstream`,
    '<</Type/Font/Subtype/Type1/BaseFont/Helvetica>>',
  ];
  let file = '%PDF-1.4\n';
  const offsets = objects.map((object, index) => {
    const offset = file.length;
    file += `${index + 1} 0 obj${object}endobj\n`;
    return `${String(offset).padStart(10, '0')} 00000 n \n`;
  });
  const start = file.length;
  file += `xref\n0 6\n0000000000 65535 f \n${offsets.join('')}trailer<</Size 6/Root 1 0 R${more.trailer ?? ''}>>startxref\n${start}\n%%EOF`;
  return Buffer.from(file, 'latin1');
}
