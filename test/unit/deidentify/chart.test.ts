import { describe, expect, it } from '@jest/globals';
import { deidentifyChart, originalsOf, restoreEvidence, restoreText, restoreTokens } from '#deidentify/index.ts';
import { claimOf, NOTE, sampleChart } from './sample-chart.ts';

describe('a de-identified chart', () => {
  it('keeps everything clinical and nothing that identifies', async () => {
    const { chart, gate } = await deidentifyChart(sampleChart());
    expect(chart.documents[0]?.text).toBe(`Patient: [PATIENT]   MRN [ID-1]   DOB [BIRTH DATE]
Seen [DAY 0] with her daughter [RELATIVE-1]. [PATIENT] is a [AGE 90+]-year-old woman with Graves disease, HFrEF and CKD 3a.
Pain 4/10 since [DAY -14]. Furosemide 40 mg BID. Total time 42 minutes.
Signed: [CLINICIAN-1], MD, [DAY 0]`);
    expect(gate).toEqual({ clear: true, hits: [] });
    expect(JSON.stringify(chart)).not.toMatch(/lindqvist|annika|zofia|sandoval|322654|2024|1931|cedar/i);
  });

  it('tells age, sex, lengths and the kind of visit', async () => {
    const { chart } = await deidentifyChart(sampleChart());
    expect(chart.patient).toEqual({ sex: 'female', ageYears: 90, ageDays: undefined });
    expect(chart.encounter).toEqual({ classCode: 'AMB', durationMinutes: 42, lengthOfStayDays: 0, newPatient: false });
  });

  it('tells the age of an infant in days', async () => {
    const chart = sampleChart();
    const { chart: made } = await deidentifyChart({ ...chart, patient: { ...chart.patient, birthDate: '2024-03-04' } });
    expect(made.patient).toMatchObject({ ageYears: 0, ageDays: 10 });
  });

  it('reads the claim: codes with their dots, modifiers, pointers, days', async () => {
    const { chart } = await deidentifyChart(sampleChart());
    expect(chart.claim).toEqual({
      type: 'professional',
      specialty: 'Internal Medicine',
      diagnoses: [
        { sequence: 1, code: 'E05.00', onAdmission: undefined },
        { sequence: 2, code: 'N18.31', onAdmission: undefined },
      ],
      items: [
        {
          sequence: 1,
          system: 'cpt',
          code: '99214',
          modifiers: ['25'],
          units: 1,
          diagnosisSequence: [1],
          placeOfService: '11',
          serviceDay: 0,
        },
      ],
    });
  });

  it('leaves out cancelled and replaced claims, and puts the lines of several together', async () => {
    const second = claimOf([{ code: 'J1885', system: 'https://www.cms.gov/Medicare/Coding/HCPCSReleaseCodeSets' }], {
      id: 'claim-2',
      created: '2024-03-15',
    });
    const dead = claimOf([{ code: '99215' }], { id: 'claim-0', status: 'cancelled' });
    const { chart } = await deidentifyChart(sampleChart({ claims: [second, dead, claimOf([{ code: '99214' }])] }));
    expect(
      chart.claim.items.map(({ sequence, code, system, diagnosisSequence }) => [
        sequence,
        code,
        system,
        diagnosisSequence,
      ]),
    ).toEqual([
      [1, '99214', 'cpt', [1]],
      [2, 'J1885', 'hcpcs', [3]],
    ]);
  });

  it('keeps coded facts with their days, without names', async () => {
    const { chart } = await deidentifyChart(sampleChart());
    expect(chart.facts).toEqual([
      {
        resourceType: 'Condition',
        id: 'c',
        codes: [{ system: 'http://snomed.info/sct', code: '353295004' }],
        text: 'Graves disease of [PATIENT]',
        status: 'active',
        category: [],
        value: undefined,
        day: -13,
        ofThisEncounter: true,
      },
      {
        resourceType: 'Observation',
        id: 'ob',
        codes: [],
        text: 'eGFR',
        status: 'final',
        category: [],
        value: { number: 48, unit: 'mL/min' },
        day: -1,
        ofThisEncounter: false,
      },
    ]);
  });

  it('says who wrote and signed a document', async () => {
    const { chart } = await deidentifyChart(sampleChart());
    expect(chart.documents[0]).toMatchObject({
      id: 'doc-1',
      label: 'D1',
      title: 'Progress note for [PATIENT]',
      loinc: '11506-3',
      docStatus: 'final',
      day: 0,
      hasAuthenticator: true,
      byBillingClinician: true,
    });
  });

  it('leads back: the whole text, a piece of evidence, and tokens in a rationale', async () => {
    const { chart, map } = await deidentifyChart(sampleChart());
    const [document] = chart.documents;
    const mapped = map.documents['doc-1'];
    if (document === undefined || mapped === undefined) throw new Error('no document');
    expect(restoreText(document.text, mapped.spans, originalsOf(mapped))).toBe(NOTE);
    const start = document.text.indexOf('] is a');
    const evidence = restoreEvidence(map, 'doc-1', start, document.text.indexOf(' woman'));
    expect(evidence.quote).toBe('Annika Lindqvist is a 92-year-old');
    expect(NOTE.slice(evidence.start, evidence.end)).toBe(evidence.quote);
    expect(restoreTokens(map, 'Ask [CLINICIAN-1] about [PATIENT]; [PERSON-9] stays.')).toBe(
      'Ask Renzo Sandoval about Annika Lindqvist; [PERSON-9] stays.',
    );
    expect(JSON.parse(JSON.stringify(map))).toEqual(map);
  });

  it('refuses evidence of a document that the map does not hold, or outside of one', async () => {
    const { map } = await deidentifyChart(sampleChart());
    expect(() => restoreEvidence(map, 'doc-9', 0, 1)).toThrow(expect.objectContaining({ code: 'not-found' }));
    expect(() => restoreEvidence(map, 'doc-1', 0, 1e6)).toThrow(expect.objectContaining({ code: 'input-invalid' }));
    expect(() => restoreEvidence(map, '__proto__', 0, 1)).toThrow(expect.objectContaining({ code: 'not-found' }));
  });

  it('adds what a remote detector finds', async () => {
    const { chart } = await deidentifyChart(sampleChart(), {
      remoteDetectors: [
        {
          name: 'remote',
          detect: (text) =>
            Promise.resolve([
              {
                start: text.indexOf('HFrEF'),
                end: text.indexOf('HFrEF') + 5,
                type: 'ID',
                score: 1,
                detector: 'remote',
              },
            ]),
        },
      ],
    });
    expect(chart.documents[0]?.text).toContain('Graves disease, [ID-2] and CKD 3a');
  });

  it.each([
    ['office', 'AMB', { code: '99214', place: '11' }],
    ['ed', 'EMER', { code: '99284', place: '23' }],
    ['inpatient', 'IMP', { code: '99232', place: '21' }],
    ['observation', 'OBSENC', { code: '99236', place: '22' }],
    ['surgery', 'AMB', { code: '29881', place: '24' }],
    ['surgery', 'AMB', { code: '47562', place: '22' }],
    ['telehealth', 'AMB', { code: '99213', place: '10' }],
    ['telehealth', 'AMB', { code: '99213', place: '11', modifiers: ['95'] }],
    ['snf', 'AMB', { code: '99309', place: '31' }],
    ['home', 'HH', { code: '99348', place: '12' }],
    ['ed', 'EMER', { code: '12002', place: '23' }],
  ])('is set in %s for class %s and %o', async (setting, classCode, line) => {
    const chart = sampleChart({ claims: [claimOf([line])] });
    const { chart: made } = await deidentifyChart({
      ...chart,
      encounter: { ...chart.encounter, class: { code: classCode } },
    });
    expect(made.setting).toBe(setting);
  });
});
