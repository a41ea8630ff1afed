/** Services of one kind whose code depends on the age: each with the least and the greatest age in whole years. Numbers from CPT. */
export interface AgeBands {
  readonly name: string;
  readonly bands: readonly { readonly code: string; readonly from: number; readonly to: number }[];
  /** Vaccine products do not replace one another one to one: the code is of another age, and no other is suggested. */
  readonly product?: boolean;
}

const ALWAYS = Number.POSITIVE_INFINITY;
const split = (name: string, younger: string, older: string, olderFrom: number): AgeBands => ({
  name,
  bands: [
    { code: younger, from: 0, to: olderFrom - 1 },
    { code: older, from: olderFrom, to: ALWAYS },
  ],
});
const product = (name: string, code: string, from: number, to: number): AgeBands => ({
  name,
  bands: [{ code, from, to }],
  product: true,
});

export const AGE_BANDS: readonly AgeBands[] = [
  split('removal of tonsils and adenoids', '42820', '42821', 12),
  split('removal of tonsils', '42825', '42826', 12),
  split('removal of adenoids', '42830', '42831', 12),
  split('second removal of adenoids', '42835', '42836', 12),
  split('moderate sedation by the same physician', '99151', '99152', 5),
  split('moderate sedation by another physician', '99155', '99156', 5),
  split('central line without a tunnel', '36555', '36556', 5),
  split('central line with a tunnel', '36557', '36558', 5),
  split('hepatitis A vaccine', '90633', '90632', 19),
  split('tetanus, diphtheria and pertussis vaccine', '90700', '90715', 7),
  split('tetanus and diphtheria vaccine', '90702', '90714', 7),
  {
    name: 'groin hernia repair',
    bands: [
      { code: '49500', from: 0, to: 4 },
      { code: '49505', from: 5, to: ALWAYS },
    ],
  },
  {
    name: 'hepatitis B vaccine',
    bands: [
      { code: '90744', from: 0, to: 19 },
      { code: '90746', from: 20, to: ALWAYS },
    ],
  },
  product('measles, mumps, rubella and varicella vaccine', '90710', 0, 12),
  product('high-dose influenza vaccine', '90662', 50, ALWAYS),
  product('adjuvanted influenza vaccine', '90653', 50, ALWAYS),
  product('rotavirus vaccine', '90680', 0, 1),
  product('rotavirus vaccine', '90681', 0, 1),
  product('shingles vaccine', '90750', 18, ALWAYS),
  product('human papillomavirus vaccine', '90651', 9, 45),
];
