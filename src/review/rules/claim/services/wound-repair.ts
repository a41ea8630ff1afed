/** Classes of wound repair: depth and body group, each with the upper length in cm of its codes. Numbers from the CPT repair guidelines. */
export type RepairDepth = 'simple' | 'intermediate' | 'complex';
export type RepairGroup = 'body' | 'face' | 'trunk-limbs' | 'neck-hands-feet';

export interface RepairClass {
  readonly depth: RepairDepth;
  readonly group: RepairGroup;
  /** Ascending: the greatest summed length in cm that a code holds. */
  readonly ladder: readonly { readonly code: string; readonly upToCm: number }[];
}

const ladder = (...rows: readonly (readonly [string, number])[]): RepairClass['ladder'] =>
  rows.map(([code, upToCm]) => ({ code, upToCm }));
const BEYOND = Number.POSITIVE_INFINITY;

export const REPAIR_CLASSES: readonly RepairClass[] = [
  {
    depth: 'simple',
    group: 'body',
    ladder: ladder(['12001', 2.5], ['12002', 7.5], ['12004', 12.5], ['12005', 20], ['12006', 30], ['12007', BEYOND]),
  },
  {
    depth: 'simple',
    group: 'face',
    ladder: ladder(
      ['12011', 2.5],
      ['12013', 5],
      ['12014', 7.5],
      ['12015', 12.5],
      ['12016', 20],
      ['12017', 30],
      ['12018', BEYOND],
    ),
  },
  {
    depth: 'intermediate',
    group: 'trunk-limbs',
    ladder: ladder(['12031', 2.5], ['12032', 7.5], ['12034', 12.5], ['12035', 20], ['12036', 30], ['12037', BEYOND]),
  },
  {
    depth: 'intermediate',
    group: 'neck-hands-feet',
    ladder: ladder(['12041', 2.5], ['12042', 7.5], ['12044', 12.5], ['12045', 20], ['12046', 30], ['12047', BEYOND]),
  },
  {
    depth: 'intermediate',
    group: 'face',
    ladder: ladder(
      ['12051', 2.5],
      ['12052', 5],
      ['12053', 7.5],
      ['12054', 12.5],
      ['12055', 20],
      ['12056', 30],
      ['12057', BEYOND],
    ),
  },
];

const FACE =
  /\b(?:face|facial|forehead|brow|eyebrow|cheek|chin|nose|nasal|lips?|ears?|pinna|auricle|eyelids?|lid|oral mucosa|mandib\w+|jaw|periorbital|temple)\b/i;
const NECK_HANDS_FEET = /\b(?:neck|hands?|palm|fingers?|thumb|digit|foot|feet|toes?|genital\w*)\b/i;

/** The group of a site in a class of depth; undefined when the words name no site. */
export function repairGroup(depth: RepairDepth, text: string): RepairGroup | undefined {
  if (FACE.test(text)) return 'face';
  const other =
    /\b(?:scalp|axill\w+|trunk|chest|back|abdom\w+|flank|buttock|arms?|forearm|elbow|wrist|shoulder|legs?|thigh|knee|shin|calf|ankle|extremit\w+|head|parietal|occipital)\b/i.test(
      text,
    );
  const near = NECK_HANDS_FEET.test(text);
  if (!other && !near) return undefined;
  if (depth === 'simple') return 'body';
  return near ? 'neck-hands-feet' : 'trunk-limbs';
}
