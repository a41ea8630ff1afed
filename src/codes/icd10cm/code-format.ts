/** `E1142` or `e11.42` as it is printed: `E11.42`. Trims, upper-cases, and leaves categories (`E11`) as they are. */
export function toDotted(code: string): string {
  const bare = toUndotted(code);
  return bare.length > 3 ? `${bare.slice(0, 3)}.${bare.slice(3)}` : bare;
}

/** `E11.42` as the order file writes it: `E1142`. */
export function toUndotted(code: string): string {
  const dot = code.indexOf('.');
  const bare = dot < 0 ? code : code.slice(0, dot) + code.slice(dot + 1);
  return bare.trim().toUpperCase();
}

/** The shape of an ICD-10-CM code or category, with or without its dot. Says nothing about whether it exists. */
export function isCodeShaped(code: string): boolean {
  return /^[A-Z]\d[0-9A-Z](?:\.?[0-9A-Z]{1,4})?$/.test(code);
}
