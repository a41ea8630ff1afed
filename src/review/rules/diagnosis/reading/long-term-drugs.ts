/** A class of drugs whose long-term use has a code of its own, and the diagnoses beside which it is expected. */
export interface LongTermDrug {
  readonly code: string;
  readonly drugs: RegExp;
  /** Billed codes that show why it is taken. */
  readonly reason: RegExp;
  /** Not beside these billed codes. */
  readonly not?: RegExp;
  /** The words that must stand with the drug for its use to be long-term; undefined where its indication is enough. */
  readonly longTerm?: RegExp;
}

const drugs = (names: string): RegExp => new RegExp(`\\b(?:${names})\\b`, 'gi');

export const LONG_TERM_DRUGS: readonly LongTermDrug[] = [
  {
    code: 'Z79.4',
    drugs: drugs(
      '(?:basal |bolus |long-term |mealtime |prandial )?insulin(?: (?:glargine|lispro|aspart|degludec|detemir|nph|pump|regular))?|glargine|lispro|degludec|detemir|lantus|humalog|novolog|tresiba|toujeo|levemir|basaglar|humulin|novolin|nph',
    ),
    reason: /^E(?:08|09|11|13)/,
  },
  {
    code: 'Z79.84',
    drugs: drugs(
      'metformin|glipizide|glimepiride|glyburide|pioglitazone|sitagliptin|linagliptin|saxagliptin|empagliflozin|dapagliflozin|canagliflozin|ertugliflozin|jardiance|farxiga|januvia|tradjenta|glucophage|repaglinide|acarbose',
    ),
    reason: /^E(?:08|09|11|13)/,
  },
  {
    code: 'Z79.01',
    drugs: drugs('apixaban|eliquis|rivaroxaban|xarelto|warfarin|coumadin|dabigatran|pradaxa|edoxaban'),
    reason: /^(?:I48|I26|I82|I27|I63|I69|D68|Z86\.71|Z95\.2|I51|I23)/,
  },
  {
    code: 'Z79.02',
    drugs: drugs('clopidogrel|plavix|ticagrelor|brilinta|prasugrel|effient|dipyridamole'),
    reason: /^(?:I2[0-5]|I6[3-9]|G45|I7[03]|Z95\.[15]|Z86\.73)/,
  },
  {
    code: 'Z79.82',
    drugs: drugs('aspirin|ASA'),
    reason: /^(?:I2[0-5]|I6[3-9]|G45|I7[03]|Z95\.[15]|Z86\.73)/,
    longTerm: /\b(?:81|daily|indefinitely|long[- ]term|qd|lifelong|every day)\b/i,
  },
  {
    code: 'Z79.51',
    drugs: drugs(
      'budesonide(?:[-/]formoterol)?|fluticasone(?:[-/](?:salmeterol|vilanterol|umeclidinium))?|beclomethasone|mometasone|ciclesonide|symbicort|advair|breo|flovent|pulmicort|qvar|trelegy|dulera',
    ),
    reason: /^J4[45]/,
  },
  {
    code: 'Z79.83',
    drugs: drugs('alendronate|risedronate|ibandronate|zoledronic acid|fosamax|actonel|boniva|reclast'),
    reason: /^M8[01]/,
  },
  {
    code: 'Z79.811',
    drugs: drugs('anastrozole|letrozole|exemestane|arimidex|femara|aromasin'),
    reason: /^(?:C50|D05|Z85\.3)/,
  },
  { code: 'Z79.810', drugs: drugs('tamoxifen|raloxifene|toremifene'), reason: /^(?:C50|D05|Z85\.3)/ },
  {
    code: 'Z79.52',
    drugs: drugs('prednisone|prednisolone|methylprednisolone|dexamethasone|hydrocortisone'),
    reason: /^(?:M05|M06|M31|M32|M35|D86|J44|J84|K50|K51|Z94|N04)/,
    longTerm: /\b(?:chronic|long[- ]term|maintenance|indefinitely)\b/i,
  },
  {
    code: 'Z79.891',
    drugs: drugs('oxycodone|hydrocodone|morphine|fentanyl patch|methadone|tramadol|oxycontin|hydromorphone|tapentadol'),
    reason: /^(?:G89|M|F11)/,
    longTerm: /\b(?:chronic opioid|long[- ]term opioid|opioid (?:agreement|contract)|pain (?:agreement|contract))\b/i,
  },
  {
    // Since fiscal year 2023 these drugs have codes of their own (Z79.6-); a table before that knows the residual one.
    code: 'Z79.899',
    drugs: drugs(
      'methotrexate|MTX|leflunomide|azathioprine|mycophenolate|hydroxychloroquine|sulfasalazine|adalimumab|etanercept|infliximab|tofacitinib|cyclosporine|tacrolimus',
    ),
    reason: /^(?:M0[5-9]|M3[0-5]|L40|K5[01]|G35|Z94)/,
    not: /^Z79\.(?:6|899)/,
    longTerm: /\b(?:long[- ]term|high[- ]risk (?:drug|medication)\w*|safety (?:labs?|panel)|drug monitoring)\b/i,
  },
];
