import type { BillableAct } from './billable-act.ts';

const GIVEN =
  /\b(?:completed|administered|filled (?:in|out)|self-?administered|answered|given and scored|scored (?:and (?:entered|filed|scanned|reviewed|documented) )?(?:by (?:me|MA|staff|us) |here |in (?:the )?(?:office|clinic) )*(?:today|by me))\b/i;
const SCORE = /\bscor(?:e|ed|es|ing)\b|[:=]\s*\d+\b|\b\d+ ?\/ ?\d+\b|\btotal\b/i;
const KEPT =
  /\b(?:scor(?:e|ed|es)|review\w*|interpret\w*|filed|scanned|document\w*|discuss\w*|negative|positive|risk)\b/i;
const ELSEWHERE = /\b(?:school|counselor|therapist'?s|at (?:intake|the hospital)|prior|last|was \d)\b/i;

/** Standard instruments: given, scored and kept in this encounter. A score that is only quoted is no service. */
export const SCREENING_ACTS: readonly BillableAct[] = [
  {
    name: 'screen of a caregiver for the benefit of the child',
    code: '96161',
    billedAs: /^961(?:27|6[01])$|^G8431$/,
    all: [
      /\b(?:EPDS|edinburgh)\b/i,
      /\b(?:mother|maternal|mom)\b/i,
      /\b(?:infant|baby|newborn|well child|caregiver)\b/i,
      SCORE,
      KEPT,
    ],
    none: ELSEWHERE,
  },
  {
    name: 'standard emotional or behavioral instrument with its score',
    code: '96127',
    billedAs: /^961(?:27|6[01])$|^G0444$|^G8431$|^9613\d$/,
    all: [
      /\b(?:PHQ(?:-?(?:[2489]|A|9A|9M))?|GAD-?[27]|EPDS|[Ee]dinburgh|EDINBURGH|[Vv]anderbilts?|VANDERBILT|NICHQ|SCARED|PSC-?(?:17|35)?|MDQ|C-?SSRS|ASRS|[Cc]onners|CRAFFT|CES-?DC?|SDQ|SNAP-?IV|MFQ|BDI(?:-II)?|BAI|Y-?BOCS|PCL-?5|GDS)\b/,
      GIVEN,
      SCORE,
      KEPT,
    ],
    none: ELSEWHERE,
    inStory: /\b(?:scored|administered|completed|filled (?:in|out))\b[^.;\n]{0,30}\b(?:today|this visit|here)\b/i,
  },
  {
    name: 'standard developmental screen with its score',
    code: '96110',
    billedAs: /^96110$|^9611[23]$|^G0451$/,
    all: [
      /\b(?:M-?CHAT(?:-R(?:\/F)?)?|ASQ(?:[-: ]?(?:3|SE-?2?))?|SWYC|ages (?:and|&) stages)(?![\w-])/i,
      /\b(?:completed|administered|filled (?:in|out)|scored|by (?:the )?(?:mother|father|parents?|mom|dad))\b/i,
      /\b(?:scor(?:e|ed|es)|risk|pass(?:ed)?|cut-?off|above|below|normal|on track|monitor)\b|[:=]\s*\d/i,
    ],
    none: ELSEWHERE,
  },
];
