/** An element as fast-xml-parser gives it: children by name, text as `#text`, attributes with `@`. */
export type XmlElement = Readonly<Record<string, unknown>>;

export function isElement(value: unknown): value is XmlElement {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** The child elements of a name; those that are text only come as `{ '#text': … }`. */
export function listOf(element: XmlElement, name: string): XmlElement[] {
  const value = element[name];
  const list: readonly unknown[] = Array.isArray(value) ? value : value === undefined ? [] : [value];
  return list.map((child) => (isElement(child) ? child : { '#text': child }));
}

/** The text of a value, white space folded; empty when it has none. */
export function textOf(value: unknown): string {
  const text = isElement(value) ? value['#text'] : value;
  return typeof text === 'string' ? text.replace(/\s+/g, ' ').trim() : typeof text === 'number' ? String(text) : '';
}

export function textsOf(value: unknown): string[] {
  const list: readonly unknown[] = Array.isArray(value) ? value : [value];
  return list.map(textOf).filter((text) => text !== '');
}
