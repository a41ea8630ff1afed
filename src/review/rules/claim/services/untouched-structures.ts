import type { Contradiction } from './contradiction.ts';

const LEFT =
  '(?:(?:was |were )?(?:not|never) (?:explored|released|opened|divided|decompressed|touched|exposed|entered|incised|resected|removed|placed|inserted|treated|performed|done|needed|required|repaired)|left (?:alone|intact|in place|untouched|undisturbed))';
const DONE =
  '(?:released|divided|decompressed|transposed|incised|opened|resected|excised|removed|placed|inserted|deployed|performed|done|completed|burred|shaved|repaired)';

/** A structure that the operation's own report says was left alone, so that no operation on it can be billed. */
const untouched = (codes: RegExp, name: string, structure: string): Contradiction => ({
  codes,
  says: `that the ${name} was left alone`,
  against: new RegExp(
    String.raw`\b(?:${structure})\b[^.;,:\n]{0,25}?\b${LEFT}\b|\b(?:no|without) (?:formal |separate )?(?:${structure})(?: (?:release|decompression|transposition|resection|placement|repair|was))? ?\b(?:released?|performed|done|placed|needed|required|left|attempted)\b`,
    'gi',
  ),
  unless: new RegExp(
    String.raw`(?<!\bnot )\b${DONE}\b[^.;\n]{0,40}\b(?:${structure})\b|\b(?:${structure})\b(?:(?!\bnot\b)[^.;\n]){0,40}\b${DONE}\b`,
    'gi',
  ),
});

export const UNTOUCHED_STRUCTURES: readonly Contradiction[] = [
  untouched(/^64718$/, 'ulnar nerve at the elbow', 'ulnar nerves?|cubital tunnel'),
  untouched(/^(?:64721|29848)$/, 'carpal tunnel', 'carpal tunnel|transverse carpal ligament'),
  untouched(/^26055$/, 'tendon sheath', 'A1 pulleys?|flexor sheath'),
  untouched(/^25000$/, 'first dorsal compartment', 'first dorsal compartment'),
  untouched(/^29826$/, 'acromion', 'acromion|acromioplasty|subacromial decompression'),
  untouched(/^29824$/, 'end of the collarbone', 'distal clavicle|AC joint'),
  untouched(/^(?:29828|23430)$/, 'biceps tendon', 'biceps(?: tendon)?|tenodesis'),
  untouched(/^30140$/, 'turbinate', '(?:inferior )?turbinates?'),
  untouched(/^69436$/, 'eardrum', '(?:tympanostomy|ventilation|PE) tubes?'),
  untouched(/^52332$/, 'ureter, without a stent,', '(?:ureteral |JJ |double[- ]J )?stents?'),
  untouched(/^47563$/, 'bile duct, without its film,', '(?:intraoperative )?cholangiogra(?:m|phy)'),
];
