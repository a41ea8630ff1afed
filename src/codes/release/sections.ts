import type { Sections } from './release-file.ts';

/** A section that must be there; the header's checksums have been verified, so a missing one is a defect of the importer. */
export function section(sections: Sections, name: string): Uint8Array {
  const bytes = sections[name];
  if (bytes === undefined) throw new Error(`The release file has no section ${name}.`);
  return bytes;
}

export function uint32Section(sections: Sections, name: string): Uint32Array {
  const bytes = section(sections, name);
  return new Uint32Array(bytes.buffer, bytes.byteOffset, bytes.byteLength / 4);
}

export function uint16Section(sections: Sections, name: string): Uint16Array {
  const bytes = section(sections, name);
  return new Uint16Array(bytes.buffer, bytes.byteOffset, bytes.byteLength / 2);
}

export function bytesOf(array: Uint32Array | Uint16Array | Float64Array): Uint8Array {
  return new Uint8Array(array.buffer, array.byteOffset, array.byteLength);
}

export function jsonBytes(value: unknown): Uint8Array {
  return new Uint8Array(Buffer.from(JSON.stringify(value), 'utf8'));
}

export function jsonText(bytes: Uint8Array): string {
  return Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString('utf8');
}
