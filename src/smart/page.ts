/** A page of a few sentences, for what happens before the app is there or when it cannot be. */
export interface Page {
  readonly title: string;
  readonly paragraphs: readonly string[];
  /** Opens in a window of its own, where the browser keeps our cookie even if it does not inside the EHR's frame. */
  readonly newWindow?: { readonly href: string; readonly text: string };
}

/** Where the pages' style sheet is served: the content security policy allows no inline style. */
export const PAGE_STYLE_PATH = '/page.css';

export const PAGE_STYLE = `body{font:16px/1.5 system-ui,sans-serif;color:#1f2933;background:#fff;margin:0}
main{max-width:36rem;margin:12vh auto;padding:0 1.5rem}
h1{font-size:1.35rem;line-height:1.3}
a{display:inline-block;margin-top:.5rem;padding:.5rem 1rem;border-radius:4px;background:#1d5fa8;color:#fff;text-decoration:none}
a:focus-visible{outline:3px solid #f0b429;outline-offset:2px}
`;

export function renderPage({ title, paragraphs, newWindow }: Page): string {
  const link =
    newWindow === undefined
      ? ''
      : `<p><a href="${escapeHtml(newWindow.href)}" target="_blank" rel="noopener">${escapeHtml(newWindow.text)}</a></p>`;
  const text = paragraphs.map((paragraph) => `<p>${escapeHtml(paragraph)}</p>`).join('\n');
  return `<!doctype html>
<html lang="en">
<head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1">
<title>${escapeHtml(title)} - RevRx</title><link rel="stylesheet" href="${PAGE_STYLE_PATH}"></head>
<body><main><h1>${escapeHtml(title)}</h1>
${text}
${link}</main></body>
</html>
`;
}

const ENTITIES: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
};

export function escapeHtml(text: string): string {
  return text.replace(/[&<>"']/g, (character) => ENTITIES[character] ?? '');
}
