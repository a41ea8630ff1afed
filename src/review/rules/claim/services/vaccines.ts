/** Components (antigens) of vaccines with more than one; every other vaccine product has one. Numbers only. */
const COMPONENTS: Readonly<Record<string, number>> = {
  '90636': 2,
  '90696': 4,
  '90697': 6,
  '90698': 5,
  '90700': 3,
  '90702': 2,
  '90707': 3,
  '90710': 4,
  '90714': 2,
  '90715': 3,
  '90723': 5,
  '90748': 2,
  '90623': 2,
};

/** Vaccine products: the numbers between 90620 and 90759 that name one. Those of the coronavirus have their own administration. */
export function isVaccine(code: string): boolean {
  return /^(?:906(?:19|2\d|3\d|4\d|5\d|6\d|7\d|8\d|9\d)|907[0-5]\d)$/.test(code);
}

export function componentsOf(code: string): number {
  return COMPONENTS[code] ?? 1;
}

/** Vaccines by mouth or nose, whose administration is another code. */
export function isOralOrNasal(code: string): boolean {
  return ['90660', '90672', '90680', '90681', '90690'].includes(code);
}
