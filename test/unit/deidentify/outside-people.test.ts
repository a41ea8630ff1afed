import { describe, expect, it } from '@jest/globals';
import { compileRecord } from '#deidentify/known/compiled-record.ts';
import { detectLocally } from '#deidentify/detect.ts';
import { unmark } from './marked-notes.ts';

const NOBODY = compileRecord({});

/** Expects every marked stretch to be covered, and no word outside of them. */
function expectMarked(marked: string): void {
  const { text, identifiers } = unmark(marked);
  const covered = (at: number, spans: readonly { start: number; end: number }[]): boolean =>
    spans.some(({ start, end }) => at >= start && at < end);
  const spans = detectLocally(text, NOBODY);
  const letters = [...text.matchAll(/[\p{L}\p{N}]/gu)].map(({ index }) => index);
  const read = (inside: boolean): string =>
    letters
      .filter((at) => covered(at, identifiers) === inside && covered(at, spans) !== inside)
      .map((at) => text.charAt(at))
      .join('');
  expect({ leaked: read(true), lost: read(false) }).toEqual({ leaked: '', lost: '' });
}

describe('people whom no record names', () => {
  it.each([
    'Onc - «N:Thorvaldsen»; Surg - «N:Papadakis».',
    'Seen and staffed w/ «N:Wisniewska».',
    '«N:Cornelius» in triage saw a limp.',
    '15 min spent. «N:Beatrix»\n',
    '«N:Stone» to see in consultation on Monday.',
    '«N:Field» will cover the night.',
    'She asked that «N:Faith» be called.',
    'Dressing changed by «N:Melody».',
    'On call today is «N:Fox», pager «P:319-555-2233».',
    'Handed to «N:Åke Lindqvist» (evening shift).',
    'Goes to church with «N:Željko». No fever.',
    'witnessed by «N:Christian Marlowe», RN.',
    'His son, «N:Will», agrees.',
    'Dictated by «N:I. Marchetti». Sent.',
    '«N:Ray Outlaw», M.D.\n',
    'Met with «N:Ottilie St. Cloud» of hospice.',
    'Attn «N:Mac Lochlainn, Deirdre», records',
    'Spouse «N:Min-seo Parker», at home',
    'Team: «N:Papadakis»/«N:Dyer»/«N:Small»\n\nInterval history',
    'Stable overnight. -- «N:T».«N:G».\n',
    'Dictated but not read. «N:RB»:«N:kc» The knee is sore.',
    'I wrote this. «N:P».«N:B». «D:4/1/2023»',
    '«N:qv»/«N:jb» dd «D:June 3, 2022»',
    'Night team told. «N:RZQ»\n',
    '«N:KQF» seen with her mother.',
    'SIGNED IN THE PRESENCE OF «N:ZBIGNIEW LAW».',
    'told his wife «N:carolyn» and «N:alejandro»',
    'Dr. «N:Lazaridis» placed the stent. Later «N:Lazaridis» and colleagues agreed.',
    'Cosigned by: «N:Okonedo, Ferdinand» on «D:2/4/2024»',
    'Scribed by «N:Jerry\nKowalewski» today.',
    'nephew «N:Rhiannon  Fowlkes», lives near by',
    'Resident: «N:A. Nwosu», chief complaint cough.',
    'Attending: «N:Yeboah, Anthony» M.D. Resident on call.',
    'Report called to «N:Catalina» at 0410.',
    'Thanks «N:Jomo»!',
    'Plan as above.\n\nBest,\n«N:Hunter»\n',
    'Yours truly\n\n«N:C.P».:«N:na»\n',
    'Transcriptionist: «N:ln»\n',
    'Preferred: «N:Jojo»\nSex: F\n',
    'Roomed by «N:Bettina B» at 9:05.',
    'Sister-in-law, «N:Sushma», is a teacher.',
  ])('masks %j', expectMarked);

  it.each([
    'Hodgkin lymphoma, Ann Arbor IIA. West Nile IgM negative. Austin Flint murmur.',
    'Paget-Schroetter. Reed-Sternberg cells seen. Phalen and Tinel negative.',
    'Neuro: Alert and oriented. GI: Nausea/Vomiting. Surgery - Laparoscopic.',
    'FHx: mother glaucoma. Return to Clinic. Records from Primary Care reviewed.',
    'MRN and NDC 0002-8215-01 on file. Vitals taken by mouth.',
  ])('leaves %j alone', expectMarked);
});

describe('facilities, employers and schools by their place in the sentence', () => {
  it.each([
    "Records from «O:Children's Hospital of the Prairies» were requested.",
    'Was at «O:Bayou Terre General» («O:Terre General») in the spring.',
    'Transferred from «O:Tidemark ENT» for more care.',
    'Truck driver with «O:Starlight Freight», tired.',
    'Attends «O:Bowdell», plays soccer.',
    'Outside CT at «O:Terre General» reviewed.',
  ])('masks %j', expectMarked);

  it.each([
    'Admitted to Internal Medicine. Transferred to Skilled Nursing. Seen in Clinic.',
    'THE PATIENT PRESENTS TO THE CLINIC TODAY. CALL THE CLINIC WITH QUESTIONS. SHE WORKS FROM HOME.',
    'Worked with Physical Therapy. Attends Physical Therapy.',
  ])('leaves %j alone', expectMarked);
});

describe('letterheads', () => {
  it.each([
    '«O:Marrow Fork Hematology» - clinic note\nSeen today.',
    '«O:Highmere General», Department of Medicine\nSeen today.',
    '«O:Copper Glen Diabetes & Endocrine»\nSeen today.',
    '«O:STONEFIELD MEMORIAL EMERGENCY»\nSeen today.',
    '«O:Tamarind Valley Skin»            Follow-up\nSeen today.',
  ])('masks the house in %s', expectMarked);

  it.each([
    'Progress Note\nSeen today.',
    'Left Knee Pain\nSeen today.',
    'Family Medicine\nSeen today.',
    'Acute Care Surgery\nSeen today.',
    'Diabetes Follow Up\nSeen today.',
    'Chest Pain\nEmergency Department\n',
  ])('leaves %j alone', expectMarked);
});

describe('clinicians and typists by their letters', () => {
  it.each([
    'Per «N:EAT», hold the morning dose.',
    'Reviewed and agreed: «N:BGK».',
    '«N:KEG» will change the settings tonight.',
    'Typed «D:27 January 2024» «N:jn» Job no. «I:44718»',
    'Done.\nTranscriptionist «N:ae», «D:4/7/23».',
    '«N:NF»:«N:is»   Job «I:A44718»',
  ])('masks %s', expectMarked);

  it.each(['Per EMS, he fell.', 'Per CDC, once a year.', 'BID will follow.'])('leaves %j alone', expectMarked);
});

describe('places of work in small letters', () => {
  it.each([
    'He works for «O:the fire department» and drives in.',
    'She used to work at «O:the school bus company», then left.',
    'Disability forms for «O:UPS» were filled out.',
  ])('masks %s', expectMarked);
});
