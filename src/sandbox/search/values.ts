/** The values that stand at a dotted path of a resource, arrays on the way flattened: `name.given` gives every given name. */
export function valuesAt(resource: object, path: string): unknown[] {
  let values: unknown[] = [resource];
  for (const name of path.split('.')) values = values.flatMap((value) => childrenOf(value, name));
  return values;
}

function childrenOf(value: unknown, name: string): unknown[] {
  if (!isRecord(value)) return [];
  const child = value[name];
  if (child === undefined || child === null) return [];
  return Array.isArray(child) ? child : [child];
}

export function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** The code and system pairs of an Identifier, Coding, CodeableConcept, ContactPoint, code or boolean. */
export function tokensOf(value: unknown): { system: string | undefined; code: string }[] {
  if (typeof value === 'string' || typeof value === 'boolean') return [{ system: undefined, code: String(value) }];
  if (!isRecord(value)) return [];
  if (Array.isArray(value['coding'])) return value['coding'].flatMap(tokensOf);
  const code = value['code'] ?? value['value'];
  if (typeof code !== 'string') return [];
  return [{ system: typeof value['system'] === 'string' ? value['system'] : undefined, code }];
}

/** The literal reference of a Reference, an uri or an url. */
export function referenceOf(value: unknown): string | undefined {
  if (typeof value === 'string') return value;
  return isRecord(value) && typeof value['reference'] === 'string' ? value['reference'] : undefined;
}
