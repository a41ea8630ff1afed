/** A piece of a text that is marked, or not. */
export interface Segment {
  readonly start: number;
  readonly end: number;
  readonly marked: boolean;
}

/** Cuts a text into marked and unmarked pieces that together are the text. Overlapping spans are joined. */
export function toSegments(
  text: string,
  spans: readonly { readonly start: number; readonly end: number }[],
): Segment[] {
  const segments: Segment[] = [];
  let at = 0;
  for (const { start, end } of joined(spans, text.length)) {
    if (start > at) segments.push({ start: at, end: start, marked: false });
    segments.push({ start, end, marked: true });
    at = end;
  }
  if (at < text.length) segments.push({ start: at, end: text.length, marked: false });
  return segments;
}

function joined(spans: readonly { start: number; end: number }[], length: number): { start: number; end: number }[] {
  const result: { start: number; end: number }[] = [];
  for (const span of spans.toSorted((a, b) => a.start - b.start)) {
    const [start, end] = [Math.max(0, span.start), Math.min(length, span.end)];
    if (start >= end) continue;
    const last = result.at(-1);
    if (last !== undefined && start <= last.end) last.end = Math.max(last.end, end);
    else result.push({ start, end });
  }
  return result;
}
