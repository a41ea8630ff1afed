import { describe, expect, it } from '@jest/globals';
import { diagnosisPointer } from '#review/rules/claim/eligibility/diagnosis-pointer.ts';
import { missedService } from '#review/rules/claim/unbilled/missed-service.ts';
import { vaccineAdministration } from '#review/rules/claim/unbilled/vaccine-administration.ts';
import { said } from './claim-context.ts';

describe('a line that points past the diagnosis that explains it', () => {
  it.each([
    ['64721-RT', 'M65.341', 'G56.01'],
    ['95910', 'M54.2', 'G56.03'],
    ['92133', 'I10', 'H40.1131'],
    ['69210', 'J06.9', 'H61.23'],
    ['93000', 'L57.0', 'I48.91'],
    ['17000', 'I10', 'L57.0'],
    ['17110', 'L57.0', 'B07.8'],
    ['20610-RT', 'E11.9', 'M17.11'],
    ['77067', 'I10', 'Z12.31'],
    ['90471', 'I10', 'Z23'],
    ['45385', 'I10', 'D12.5'],
    ['66984-RT', 'H40.11X0', 'H25.11'],
    ['11721', 'I10', 'B35.1'],
    ['94010', 'I10', 'J45.40'],
    ['83036', 'J06.9', 'E11.65'],
    ['51798', 'I10', 'N40.1'],
    ['J0897', 'I10', 'M81.0'],
  ])('%s: %s instead of %s', (item, wrong, right) => {
    const [code = ''] = item.split('-');
    const at = (pointer: string) =>
      said(diagnosisPointer, { items: [`${item} 1 ${pointer}`], diagnoses: [wrong, right] });
    expect(at('1')).toEqual([`diagnosis-pointer ${code} -> ${right}`]);
    expect(at('2')).toEqual([]);
    expect(at('1,2')).toEqual([]);
    // Where nothing on the claim explains it better, the pointer is not what is wrong.
    expect(said(diagnosisPointer, { items: [`${item} 1 1`], diagnoses: [wrong] })).toEqual([]);
  });
  it('lets a symptom explain a test', () => {
    expect(said(diagnosisPointer, { items: ['93000 1 1'], diagnoses: ['R07.9', 'I10'] })).toEqual([]);
    expect(said(diagnosisPointer, { items: ['71046 1 1'], diagnoses: ['R05.9', 'J44.9'] })).toEqual([]);
    expect(said(diagnosisPointer, { items: ['73560 1 1'], diagnoses: ['M25.561', 'M17.11'] })).toEqual([]);
  });
});

describe('services that are done and not billed', () => {
  it.each([
    ['96127', 'DEPRESSION SCREEN: PHQ-A completed, scored 3, reviewed and filed.'],
    ['96127', 'Vanderbilt parent form completed and scored: 7 of 9 inattentive; reviewed with mother.'],
    ['96110', 'M-CHAT-R completed by mother, score 1, low risk.'],
    ['81002', 'Urine dip in office: LE 2+, nitrites positive.'],
    ['87804', 'Rapid flu A/B today: positive for A.'],
    ['85610', 'POC INR 2.4 today.'],
    ['95992', 'Epley maneuver performed to the right, nystagmus resolved.'],
    ['69209', 'Impacted cerumen on the left; irrigated with warm water until cleared.'],
    ['20605', 'Left wrist joint injected with 20 mg triamcinolone.'],
    ['20550', 'Trigger finger injected at the A1 pulley with 0.5 mL lidocaine.'],
    ['29075', 'Short arm cast applied by the MA and checked by me.'],
    ['11721', 'All 10 toenails debrided with nippers.'],
  ])('%s: %s', (code, note) => {
    expect(said(missedService, { items: ['99213'], note })).toEqual([`missed-service  -> ${code}`]);
    expect(said(missedService, { items: ['99213', code], note })).toEqual([]);
  });
  it.each([
    'PHQ-9 14 (was 18 in March).',
    'PCL-5 46 (was 52). GAD-7 score 9.',
    'PHQ-9 not completed today, form declined, score none.',
    'M-CHAT completed at the last visit, score 0.',
    'UA at urgent care: LE positive.',
    'Urine dip declined.',
    'Flu PCR sent, pending. COVID home test negative today.',
    'INR 2.4 at the lab.',
    'Home glucose log 110-140 today.',
    'Taught Epley for home, handout given.',
    'Will inject the trigger finger with 1 mL lidocaine next visit.',
    'Short arm cast removed today.',
  ])('not: %s', (note) => {
    expect(said(missedService, { items: ['99213'], note })).toEqual([]);
  });
});

describe('the components of counselled vaccines', () => {
  it('are not mixed with the vaccines of the other family', () => {
    const items = ['90715', '90619', '90651', '90471', '90461 2'];
    expect(said(vaccineAdministration, { items, ageYears: 12, note: 'Counseling on every component.' })).toEqual([]);
  });
});
