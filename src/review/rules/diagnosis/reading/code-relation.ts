/** Categories that are kinds of one disease: the record decides between them. */
const FAMILIES: readonly (readonly string[])[] = [
  ['E08', 'E09', 'E10', 'E11', 'E13'],
  ['F32', 'F33'],
  ['F10'],
  ['H65', 'H66', 'H67'],
  ['I10', 'I11', 'I12', 'I13'],
  ['I21', 'I22'],
  ['J12', 'J13', 'J14', 'J15', 'J16', 'J17', 'J18', 'J69'],
  ['J40', 'J41', 'J42', 'J20'],
  ['J44', 'J43'],
  ['M05', 'M06'],
  ['B00', 'B02'],
  ['B15', 'B16', 'B17', 'B18', 'B19'],
  ['E03', 'E05', 'E89'],
  ['E40', 'E41', 'E42', 'E43', 'E44', 'E45', 'E46'],
  ['K50', 'K51'],
  ['M15', 'M16', 'M17', 'M18', 'M19'],
  ['N10', 'N11', 'N12', 'N30', 'N39'],
  ['D50', 'D51', 'D52', 'D53', 'D62', 'D63', 'D64'],
  ['F01', 'F03'],
  ['M80', 'M81'],
  ['J01', 'J32'],
  ['I63', 'I69'],
  ['G43'],
  ['F20', 'F25'],
  ['C43', 'D03'],
  ['K35', 'K36', 'K37'],
  ['L03', 'L02'],
  ['L20', 'L21', 'L22', 'L23', 'L24', 'L25', 'L30'],
  ['K25', 'K26', 'K27'],
  ['K80', 'K81'],
  ['J09', 'J10', 'J11'],
  ['I20', 'I24', 'I25'],
  ['K52', 'A04', 'A05', 'A07', 'A08', 'A09'],
  ['N13', 'N20'],
  ['M23', 'S83'],
  ['M75', 'S46'],
  ['S06', 'S09'],
  ['K70', 'K74'],
  ['H25', 'H26'],
  ['J30', 'J31'],
  ['O10', 'O13', 'O14'],
  ['M10', 'M1A'],
  ['I70', 'I73'],
  ['I80', 'I82'],
  ['J02', 'J03'],
  ['A50', 'A51', 'A52', 'A53'],
  ['A15', 'A16', 'A17', 'A18', 'A19', 'Z22'],
  ['O00', 'O01', 'O02', 'O03', 'O20'],
  ['B95'],
  ['I60', 'I61', 'I62'],
  ['I44', 'I45'],
  ['N92', 'N93'],
];

const familyOfCategory = new Map<string, readonly string[]>(
  FAMILIES.flatMap((family) => family.map((category): [string, readonly string[]] => [category, family])),
);

export function categoryOf(code: string): string {
  return code.slice(0, 3);
}

/** E89 holds what operations leave of every gland; of the thyroid it is E89.0 alone. */
function kindOf(code: string): string {
  return /^E89\.[1-9]/.test(code) ? code.slice(0, 5) : categoryOf(code);
}

export function familyOf(code: string): readonly string[] {
  const category = kindOf(code);
  return familyOfCategory.get(category) ?? [category];
}

/** Whether the words name the billed code itself or a group that it belongs to; the length of the best such name. */
export function namesCode(codes: readonly string[], billed: string): number {
  return Math.max(0, ...codes.filter((code) => billed.startsWith(code)).map((code) => code.length));
}

export function isKin(codes: readonly string[], billed: string): boolean {
  const family = familyOf(billed);
  return codes.some((code) => family.includes(kindOf(code)));
}
