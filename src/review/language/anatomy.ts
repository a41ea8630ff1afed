import type { Token } from './vocabulary.ts';

/**
 * A part of the body and the region whose words titles use for it: `part: region word | region word`. Who writes of the
 * forearm has said `upper limb`, and of the cheek `other part of face`. Terms are canonical words (vocabulary.ts).
 */
const PARTS = `
eyebrow brow: periocular | lid | head
periorbital infraorbital: periocular | head
cheek chin forehead temple jaw jawline glabella zygoma mandible mandibular: face | facepart | head | headpart
nose nasal lip: face | head
scalp: head
occiput occipital parietal vertex: head | headpart | scalp
back chest abdomen flank groin buttock sternum presternal sternal scapular scapula umbilicus: trunk | trunkpart
axilla perineum: trunk
chest rib sternum: thorax
shoulder arm forearm elbow wrist hand finger thumb biceps triceps antecubital bicep tricep: upper_limb
hip thigh knee leg shin calf ankle foot toe heel hallux popliteal hamstring quadricep pretibial instep: lower_limb
shin calf pretibial: lower | leg
bicep biceps tricep triceps: upper | arm
forefoot toe plantar instep sole: foot | footpart
hamstring quadricep: thigh
knuckle palm thumb finger: hand
toe heel: foot
sole: foot
calcaneus calcaneal talus navicular cuboid cuneiform: foot | ankle | lower_limb
metatarsal: foot | lower_limb
carpal metacarpal scaphoid metacarpophalangeal: hand | upper_limb
metatarsophalangeal: toe | foot | lower_limb
midfoot hindfoot lisfranc tarsal: foot | lower_limb
subtalar tibiotalar: ankle | foot | lower_limb
malleolus malleolar: ankle | lower | leg
glenohumeral acromioclavicular subacromial: shoulder | upper_limb
olecranon: elbow | upper_limb
patella prepatellar popliteal meniscus: knee | lower_limb
leg foot arm hand limb: extremity
sigmoid: colon | large | intestine
colon: large | intestine
ileum jejunum duodenum: small | intestine
ileum: small
cecum: colon
nocturia hesitancy urgency frequency retention stream straining: luts
coronary_artery_disease: coronary | artery | native
dry_eye: lacrimal | gland
left right: unilateral
lad: left | anterior | descending
rca: right | coronary
femoral_head: femur | bone
eyelid: lid
`;

const regions: ReadonlyMap<string, readonly string[]> = readParts();

function readParts(): Map<string, string[]> {
  const found = new Map<string, string[]>();
  for (const line of PARTS.trim().split('\n')) {
    const [parts = '', words = ''] = line.split(': ');
    for (const part of parts.split(' ')) {
      found.set(part, [...(found.get(part) ?? []), ...words.split('|').map((word) => word.trim())]);
    }
  }
  return found;
}

const VERTEBRA = /^([clts])(\d{1,2})$/;
const SPINE: ReadonlyMap<string, string> = new Map([
  ['c', 'cervical'],
  ['t', 'thoracic'],
  ['l', 'lumbar'],
  ['s', 'sacrum'],
]);

const ORDINALS = ['first', 'second', 'third', 'fourth', 'fifth', 'sixth', 'seventh'];

/** The words that follow from a word of a note: the region of a part of the body, the part of the spine of a vertebra. */
function impliedBy(term: string): readonly string[] {
  const vertebra = VERTEBRA.exec(term);
  if (vertebra === null) return regions.get(term) ?? [];
  const spine = SPINE.get(vertebra[1] ?? '');
  const ordinal = ORDINALS[Number(vertebra[2]) - 1];
  return spine === undefined ? [] : [spine, 'vertebra', ...(ordinal === undefined ? [] : [ordinal])];
}

/** The tokens with what follows from each, at the same place. */
export function withImplied(tokens: readonly Token[]): Token[] {
  const mayJoin = tokens.some(({ term }) => term === 'l5');
  return tokens.flatMap((token, at) => {
    const implied =
      mayJoin && isOfJunction(tokens, at)
        ? ['vertebra', 'lumbosacral']
        : [...impliedBy(token.term), ...levelOf(token, tokens[at + 1])];
    return implied.length === 0
      ? [token]
      : [token, ...implied.map((term): Token => ({ ...token, term, implied: true }))];
  });
}

/** `L5-S1` and `L5 on S1` are lumbosacral, and neither lumbar nor sacral. */
function isOfJunction(tokens: readonly Token[], at: number): boolean {
  const pair = (upper: number, lower: number): boolean => {
    const [above, below] = [tokens[upper], tokens[lower]];
    if (above?.term !== 'l5' || below?.term !== 's1') return false;
    return lower === upper + 1 ? below.start - above.end <= 3 : /^(?:on|over|to)$/.test(tokens[upper + 1]?.term ?? '');
  };
  return pair(at, at + 1) || pair(at - 1, at) || pair(at, at + 2) || pair(at - 2, at);
}

/** `C5-6` is `C5-C6`. */
function levelOf(token: Token, next: Token | undefined): string[] {
  const vertebra = VERTEBRA.exec(token.term);
  if (vertebra === null || next === undefined || next.start - token.end > 1) return [];
  return /^\d{1,2}$/.test(next.term) ? [`${vertebra[1] ?? ''}${next.term}`] : [];
}
