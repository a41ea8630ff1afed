import { describe, expect, it } from '@jest/globals';
import { icd10cmTable } from '#test/support/icd10cm-table.ts';
import { findingsOn } from './review-of.ts';

const keeps = (at: string, code: string) => [{ at, text: `kept apart (${code})`, targets: [{ from: code, to: code }] }];
const table = icd10cmTable(
  `
B37.0 Candidal stomatitis
H66.91 Otitis media, unspecified, right ear
I10 Essential (primary) hypertension
I63.9 Cerebral infarction, unspecified
K70- Alcoholic liver disease
K70.30 Alcoholic cirrhosis of liver without ascites
K70.31 Alcoholic cirrhosis of liver with ascites
K74.60 Unspecified cirrhosis of liver
O70.1 Second degree perineal laceration during delivery
O80 Encounter for full-term uncomplicated delivery
O99.820 Streptococcus B carrier state complicating pregnancy
P37.5 Neonatal candidiasis
T78.01XA Anaphylactic reaction due to peanuts, initial encounter
I95.9 Hypotension, unspecified
Z30- Encounter for contraceptive management
Z30.430 Encounter for insertion of intrauterine contraceptive device
Z30.432 Encounter for removal of intrauterine contraceptive device
Z30.9 Encounter for contraceptive management, unspecified
Z37.0 Single live birth
Z79.82 Long term (current) use of aspirin
`,
  {
    excludes1: {
      K74: keeps('K74', 'K70'),
      B37: keeps('B37', 'P37.5'),
    },
  },
);
const on = (text: string, ...codes: string[]): string[] => findingsOn({ text, codes, table });

describe('an open reason for the encounter', () => {
  it('is the one that the note gives in the words of a title', () => {
    const text = 'Reason: Encounter for insertion of intrauterine contraceptive device.';
    expect(on(text, 'Z30.9')).toEqual(['diagnosis-specificity Z30.9 -> Z30.430']);
    expect(on('Reason: Encounter for contraceptive advice.', 'Z30.9')).toEqual([]);
  });
});

describe('a code of the newborn', () => {
  it('is not one of a toddler', () => {
    const text = 'ASSESSMENT\n1. Oral thrush, nystatin started';
    expect(findingsOn({ text, codes: ['P37.5'], table, ageYears: 1 })).toEqual(['demographic-conflict P37.5 -> B37.0']);
    expect(findingsOn({ text, codes: ['P37.5'], table, ageYears: 0 })).not.toContain(
      'demographic-conflict P37.5 -> B37.0',
    );
  });
});

describe('one disease by two codes', () => {
  it('is the documented one in its detail', () => {
    const text = 'ASSESSMENT\n1. Alcoholic cirrhosis of liver with ascites, spironolactone raised';
    expect(on(text, 'K70.30', 'K74.60')).toContain('excludes1-conflict K70.30+K74.60 -> K70.31');
  });
});

describe('a delivery', () => {
  it('is what it brought, before what the pregnancy had', () => {
    const text =
      'PRENATAL: GBS carrier.\nDELIVERY: spontaneous, liveborn girl. Second degree perineal laceration, repaired.';
    expect(on(text, 'O80', 'Z37.0')).toContain('wrong-diagnosis O80 -> O70.1');
  });
});

describe('what is not current, or not a problem of its own', () => {
  it('is an ear infection that is over', () => {
    const text =
      'ASSESSMENT\n1. Hypertension, continue lisinopril\n2. Right otitis media of April - resolved, no treatment';
    expect(on(text, 'I10', 'H66.91')).toEqual(['unsupported-diagnosis H66.91 -> ']);
  });

  it('is what another problem came with', () => {
    const text = 'MDM: anaphylaxis w/ hypotension, two doses of epinephrine.\nDX: Anaphylactic reaction due to peanuts';
    expect(on(text, 'T78.01XA')).toEqual([]);
  });

  it('is a drug that is not borne', () => {
    const text = 'ASSESSMENT\n1. Cerebral infarction - clopidogrel (aspirin 81 daily causes hives)';
    expect(on(text, 'I63.9')).not.toContain('missed-diagnosis  -> Z79.82');
  });
});
