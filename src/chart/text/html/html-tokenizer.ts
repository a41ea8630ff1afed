/** A piece of an HTML document. Offsets are UTF-16 code units of the source; `end` is exclusive. */
export type HtmlToken =
  | { readonly kind: 'text'; readonly start: number; readonly end: number }
  | { readonly kind: 'cdata'; readonly start: number; readonly end: number }
  | {
      readonly kind: 'open';
      readonly start: number;
      readonly end: number;
      readonly name: string;
      /** What stands between the name and the `>`. */
      readonly attributes: string;
      readonly selfClosing: boolean;
    }
  | { readonly kind: 'close'; readonly start: number; readonly end: number; readonly name: string };

/** Their content is no markup. `title` and `textarea` decode references, the others do not, but we drop those. */
const RAW_TEXT = new Set(['script', 'style', 'textarea', 'title', 'xmp', 'iframe', 'noembed', 'noframes']);

const TAG = /<(\/?)([a-zA-Z][^\s/>]*)((?:"[^"]*"|'[^']*'|[^"'>])*)>/y;
const LONE_TAG = /<(\/?)([a-zA-Z][^\s/>]*)([^>]*)>/y;

/**
 * Splits HTML or XHTML into tokens, in the manner of browsers where documents are sound and so that text is rather shown
 * than lost where they are not: a `<` that starts no tag is text (`BP <120`), a comment or script without an end is text.
 * Never throws; takes time in proportion to the source.
 */
export function* tokenizeHtml(source: string): Generator<HtmlToken> {
  const ends = new EndFinder(source);
  let textStart = 0;
  let at = source.indexOf('<');
  while (at !== -1) {
    const found = readMarkup(source, at, ends);
    if (found === undefined) {
      at = source.indexOf('<', at + 1);
      continue;
    }
    if (at > textStart) yield { kind: 'text', start: textStart, end: at };
    if (found.token !== undefined) yield found.token;
    textStart = found.next;
    const token = found.token;
    if (token?.kind === 'open' && !token.selfClosing && RAW_TEXT.has(token.name)) {
      const end = ends.ofRawText(token.name, token.end);
      if (end !== -1) {
        if (end > token.end) yield { kind: 'text', start: token.end, end };
        textStart = end;
      }
    }
    at = source.indexOf('<', textStart);
  }
  if (textStart < source.length) yield { kind: 'text', start: textStart, end: source.length };
}

interface Markup {
  /** Missing for what is dropped: comments, declarations, processing instructions. */
  readonly token?: HtmlToken;
  readonly next: number;
}

function readMarkup(source: string, at: number, ends: EndFinder): Markup | undefined {
  if (source.startsWith('<!--', at)) return ends.dropUpTo('-->', at + 2);
  if (source.startsWith('<![CDATA[', at)) return readCdata(at, ends);
  const next = source[at + 1];
  if (next === '!' || next === '?') return ends.dropUpTo('>', at + 1);
  return readTag(source, at);
}

function readCdata(at: number, ends: EndFinder): Markup | undefined {
  const dropped = ends.dropUpTo(']]>', at);
  return dropped && { token: { kind: 'cdata', start: at + 9, end: dropped.next - 3 }, next: dropped.next };
}

function readTag(source: string, at: number): Markup | undefined {
  const match = matchAt(TAG, source, at) ?? matchAt(LONE_TAG, source, at);
  if (match === undefined) return undefined;
  const [whole, slash, name = '', attributes = ''] = match;
  const place = { start: at, end: at + whole.length, name: name.toLowerCase() };
  if (slash === '/') return { token: { kind: 'close', ...place }, next: place.end };
  return { token: { kind: 'open', ...place, attributes, selfClosing: attributes.endsWith('/') }, next: place.end };
}

function matchAt(pattern: RegExp, source: string, at: number): RegExpExecArray | undefined {
  pattern.lastIndex = at;
  return pattern.exec(source) ?? undefined;
}

/** Looks for ends, and remembers what there is none of any more, so that broken markup does not cost quadratic time. */
class EndFinder {
  readonly #source: string;
  readonly #exhausted = new Set<string>();
  #lower: string | undefined;

  constructor(source: string) {
    this.#source = source;
  }

  dropUpTo(end: string, from: number): Markup | undefined {
    const found = this.#find(this.#source, end, from);
    return found === -1 ? undefined : { next: found + end.length };
  }

  ofRawText(name: string, from: number): number {
    // Lower-casing ASCII only: the length of the string must not change.
    this.#lower ??= this.#source.replace(/[A-Z]+/g, (letters) => letters.toLowerCase());
    return this.#find(this.#lower, `</${name}`, from);
  }

  #find(text: string, end: string, from: number): number {
    if (this.#exhausted.has(end)) return -1;
    const found = text.indexOf(end, from);
    if (found === -1) this.#exhausted.add(end);
    return found;
  }
}

/** Whether the element is there to be read: neither `hidden` nor styled away. */
export function isHidden(attributes: string): boolean {
  if (attributes === '') return false;
  const style = attributeOf(attributes, 'style')?.toLowerCase() ?? '';
  if (/(?:^|[;\s])(?:display\s*:\s*none|visibility\s*:\s*hidden|mso-hide\s*:\s*all)\b/.test(style)) return true;
  return attributeOf(attributes, 'hidden') !== undefined;
}

/** An attribute's value as written ('' for one without a value); undefined where there is none. */
export function attributeOf(attributes: string, name: string): string | undefined {
  for (const match of attributes.matchAll(
    /([^\s"'>/=]+)(?:\s*=\s*(?:"([^"]*)"|'([^']*)'|([^\s"'>]*)))?|"[^"]*"|'[^']*'/g,
  )) {
    if (match[1]?.toLowerCase() === name) return match[2] ?? match[3] ?? match[4] ?? '';
  }
  return undefined;
}
