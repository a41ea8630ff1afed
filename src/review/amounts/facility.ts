/** Places of service that Medicare pays the facility rate for (Medicare Claims Processing Manual, chapter 12, section 20.4.2). */
const FACILITIES: ReadonlySet<string> = new Set('02 19 21 22 23 24 26 31 34 41 42 51 52 53 56 61'.split(' '));

export function isFacility(placeOfService: string | undefined): boolean {
  return placeOfService !== undefined && FACILITIES.has(placeOfService);
}
