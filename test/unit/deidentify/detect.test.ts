import { describe, expect, it } from '@jest/globals';
import { compileRecord } from '#deidentify/known/compiled-record.ts';
import { detectLocally } from '#deidentify/detect.ts';
import { parseKnownRecord } from '#deidentify/index.ts';
import { readMarkedNotes, unmark } from './marked-notes.ts';

const record = (known: unknown) => compileRecord(parseKnownRecord(known ?? {}));

/** The pieces of a text that were found, in order. */
function found(text: string, known: unknown = {}): string[] {
  return detectLocally(text, record(known)).map(({ start, end }) => text.slice(start, end));
}

/** Expects the marked identifiers of a text to be found, and nothing else. */
function expectMarked(marked: string, known: unknown = {}): void {
  const { text, identifiers } = unmark(marked);
  expect(found(text, known)).toEqual(identifiers.map(({ start, end }) => text.slice(start, end)));
}

describe('detectors on invented notes', () => {
  const notes = readMarkedNotes('adversarial.jsonl');

  it.each(notes.map((note) => [note.id, note] as const))(
    'masks every known identifier of %s',
    (_, { text, identifiers, known }) => {
      const spans = detectLocally(text, record(known));
      const open = identifiers.filter(
        ({ known: inRecord, start, end }) => inRecord && !spans.some((span) => span.start <= start && span.end >= end),
      );
      expect(open.map(({ start, end }) => text.slice(start, end))).toEqual([]);
    },
  );

  it('misses at most one in a hundred identifiers and masks next to nothing else', () => {
    let missed = 0;
    let all = 0;
    const extra: string[] = [];
    for (const { text, identifiers, known } of notes) {
      const spans = detectLocally(text, record(known));
      all += identifiers.length;
      missed += identifiers.filter(
        ({ start, end }) => !spans.some((span) => span.start <= start && span.end >= end),
      ).length;
      extra.push(
        ...spans
          .filter(({ start, end }) => !identifiers.some((one) => one.start < end && one.end > start))
          .map(({ start, end }) => text.slice(start, end)),
      );
    }
    expect(missed / all).toBeLessThanOrEqual(0.01);
    expect(extra).toEqual([]);
  });
});

describe('dates', () => {
  it('finds a day or a month in any form, and leaves a year alone', () => {
    expectMarked(
      'Seen «D:3/14/2024», «D:2024-03-14», «D:14.3.2024», «D:14 March 2024», «D:March 14th, 2024», «D:14MAR24», «D:3/2024», «D:March 2024». Since 2019.',
    );
  });
  it('finds partial, spelled and festive dates', () => {
    expectMarked(
      'It began «D:late May», worse since «D:the 8th», seen on «D:Labor Day» and «D:the week of 11/28»; due in «D:August».',
    );
  });
  it('leaves grades, doses, pressures and levels alone', () => {
    expectMarked(
      'Strength 4/5, murmur 2/6, pain 8/10, BP 118/72, Percocet 5/325, vision 20/40, L4-5, the 2nd metatarsal, he may march.',
    );
  });
  it('takes a doubtful fraction for a day when the days around it say so', () => {
    expectMarked('Admitted «D:8/9/2026». Creatinine peak «D:8/11». Quality 8/10.');
  });
});

describe('ages', () => {
  it('masks ages of 90 and over in digits and in words', () => {
    expectMarked('A «A:94»-year-old; her mother lived to «A:ninety-seven», an aunt reached the age of «A:102».');
  });
  it('leaves younger ages, angles, saturations and minutes alone', () => {
    expectMarked('A 67-year-old; flexion to 95 degrees, SpO2 94%, ninety minutes, HR 102, weight 98 kg.');
  });
});

describe('numbers that identify', () => {
  it('finds telephone numbers with their extensions', () => {
    expectMarked('Call «P:(614) 555-0119 x204» or «P:555-0144, ext. 68»; pager «P:88214»; fax «P:1-614-555-0133».');
  });
  it('leaves ranges, codes and joints alone', () => {
    expectMarked(
      'Give 500-1000 mL, CPT 99213-25, 20610-RT, J1100, NDC 0002-8215-01. Flexion 45, extension 40. E11.65.',
    );
  });
  it('finds labelled and unlabelled identifiers', () => {
    expectMarked(
      'MRN: «I:82-322654», DEA «I:FS1234567», SSN «I:219-09-9999», acct «I:AC8309915», accession «I:S24-10233», room «O:318-A».',
    );
  });
  it('finds addresses on the net', () => {
    expectMarked(
      'Write to «E:a.dragomir+x@mail.example.org», see «U:https://chart.example.net/p?id=88», host «I:10.20.30.40».',
    );
  });
});

describe('people', () => {
  const patient = (family: string, given: string[]) => ({ resourceType: 'Patient', name: [{ family, given }] });

  it('knows a name from a disease, a catheter, a verb and a hand', () => {
    expectMarked(
      'Mrs. «N:Parkinson» has Parkinson disease. «N:Parkinson» denies tremor.',
      patient('Parkinson', ['Delia']),
    );
    expectMarked('A 16 Fr Foley was placed. «N:Foley, Ann» agreed.', patient('Foley', ['Ann']));
    expectMarked('He may drive. «N:May» denies pain.', patient('May', ['Otto']));
    expectMarked('Hand grip 5/5. Dr. «N:Hand» saw the hand.', patient('Hand', ['Iris']));
  });
  it('finds a name misspelt, without accents, decomposed, glued, in any order', () => {
    const known = patient('Béchard', ['Anaïs', 'Odile']);
    expectMarked(
      '«N:Bechard» or «N:BÉCHARD, ANAÏS O» or «N:Be\u0301chard» or «N:A. Béchard» or «N:Bécharrd» or tube «N:AnaïsBéchard».',
      known,
    );
  });
  it('finds people whom no record names', () => {
    expectMarked(
      "Her husband «N:Joy» called. Seen by «N:Ileana O'Shaughnessy», PA-C. «N:Archer Hale», acting as scribe. Attention «N:Chip».",
    );
  });
  it('keeps eponyms, drugs and headings', () => {
    expectMarked(
      'Dix-Hallpike to the left. Hawkins and Neer tests. McMurphy\u2019s sign. Continue Coreg and Sacubitril. Physical Exam: Normal. Wolff-Parkinson-White.',
    );
  });
});

describe('places', () => {
  it('finds streets, boxes, cities and ZIP codes, and keeps the state', () => {
    expectMarked(
      'Lives at «A:41 Juniper Hollow Rd, Apt 6B», «A:Normal», IL «A:61761». Mail to «A:RR 2 Box 118». Moved from «A:Tbilisi». Normal gait.',
    );
  });
  it('tells a facility from a department', () => {
    expectMarked(
      'Sent from «O:Prairie View Rehabilitation Hospital» and «O:the Fresno VA» to the Emergency Department and the Wound Care Center.',
    );
  });
  it('finds an employer by the word before it', () => {
    expectMarked('Employed at «O:the paper mill»; works for «O:Brightwater Logistics».');
  });
});
