import { tokenize, type Mention } from '../../../language/index.ts';

const DIABETES = /^E(?:08|09|10|11|13)/;
const TYPE_OF: ReadonlyMap<string, string> = new Map([
  ['type1', 'E10'],
  ['type2', 'E11'],
]);

/**
 * A patient has one type of diabetes. Where the record states it once, `diabetic nephropathy` and `DKA` elsewhere are
 * of that type: what their words leave open is not type 2.
 */
export function withDiabetesType<T extends Mention>(mentions: readonly T[]): readonly T[] {
  const stated = new Set(mentions.flatMap((mention) => typeOf(mention) ?? []));
  const [category] = stated;
  if (category === undefined || stated.size > 1) return mentions;
  return mentions.map((mention) => {
    if (!mention.codes.some((code) => DIABETES.test(code)) || typeOf(mention) !== undefined) return mention;
    const codes = mention.codes.map((code) => (DIABETES.test(code) ? `${category}${code.slice(3)}` : code));
    return { ...mention, codes: [...new Set(codes)] };
  });
}

function typeOf({ codes, text, assertion }: Mention): string | undefined {
  if (assertion !== 'asserted' || !codes.some((code) => DIABETES.test(code))) return undefined;
  return tokenize(text)
    .map(({ term }) => TYPE_OF.get(term))
    .find((category) => category !== undefined);
}
