/** Codes by a count or a measure. Numbers from CPT. */
export interface Extent {
  /** What is counted, in our own words. */
  readonly what: string;
  /** Ascending: the least amount of each code. */
  readonly ladder: readonly { readonly code: string; readonly from: number }[];
  /** The amount with its word. */
  readonly said: RegExp;
  /** What a sentence of treatment says, and the parts that are counted in it. */
  readonly treated?: RegExp;
  readonly parts: readonly RegExp[];
}

const rungs = (...rows: readonly (readonly [string, number])[]): Extent['ladder'] =>
  rows.map(([code, from]) => ({ code, from }));
const NUMBER = String.raw`(?<![\d.\-/])\b(?:\d{1,2}(?:\.\d)?|one|two|three|four|five|six|seven|eight|nine|ten)`;

const SPINE: readonly RegExp[] = [
  /\b(?:cervical|c-?spine|C[1-7]\b|neck|occip\w+|atlas)/i,
  /\b(?:thoracic|t-?spine|T(?:[1-9]|1[0-2])\b|mid[- ]back)/i,
  /\b(?:lumbar|l-?spine|L[1-5]\b|low(?:er)? back)/i,
  /\b(?:sacr\w+|S1\b)/i,
  /\b(?:pelvi[cs]|ilium|iliac|SI joints?|sacroiliac|innominate|pub\w+)/i,
];

export const EXTENTS: readonly Extent[] = [
  {
    what: 'spinal regions',
    ladder: rungs(['98940', 1], ['98941', 3], ['98942', 5]),
    said: new RegExp(String.raw`${NUMBER}\s+(?:spinal |vertebral )?regions?\b`, 'gi'),
    treated: /\b(?:adjust(?:ed|ment)|manipulat\w+|CMT|diversified|HVLA|activator)\b/gi,
    parts: SPINE,
  },
  {
    what: 'body regions',
    ladder: rungs(['98925', 1], ['98926', 3], ['98927', 5], ['98928', 7], ['98929', 9]),
    said: new RegExp(String.raw`${NUMBER}\s+(?:body )?regions?\b`, 'gi'),
    treated: /\b(?:OMT|OMM|muscle energy|myofascial|HVLA|counterstrain|BLT|osteopathic manipul\w+|articulatory)\b/gi,
    parts: [
      ...SPINE,
      /\b(?:head|cranial|suboccipital|TMJ)\b/i,
      /\bribs?\b|\brib cage\b|\bcostal\b/i,
      /\b(?:abdom\w+|diaphragm|viscer\w+)\b/i,
      /\b(?:upper extremit\w+|shoulders?|arms?|wrist|elbow|UE)\b/i,
      /\b(?:lower extremit\w+|knees?|ankles?|legs?|hips?|feet|foot|LE)\b/i,
    ],
  },
  {
    what: 'percent of the body surface',
    ladder: rungs(['16020', 0], ['16025', 5], ['16030', 10.1]),
    said: /\b\d{1,2}(?:\.\d)?\s*%\s*(?:of )?(?:the )?(?:TBSA|BSA|total body|body surface)|\b(?:TBSA|BSA)\s*[:=of]*\s*\d{1,2}(?:\.\d)?\s*%/gi,
    parts: [],
  },
  {
    what: 'nerve conduction studies',
    ladder: rungs(['95907', 1], ['95908', 3], ['95909', 5], ['95910', 7], ['95911', 9], ['95912', 11], ['95913', 13]),
    said: new RegExp(
      String.raw`${NUMBER}\s+(?:nerve conduction |NCS |conduction |nerve )(?:studies|tests|nerves)\b`,
      'gi',
    ),
    parts: [],
  },
];
