import { describe, it } from '@jest/globals';
import { expectMasked } from './marked-notes.ts';

describe('telephones of the house, pagers and extensions', () => {
  it.each([
    '«P:ext 4410»',
    '«P:Ext. 4410» for questions',
    'Social work «P:x8029»',
    'Charge desk, «P:x145».',
    'Lab called, «P:x2214», critical K.',
    'Contact me at «P:x4417».',
    'Reach the unit at «P:ext. 6632».',
    'Pager for the covering resident is «P:2168».',
    'The pager number of the resident is «P:0411».',
    'Pager: «P:8812»',
    'Pgr «P:4471»',
    'pgr. «P:22918»',
    'pgr #«P:4410»',
    'Beeper «P:1182».',
    'Pager #«P:2291».',
    'On-call pager «P:2291».',
    'Page «P:4410» with questions.',
    'Paged «P:8812» at 0300.',
    'Please page the resident at «P:4410».',
    'Night float pager is «P:7719».',
    'Surgery consult resident (pager «P:3302»)',
    'PGY-3, p «P:42743»',
    'PGY-2, p«P:42743»',
    'Intern, p. «P:8814»',
    'Cisco phone «P:5-4410».',
    'Ascom «P:44107»',
    'Voalte «P:70917»',
    'Call «P:5-6914» for bed.',
    'Phone «P:4-1182»',
    'Tel «P:8-4410».',
    'Call back number «P:555-0148».',
    'Cell «P:614 555 0133»',
    'Ph«P:614-555-0133»',
    'T: «P:614-555-0133» F: «P:614-555-0134»',
    'H: «P:614-555-0133» C: «P:614-555-0134»',
    '(h) «P:614.555.0133» (c) «P:614.555.0134»',
    '«P:(614)555-0133»',
    '«P:614/555-0133»',
    '«P:1 (614) 555-0133»',
    '«P:1.614.555.0133»',
    '«P:+1 614 555 0133»',
    '«P:+44 20 7946 0018»',
    '«P:+52 55 5550 0133»',
    '«P:+63 917 555 0133»',
    '«P:614-555-0133 x 22»',
    '«P:614-555-0133 (ext 22)»',
    '«P:614-555-0133, extension 4410»',
    '«P:800-555-0133» toll free',
    'TTY «P:614-555-0199»',
    'fax# «P:6145550133»',
    'phone «P:6145550133»',
    'Cell is «P:555.0148».',
    'Phone: «P:555 0148»',
    'Text me: «P:555-0148»',
  ])('masks %s', (line) => {
    expectMasked(line);
  });

  it.each([
    'Rehab gym x 30 minutes. Walked x2 with aide. Knee extension 120. Extension 5/5. Extension 10 degrees. Ext rotation 45. ',
    'Fluids x1, oriented x3. Lifted x15 reps. Cefazolin x 24 hours. Fever x 103. Extension to 110. Ext 30. Hip ext 20.',
    'Page 2 of 3. Page 4. Page 12 of 20. Paged at 1400. Page 1 Printed.',
    'P 88, R 16. p 0.04. p 72. P 120. P: 88. p. 44 of the manual. Para 2, P 3. T 98.6 P 92.',
    'Called at 2200. Call in 48 hours. Call at 0800. Text 2 weeks later. Phone visit 20 minutes. Dial 911 for chest pain. Call 911. Cell 12 x 10. ',
    'Cells 4410. Cell count 4410. WBC 4410. Home 3 times. Work 40 hours. Cell salvage 250 mL.',
  ])('leaves %j alone', (line) => {
    expectMasked(line);
  });
});
