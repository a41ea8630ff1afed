import { describe, expect, it } from '@jest/globals';
import { checkForLeaks, deidentifyText, parseKnownRecord } from '#deidentify/index.ts';
import { readMarkedNotes } from './marked-notes.ts';

const known = parseKnownRecord({
  patient: {
    resourceType: 'Patient',
    name: [{ family: 'Lindqvist', given: ['Annika', 'Rose'] }],
    birthDate: '1981-06-02',
    identifier: [{ value: '82-322654' }],
    telecom: [{ system: 'phone', value: '(614) 555-0142' }],
  },
});

describe('the leak gate', () => {
  it.each([
    ['the family name', 'Pain since Lindqvist fell.', 'known-name'],
    ['a misspelt family name', 'Pain since Lindqvits fell.', 'known-name'],
    ['a record number without its separator', 'See 82322654.', 'known-value'],
    ['a telephone number in other groups', 'See 614.555.0142.', 'known-value'],
    ['the birth date in another form', 'Born 02JUN1981.', 'date'],
    ['a social security number that no record has', 'See 219-09-9999.', 'ssn'],
    ['an e-mail address', 'See a.b@example.org today.', 'email'],
    ['a full date', 'See 3/14/2024.', 'date'],
    ['a name behind a title', 'Told Dr. Amadi.', 'titled-name'],
  ])('stops %s', (_, text, kind) => {
    const { clear, hits } = checkForLeaks(text, known);
    expect(clear).toBe(false);
    expect(hits.map((hit) => hit.kind)).toContain(kind);
  });

  it('says kinds and counts, never the text', () => {
    expect(JSON.stringify(checkForLeaks('Annika Lindqvist, 82-322654', known))).not.toMatch(/lindqvist|annika|322654/i);
  });

  it('lets tokens, doses, codes and common words pass', () => {
    const text =
      '[PATIENT] was seen on [DAY 0] by Dr. [CLINICIAN-2]; pain rose to 7/10. Norco 10/325, E11.65, 99213-25. [ZIP 452], [AGE 90+], [LATE MONTH -2].';
    expect(checkForLeaks(text, known)).toEqual({ clear: true, hits: [] });
  });

  it('lets the titles of codes pass for a patient who is called like one of their words', () => {
    const text =
      "Z79.4 (Long term (current) use of insulin), R23.1 Brown recluse bite, K22.70 (Barrett's esophagus), G51.0 (Bell's palsy).";
    for (const family of ['Long', 'Brown', 'Barrett', 'Bell']) {
      const patient = parseKnownRecord({ resourceType: 'Patient', name: [{ family, given: ['Ines'] }] });
      expect(checkForLeaks(text, patient)).toEqual({ clear: true, hits: [] });
    }
  });

  it.each(readMarkedNotes('adversarial.jsonl').map((note) => [note.id, note] as const))(
    'lets %s pass once it is de-identified',
    (_, note) => {
      const record = parseKnownRecord(note.known ?? {});
      expect(checkForLeaks(deidentifyText(note.text, record).text, record)).toEqual({ clear: true, hits: [] });
    },
  );
});
