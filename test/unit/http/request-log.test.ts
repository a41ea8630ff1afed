import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { loggablePath } from '#http/request-log.ts';
import { escapeHtml, renderPage } from '#smart/page.ts';

describe('the path in a log line', () => {
  it('has no query: codes, states and launch values stand there', () => {
    expect(loggablePath('/callback?code=secret&state=x')).toBe('/callback');
  });

  it('never breaks the line or grows long, whatever was asked for', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (text) => {
        expect(loggablePath(`/${text}`)).toMatch(/^[A-Za-z0-9/_.*-]{1,200}$/);
      }),
    );
  });
});

describe('a page of sentences', () => {
  it('shows text as text', () => {
    const page = renderPage({
      title: '<script>',
      paragraphs: ['"><img onerror=x>'],
      newWindow: { href: '"x', text: '&' },
    });
    expect(page).not.toMatch(/<script>|<img|href=""x/);
  });

  it('escapes nothing but what has to be', () => {
    expect(escapeHtml('Größe < 5 & "6"')).toBe('Größe &lt; 5 &amp; &quot;6&quot;');
  });
});
