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
