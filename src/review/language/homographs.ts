/** Where an abbreviation of a disease stands for something else: by what is written before or behind it. */
/** Without either it never is the disease. */
interface Homograph {
  readonly before?: RegExp;
  readonly behind?: RegExp;
}

/** Come back, give back, back to work: the way home and no part of the body. */
const BACK: Homograph = {
  before:
    /\b(?:c[ao]m(?:e|es|ing)|go(?:es|ing)?|went|call(?:s|ed|ing)?|cut(?:ting)?|g[eo]t(?:ting)?|br(?:ing|ought)|report|sen[dt]|h[eo]ld|hear|step(?:ped)?|scaled?|g[ai]ve|gained|pulled|f[ae]ll(?:s|ing)?|right|straight|(?:is|was|be|are|now|welcome)) $/i,
  behind:
    /^ (?:to (?:work|school|normal|baseline|base|clinic|the (?:office|clinic|ED|ER|hospital)|us|me|bed|sleep|full|his|her)\b|in (?:\d|one|two|three|four|six|a )|home\b|again\b|if\b|when\b|sooner\b|at (?:work|school)\b|(?:for|with) (?:follow|f\/u|re-?check|review|results|her|his|a)\b)/i,
};

const ATTACK: Homograph = {
  before: /^(?!.*(?:heart|panic|isch[a]?emic|anxiety|drop|sleep|adams|vertigo|cardiac)\W*$)/is,
};

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
  // Of an abscess, the nose, the chest; a tooth has caries.
  ['cavity', {}],
  ['Cavity', {}],
  // Growth of a child, of a culture, of a company.
  ['growth', {}],
  ['Growth', {}],
  // What fits, and who is fit: seizures are seldom called so.
  ['fit', {}],
  ['fits', {}],
  ['Fit', {}],
  ['Fits', {}],
  // First aid, a hearing aid.
  ['aid', {}],
  ['RADS', {}],
  // Hours; a society of cardiologists.
  ['HRS', { before: /\d\s*$/, behind: /^\s*(?:device|guideline|visit|clinic)/i }],
  // Mucous membranes, millimetres.
  ['MM', { before: /\d\s*$/, behind: /^\s*(?:moist|dry|pink|intact|of\b|are\b|:)/i }],
  // Per vaginam, post-void.
  ['PV', { before: /\b(?:per|via|no)\s*$/i, behind: /^\s*(?:\d|bleed|spotting|discharge|loss|exam|residual|loop)/i }],
  // The pneumococcal vaccine.
  ['PCV', { behind: /^[\s-]*(?:\d|vaccin)/i }],
  // Time of arrival.
  ['TOA', { behind: /^\s*(?:at\b|by\b|:|\d)/i }],
  // An exchange of health records; no added salt; a pen of epinephrine.
  ['HIE', { before: /\b(?:via|from|through|per|in|the)\s*$/i, behind: /^\s*(?:records?|portal|quer|data|review)/i }],
  ['NAS', { before: /\b(?:low|cardiac|diet)[,\s]*$/i, behind: /^\s*(?:diet|cardiac|low)/i }],
  ['EPI', { behind: /^[\s-]*(?:pen|\d)/i }],
  // Autism spectrum disorder.
  ['ASD', { before: /\bautism\W*$/i, behind: /^\s*(?:level|eval|screen|diagnosis|with (?:language|intellectual))/i }],
  ['DIC', { behind: /^\s*(?:panel|screen|labs?|profile|work-?up)/i }],
  ['HIT', { behind: /^\s*(?:panel|screen|antibod\w*|ab|work-?up|score)/i }],
  ['mono', { behind: /^[\s-]*(?:therapy|spot|test|vision|screen|chorionic|amniotic|di\b)/i }],
  ['Mono', { behind: /^[\s-]*(?:therapy|spot|test|vision|screen|chorionic|amniotic|di\b)/i }],
  ['OM', { behind: /^\s*\d/ }],
  // An attack is one of what it is of.
  ['attack', ATTACK],
  ['attacks', ATTACK],
  // Of a vein, or of urine.
  [
    'reflux',
    {
      before: /(?:venous|vein|saphenous|ureteral|ureteric|referral for)\s*$/i,
      behind: /^ (?:in|of|at|through) (?:the )?(?:\w+ )?(?:\w+ )?(?:saphenous|vein|popliteal|perforator|ureter)/i,
    },
  ],
  // Occiput anterior: how the head lies at birth.
  [
    'OA',
    {
      before: /(?:vertex|cephalic|vaginal|position|head|direct|from)[,:]?\s*$/i,
      behind: /^[,;]?\s*(?:position|spontaneous|no instrument|vertex|over|presentation)/i,
    },
  ],
  ['back', BACK],
  ['Back', BACK],
  // A stage of life, unless it comes at the wrong time.
  ['puberty', { before: /^(?!.*(?:delay|precoc|prematur|early|late\b|absent))/is }],
  ['Puberty', { before: /^(?!.*(?:delay|precoc|prematur|early|late\b|absent))/is }],
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
