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

/** A longer name is no element that we know: what is beyond counts as attributes. */
const TAG_START = /<(\/?)([a-zA-Z][^\s/>]{0,60})/y;
const QUOTE_OR_END = /["'>]/g;
/** More quotes in one tag mean that they do not pair. */
const MAX_QUOTES = 200;

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
  return readTag(source, at, ends);
}

function readCdata(at: number, ends: EndFinder): Markup | undefined {
  const dropped = ends.dropUpTo(']]>', at);
  return dropped && { token: { kind: 'cdata', start: at + 9, end: dropped.next - 3 }, next: dropped.next };
}

function readTag(source: string, at: number, ends: EndFinder): Markup | undefined {
  TAG_START.lastIndex = at;
  const match = TAG_START.exec(source);
  if (match === null) return undefined;
  const [start, slash, name = ''] = match;
  const from = at + start.length;
  const end = ends.ofTag(from);
  if (end === -1) return undefined;
  const place = { start: at, end: end + 1, name: name.toLowerCase() };
  if (slash === '/') return { token: { kind: 'close', ...place }, next: place.end };
  const attributes = source.slice(from, end);
  return { token: { kind: 'open', ...place, attributes, selfClosing: attributes.endsWith('/') }, next: place.end };
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

  /** The `>` that ends a tag: outside of quotes, or the first one where quotes do not pair. */
  ofTag(from: number): number {
    const first = this.#find(this.#source, '>', from);
    let at = from;
    if (first === -1) return -1;
    for (let quotes = 0; quotes < MAX_QUOTES; quotes++) {
      QUOTE_OR_END.lastIndex = at;
      const found = QUOTE_OR_END.exec(this.#source);
      if (found === null) return first;
      if (found[0] === '>') return found.index;
      const close = this.#find(this.#source, found[0], found.index + 1);
      if (close === -1) return first;
      at = close + 1;
    }
    return first;
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
