/** Where an abbreviation of a disease stands for something else: by what is written before or behind it. */
/** Without either it never is the disease. */
interface Homograph {
  readonly before?: RegExp;
  readonly behind?: RegExp;
}

const HOMOGRAPHS: ReadonlyMap<string, Homograph> = new Map<string, Homograph>([
  // Room air.
  ['RA', { before: /(?:\d|%|\bon|\bsats?|SpO2|O2)\s*$/i }],
  // Modified release.
  ['MR', { before: /(?:\bmg|\d)\s*$/i }],
  // Physical examination; pressure equalization tubes.
  ['PE', { before: /\bon\s*$/i, behind: /^\s*(?::|tubes?|normal|unremarkable)/i }],
  ['MS', { behind: /^\s*(?:contin|IR\b|:)/i }],
  // Afebrile.
  // And the anterior fontanelle.
  ['AF', { behind: /^[\s,]*(?:VSS|(?:is )?(?:small|flat|soft|open|closed|full|bulging|sunken|normal)\b)/i }],
  ['DM', { before: /(?:guaifenesin|robitussin|mucinex|tussin|delsym)[\s-]*$/i }],
  // Urgent care, uterine contractions, urine culture.
  ['UC', { before: /\b(?:at|from|to|in|seen at|no)\s*$/i, behind: /^\s*(?:cx|visit|negative|neg)/i }],
  // Peritoneal dialysis.
  ['PD', { behind: /^\s*(?:catheter|cath|exchange|dialysis)/i, before: /\b(?:home HD|HD or|HD|leans)[,\s]*$/i }],
  // Slit lamp examination.
  ['SLE', { behind: /^\s*(?::|lids|normal|nl\b|exam)/i }],
  // Costovertebral angle.
  ['CVA', { behind: /^\s*(?:\w+ )?(?:tender\w*|TTP|pain|percussion)/i, before: /\bno\s*$/i }],
  ['MI', { behind: /^\s*\d{5}/ }],
  ['HA', { behind: /^\s*(?:1c|cream|filler|injection)/i }],
  // C-reactive protein; breast imaging reports; record numbers.
  ['CRP', {}],
  // The primary care provider, pneumocystis and phencyclidine: nearly always the first.
  ['PCP', {}],
  // First aid, a hearing aid.
  ['aid', {}],
  ['RADS', {}],
  ['DIC', { behind: /^\s*(?:panel|screen|labs?|profile|work-?up)/i }],
  ['HIT', { behind: /^\s*(?:panel|screen|antibod\w*|ab|work-?up|score)/i }],
  ['mono', { behind: /^[\s-]*(?:therapy|spot|test|vision|screen|chorionic|amniotic|di\b)/i }],
  ['Mono', { behind: /^[\s-]*(?:therapy|spot|test|vision|screen|chorionic|amniotic|di\b)/i }],
  ['OM', { behind: /^\s*\d/ }],
  ['cap', { behind: /^\s*(?:refill|mg)/i }],
  ['Cap', { behind: /^\s*(?:refill|mg)/i }],
  ['CAP', { behind: /^\s*(?:refill|mg)/i }],
]);

/** Whether an abbreviation, as it stands in a text, is not the disease that it may be elsewhere. */
export function isHomograph(text: string, start: number, end: number): boolean {
  const entry = HOMOGRAPHS.get(text.slice(start, end));
  if (entry === undefined) return false;
  const before = text.slice(Math.max(0, start - 20), start);
  if (entry.before === undefined && entry.behind === undefined) return true;
  return entry.before?.test(before) === true || entry.behind?.test(text.slice(end, end + 20)) === true;
}
