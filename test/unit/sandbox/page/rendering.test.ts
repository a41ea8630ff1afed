import { describe, expect, it } from '@jest/globals';
import type { DetectedIssue, DocumentReference, FhirResource } from 'fhir/r4.js';
import { FAULT_KINDS, createFhirStore, type FhirStore } from '#sandbox/index.ts';
import { html } from '#sandbox/page/html.ts';
import { renderNote } from '#sandbox/page/note-view.ts';
import { parseFaultForm } from '#sandbox/page/fault-panel.ts';
import { renderResourcePage } from '#sandbox/page/resource-page.ts';
import { toRtfPreview } from '#sandbox/page/rtf-preview.ts';
import { toAge, toDateWords, toPeriodWords } from '#sandbox/page/words.ts';
import { renderIssue } from '#sandbox/page/written-view.ts';
import { toNoteRtf } from '#sandbox/population/note-rtf.ts';

const HOSTILE = '<script>alert("x")</script><img src=x onerror=alert(1)>';

function storeWith(...population: FhirResource[]): FhirStore {
  return createFhirStore({ population });
}

function noteOf(contentType: string, text: string): DocumentReference {
  return {
    resourceType: 'DocumentReference',
    id: 'doc-1',
    status: 'current',
    type: { text: `Note ${HOSTILE}` },
    author: [{ display: HOSTILE }],
    content: [{ attachment: { contentType, data: Buffer.from(text).toString('base64') } }],
  };
}

describe('the EHR page', () => {
  it('escapes what is put into a template, in text and in attributes, and leaves its own markup alone', () => {
    const inner = html`<b>${'a & b'}</b>`;
    expect(html`<p title="${'"quoted" <x>'}">${inner}${[1, false, undefined, '<i>']}</p>`.value).toBe(
      '<p title="&quot;quoted&quot; &lt;x&gt;"><b>a &amp; b</b>1&lt;i&gt;</p>',
    );
  });

  it.each(['text/plain', 'application/rtf'])('shows a script in a %s note as text', (contentType) => {
    const page = renderNote(storeWith(), noteOf(contentType, HOSTILE)).value;
    expect(page).not.toContain('<script');
    expect(page).not.toContain('<img');
    expect(page).toContain('&lt;script&gt;alert');
  });

  it('puts an HTML note into a frame in which no script runs', () => {
    const page = renderNote(storeWith(), noteOf('text/html; charset=utf-8', HOSTILE)).value;
    expect(page).toMatch(/<iframe\s+sandbox="allow-same-origin"/);
    expect(page).not.toContain('allow-scripts');
    expect(page).not.toContain('<script');
  });

  it('says when the file of a note is not there', () => {
    const note: DocumentReference = { ...noteOf('text/plain', ''), content: [{ attachment: { url: 'Binary/gone' } }] };
    expect(renderNote(storeWith(), note).value).toContain('is not here');
  });

  it('shows a finding in words: codes, direction, reason and the quoted evidence, escaped', () => {
    const base = 'https://app.example/fhir/StructureDefinition';
    const issue: DetectedIssue = {
      resourceType: 'DetectedIssue',
      id: 'issue-1',
      status: 'preliminary',
      code: { text: 'level of service' },
      detail: `Because ${HOSTILE}`,
      evidence: [{ code: [{ text: 'a total of 32 minutes' }] }],
      extension: [
        { url: `${base}/direction`, valueCode: 'over' },
        { url: `${base}/billed-code`, valueCoding: { code: '99215' } },
        { url: `${base}/suggested-code`, valueCoding: { code: '99214' } },
      ],
    };
    const shown = renderIssue(storeWith(), issue).value;
    for (const words of ['Level of service', '99215', '99214', 'billed above the record', 'a total of 32 minutes']) {
      expect(shown).toContain(words);
    }
    expect(shown).not.toContain('<script');
  });

  it('links the references of a resource and escapes the rest of its JSON', () => {
    const store = storeWith({
      resourceType: 'Task',
      id: 't-1',
      status: 'requested',
      intent: 'proposal',
      for: { reference: 'Patient/pt-1' },
      description: HOSTILE,
    });
    const page = renderResourcePage(store, 'Task', 't-1')?.value ?? '';
    expect(page).toContain('<a href="/resources/Patient/pt-1">Patient/pt-1</a>');
    expect(page).not.toContain('<script');
    expect(renderResourcePage(store, 'Task', 'nobody')).toBeUndefined();
  });

  it('reads the words out of RTF: accents, quotes, tables and lists', () => {
    const text = toRtfPreview(toNoteRtf('# Visit\n| Temp | 99.9 °F |\n- caf\u00e9 \u201cx\u201d Sta\u0142 {b} \\ end'));
    expect(text).toContain('Temp  99.9 \u00b0F');
    expect(text).toContain('caf\u00e9 \u201cx\u201d Sta\u0142 {b} \\ end');
    expect(text).not.toContain('Calibri');
  });

  it('tells dates, periods and ages as people do', () => {
    expect(toDateWords('2026-03-11')).toBe('Mar 11, 2026');
    expect(toPeriodWords('2026-03-11T10:20:00-04:00', '2026-03-11T10:48:00-04:00').replaceAll('\u202f', ' ')).toBe(
      'Mar 11, 2026, 10:20 AM to 10:48 AM',
    );
    expect(toAge('1961-04-18', new Date('2026-04-17T12:00:00Z'))).toBe('64');
    expect(toDateWords('not a date')).toBe('not a date');
  });
});

describe('the form of the fault panel', () => {
  const empty = { method: '', path: '', nth: '', count: '', retryAfter: '', delayMs: '' };

  it.each(FAULT_KINDS)('takes %s with nothing else filled in', (kind) => {
    expect(parseFaultForm({ kind, ...empty })).toEqual({ rule: { kind } });
  });

  it('takes every field', () => {
    const form = {
      kind: 'throttled',
      method: 'GET',
      path: '/fhir/Claim',
      nth: '2',
      count: '3',
      retryAfter: 'soon',
      delayMs: '5',
    };
    expect(parseFaultForm(form)).toEqual({ rule: { ...form, nth: 2, count: 3, delayMs: 5 } });
  });

  it.each([
    ['an unknown kind', { ...empty, kind: 'gremlins' }],
    ['a number that is none', { ...empty, kind: 'slow', delayMs: 'long' }],
    ['a path without a slash', { ...empty, kind: 'slow', path: 'fhir' }],
    ['no form', undefined],
  ])('says what is wrong with %s', (_name, form) => {
    expect(parseFaultForm(form)).toEqual({ mistake: expect.any(String) });
  });
});
