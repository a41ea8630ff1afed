import type { AnalysedDocument, SectionKind } from '../language/analysed-document.ts';
import { runningText, sectionAt } from '../rules/claim/reading/passage.ts';

/** What a stretch of a note is for the level: the diagnoses, the plan, other words of decision, or the story and findings. */
export type Zone = 'assessment' | 'plan' | 'decision' | 'story' | 'background';

interface ZoneSpan {
  readonly zone: Zone;
  readonly start: number;
  readonly end: number;
}

/** Headings that open a line without the colon that a section needs: `MDM  Obstructing stone`, `A  Rash`, `Dispo home`. */
const LINE_HEADINGS: readonly (readonly [Zone, RegExp])[] = [
  [
    'assessment',
    /^\s*(?:(?:clinical |final |ED |my |diagnostic )?impressions?|assessment(?: (?:&|and|\/) ?plan)?|A ?[/&] ?P|A\+P|dx|diagnos[ie]s|A)(?:\s*[:\-–]\s|\s{2,}|\s*$)/i,
  ],
  [
    'assessment',
    /^\s*(?:(?:ED |FINAL )?DX|IMP|IMPRESSION|ASSESSMENT|A\/P|A&P) (?=\S)|^\s*(?:Assessment|Impression|Diagnos[ie]s)\. /,
  ],
  ['plan', /^\s*(?:plan|recommendations?|recs|orders|P)(?:\s*[:\-–]\s|\s{2,}|\s*$)/i],
  ['plan', /^\s*(?:PLAN|RECS|ORDERS) (?=\S)|^\s*(?:Plan|Recommendations?|Orders)\. /],
  ['plan', /^\s*(?:Rx|dispo|disposition|discharge meds)\b(?!\s*(?:list|reviewed))/i],
  [
    'decision',
    /^\s*(?:MDM|medical decision[- ]making|decision[- ]making|(?:ED |hospital )?course(?: and MDM)?)(?:\s*[:\-–]\s|\s{2,}|\s*$)/i,
  ],
  ['decision', /^\s*(?:MDM|COURSE|ED COURSE) (?=\S)|^\s*(?:Discussion|Decision|MDM)\. /],
  ['story', /^\s*(?:CC|HPI|ROS|PE|EXAM|LABS?|VS|DATA) (?=\S)|^\s*(?:History|Exam|Data(?: reviewed)?|Labs?|Results)\. /],
  [
    'story',
    /^\s*(?:CC|HPI|S|O|subjective|objective|interval|ROS|PE|exam|vitals?|VS|labs?|data|results?|imaging|studies|ordered and reviewed|reviewed|procedures?)(?:\s*[:\-–]\s|\s{2,}|\s*$)/i,
  ],
  [
    'background',
    /^\s*(?:PMHx?|PSH|FH|SH|SHx|FHx|meds|medications|allergies|family|social|past)(?:\s*[:\-–]\s|\s{2,}|\s*$)/i,
  ],
];

const OF_SECTION: Readonly<Partial<Record<SectionKind, Zone>>> = {
  assessment: 'assessment',
  'assessment-and-plan': 'assessment',
  'discharge-diagnosis': 'assessment',
  plan: 'plan',
  'hospital-course': 'decision',
  'past-medical-history': 'background',
  'past-surgical-history': 'background',
  'family-history': 'background',
  medications: 'background',
  allergies: 'background',
  'problem-list': 'background',
};
const DECISION_HEADING =
  /\b(?:mdm|medical decision|impression|recommend|disposition|dispo|ed course|course|discussion|decision|dx|diagnos|assessment|plan|a\/p)\b/i;

const ZONES = new WeakMap<AnalysedDocument, readonly ZoneSpan[]>();

/** The zone of an offset: by the sections of the document, and by line headings that are no sections there. */
export function zoneAt(document: AnalysedDocument, offset: number): Zone {
  const zones = ZONES.get(document) ?? readZones(document);
  ZONES.set(document, zones);
  return zones.find((span) => span.start <= offset && offset < span.end)?.zone ?? 'story';
}

/** Whether a document has any words of decision. */
export function hasDecisions(document: AnalysedDocument): boolean {
  const zones = ZONES.get(document) ?? readZones(document);
  ZONES.set(document, zones);
  return zones.some(({ zone }) => zone !== 'story' && zone !== 'background');
}

function readZones(document: AnalysedDocument): ZoneSpan[] {
  let zone: Zone = 'story';
  let section = sectionAt(document, 0);
  return [...runningText(document).matchAll(/[^\n]*(?:\n|$)/g)].flatMap((line) => {
    if (line[0] === '') return [];
    const start = line.index;
    const last = start + Math.max(0, line[0].trimEnd().length - 1);
    const here = sectionAt(document, last);
    const own = LINE_HEADINGS.find(([, heading]) => heading.test(line[0]))?.[0];
    if (here !== section || start === 0) {
      section = here;
      const known = zoneOfSection(document, last);
      zone = known === 'story' ? (own ?? known) : known;
    } else if (own) zone = own;
    return spansOf(document, { zone, start, end: start + line[0].length });
  });
}

/** A line in which a section begins in the middle has the zones of both. */
function spansOf(document: AnalysedDocument, span: ZoneSpan): ZoneSpan[] {
  const inner = document.sections.find(({ start }) => start > span.start && start < span.end);
  if (!inner) return [span];
  return [
    { zone: zoneOfSection(document, span.start), start: span.start, end: inner.start },
    { ...span, start: inner.start },
  ];
}

function zoneOfSection(document: AnalysedDocument, offset: number): Zone {
  const section = sectionAt(document, offset);
  if (!section) return 'story';
  const known = OF_SECTION[section.kind];
  if (known) return known;
  return section.kind === 'other' && DECISION_HEADING.test(section.heading) ? 'decision' : 'story';
}
