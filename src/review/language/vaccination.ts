import type { Sentence } from './analysed-document.ts';

/** Diseases that vaccines are named after. */
const PREVENTABLE =
  /^(?:A01|A08\.0|A20|A22|A3[5679]|A49\.[23]|A8[0234]|A9[05]|B0[1256]|B15|B16|B17\.2|B18\.1|B26|B97\.7|G00|J0?9|J1[0138]|U07\.1)/;
/** Behind the name: `Hep A #2`, `zoster vaccine`, `tetanus booster`, `varicella titer`, `rabies dose 3`. */
const NAMED_SO =
  /^(?:[\s,/&-]*(?:and |or )?(?:[A-Z][\w-]*|tetanus|diphtheria|pertussis|mumps|rubella|varicella|influenza|flu|pneumonia|polio|[ABCY]|[ACWY]{2,4})){0,4}[\s,-]*(?:\((?:[\w-]+\s?){1,3}\)\s*)?(?:#\s?\d|(?:high[- ]dose |conjugate |oral )?(?:vacc?in\w*|vax\b|immuni[sz]ation|imms?\b|boosters?|shots?|jabs?|titers?|titres?|serolog\w*|immunity|toxoid|capsules)|dose (?:#? ?\d|one|two|three)|(?:IM|SC|SQ|subq)\b|(?:was |were )?(?:given|administered) (?:today|here|IM|SC|SQ|subq|in (?:the )?(?:left|right|L|R)\b)|given\s*(?:[.;,]|$))/;
/** The sentence is a list of vaccines: `Vaccines today: DTaP, IPV, Hib, rotavirus`. */
const LIST =
  /\b(?:vacc?in(?:es?|ations?)|immuni[sz]ations?|imms|shots?|boosters?|VIS)\b[^.;:\n]{0,40}(?::|\bgiven\b|\bfor\b|\bagainst\b)[^.;\n]*$|\b(?:vacc?inated|immuni[sz]ed|immune|protected|protection) (?:against|to|for|from)\b[^.;\n]*$/i;

/** Whether the name of a disease is there the name of a vaccine or of a test of immunity. */
export function namesVaccine(
  text: string,
  { start, end, codes }: { start: number; end: number; codes: readonly string[] },
  sentence: Sentence,
): boolean {
  if (!codes.some((code) => PREVENTABLE.test(code))) return false;
  return (
    NAMED_SO.test(text.slice(end, Math.min(end + 80, sentence.end + 1))) || LIST.test(text.slice(sentence.start, start))
  );
}

/** Infections, hepatitis and celiac disease, which laboratory tests are named after. */
const TESTED = /^(?:A|B(?!9[0-9])|K7[35]|K90\.0|J1[01]|U07\.1|N7[0-6])/;
const TEST =
  /^(?:(?:\s*(?:,|\/|&|and\b|or\b)\s*)(?:[\w-]+\s){0,2}?[\w-]+){0,3}\s+(?:(?:rapid|viral|antibody|antigen|blood|stool|urine|serum|acute) ){0,2}(?:screens?|panels?|serolog\w+|titers?|titres?|swabs?|tests?|testing|PCR|NAAT|cultures?|antibod(?:y|ies)|antigens?|Abs?|Ags?|IGRA|smears?)(?: (?:\w+ )?)?(?:(?:was|were|are|is) )?(?:ordered|sent|drawn|pending|obtained|collected|taken|requested|today|next|due|to be)\b/;
const POSITIVE = /\b(?:pos\w*|detected|reactive|confirm\w*|grew|abnormal)\b|\+/i;

/** Whether the name of a disease is there the name of a test for it, of which no positive result is told. */
export function namesTest(
  text: string,
  { end, codes }: { end: number; codes: readonly string[] },
  sentence: Sentence,
): boolean {
  const behind = text.slice(end, sentence.end);
  return codes.some((code) => TESTED.test(code)) && TEST.test(behind) && !POSITIVE.test(behind);
}
