import { lineAt, sectionAt, type Passage } from './passage.ts';

/** Whether a place in a note tells of what was done: a procedure's section, results, or a line that says so. */
export function isProcedureText(passage: Passage): boolean {
  const kind = sectionAt(passage.document, passage.start)?.kind;
  return (
    kind === 'procedure' ||
    kind === 'results' ||
    /(?<!\b(?:pre|post)[- ]?)\bprocedures?\b/i.test(lineAt(passage.document, passage.start).text)
  );
}
