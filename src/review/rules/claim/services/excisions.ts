/** Codes of skin lesions by kind, body group and size. Numbers from the CPT guidelines for excision, shaving and destruction. */
export type SkinSite = 'trunk-limbs' | 'scalp-neck-hands-feet' | 'face';

export interface SizedSkinService {
  readonly kind: 'benign-excision' | 'malignant-excision' | 'shave' | 'malignant-destruction';
  readonly site: SkinSite;
  /** Ascending: the greatest diameter in cm that a code holds. */
  readonly ladder: readonly { readonly code: string; readonly upToCm: number }[];
}

const SITES: readonly SkinSite[] = ['trunk-limbs', 'scalp-neck-hands-feet', 'face'];
const SIX = [0.5, 1, 2, 3, 4, Number.POSITIVE_INFINITY];
const SIX_DIGITS = [0, 1, 2, 3, 4, 6];

const family = (
  kind: SizedSkinService['kind'],
  starts: readonly [number, number, number],
  digits: readonly number[],
  sizes: readonly number[],
): SizedSkinService[] =>
  SITES.map((site, index) => ({
    kind,
    site,
    ladder: digits.map((digit, rung) => ({
      code: String((starts[index] ?? 0) + digit),
      upToCm: sizes[rung] ?? Number.POSITIVE_INFINITY,
    })),
  }));

export const SIZED_SKIN_SERVICES: readonly SizedSkinService[] = [
  ...family('benign-excision', [11400, 11420, 11440], SIX_DIGITS, SIX),
  ...family('malignant-excision', [11600, 11620, 11640], SIX_DIGITS, SIX),
  ...family('malignant-destruction', [17260, 17270, 17280], SIX_DIGITS, SIX),
  ...family('shave', [11300, 11305, 11310], [0, 1, 2, 3], [0.5, 1, 2, Number.POSITIVE_INFINITY]),
];

const FACE =
  /\b(?:face|facial|ears?|helix|eyelids?|canthus|nose|nasal|lips?|cheeks?|chin|forehead|temple|brow|eyebrow|jaw|mucous)\b/i;
const NEAR =
  /\b(?:scalp|neck|hands?|palm|fingers?|thumb|feet|foot|toes?|sole|heel|genital\w*|penis|scrot\w+|vulva\w*|labi\w+)\b/i;
const FAR =
  /\b(?:trunk|chest|back|abdom\w+|flank|buttocks?|shoulders?|arms?|forearm|elbow|wrist|axilla|legs?|thigh|knee|calf|shin|ankle|breast|hip|groin)\b/i;

/** The body group of a text that names places of one group only. */
export function skinSite(text: string): SkinSite | undefined {
  const named = [FACE.test(text), NEAR.test(text), FAR.test(text)];
  if (named.filter(Boolean).length !== 1) return undefined;
  return named[0] ? 'face' : named[1] ? 'scalp-neck-hands-feet' : 'trunk-limbs';
}
