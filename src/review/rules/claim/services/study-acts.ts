import type { BillableAct } from './billable-act.ts';

/** Studies of the lungs and of the vessels that a practice makes with its own equipment. */
export const STUDY_ACTS: readonly BillableAct[] = [
  {
    name: 'diffusing capacity',
    code: '94729',
    billedAs: /^94729$/,
    all: [/\bDLCO\b|\bdiffus\w+ capacity\b/i, /\d+(?:\.\d+)?\s*(?:%|mL|\s\d|\||$)/m],
    none: /\b(?:was|were|in (?:19|20)\d\d|last|prior|outside|order\w*|will|MONTH|repeat)\b/i,
    beside: /^(?:94010|94060|9472[67])$/,
  },
  {
    name: 'lung volumes by body plethysmography',
    code: '94726',
    billedAs: /^9472[67]$/,
    all: [/\b(?:plethysmogra\w+|body box)\b/i, /\b(?:TLC|RV|FRC|volumes?)\b/],
    none: /\b(?:last|prior|outside|order\w*|will|in (?:19|20)\d\d)\b/i,
    beside: /^(?:94010|94060)$/,
  },
  {
    name: 'limited arterial study of the legs',
    code: '93922',
    billedAs: /^9392[2-6]$/,
    all: [
      /\b(?:ABIs?|ankle[- ]brachial (?:ind\w+|pressures?))\b/i,
      /\b(?:waveforms?|PVRs?|plethysmogra\w+|volume recording\w*|oximetr\w+)\b/i,
      /\b(?:today|here|in[- ](?:the )?(?:office|clinic|house)|performed|done|obtained)\b/i,
      /\b[01]\.\d{1,2}\b/,
    ],
    none: /\b(?:segmental|treadmill|exercise|outside|hospital|will|order\w*)\b/i,
  },
];
