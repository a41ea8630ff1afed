/** A resource of a Bundle, whatever it is, and its address there. */
export interface BundleEntry {
  readonly fullUrl: string | undefined;
  readonly resource: Record<string, unknown>;
}
