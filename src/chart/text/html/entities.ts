/**
 * HTML's character references (HTML Living Standard, 13.5), those of HTML 4 and what clinical documents use beyond them.
 * A name that is not here is left as it stands, so that no text is lost.
 */
const LATIN_1 =
  'nbsp iexcl cent pound curren yen brvbar sect uml copy ordf laquo not shy reg macr deg plusmn sup2 sup3 acute micro para ' +
  'middot cedil sup1 ordm raquo frac14 frac12 frac34 iquest Agrave Aacute Acirc Atilde Auml Aring AElig Ccedil Egrave Eacute ' +
  'Ecirc Euml Igrave Iacute Icirc Iuml ETH Ntilde Ograve Oacute Ocirc Otilde Ouml times Oslash Ugrave Uacute Ucirc Uuml ' +
  'Yacute THORN szlig agrave aacute acirc atilde auml aring aelig ccedil egrave eacute ecirc euml igrave iacute icirc iuml ' +
  'eth ntilde ograve oacute ocirc otilde ouml divide oslash ugrave uacute ucirc uuml yacute thorn yuml';

const CAPITAL_GREEK =
  'Alpha Beta Gamma Delta Epsilon Zeta Eta Theta Iota Kappa Lambda Mu Nu Xi Omicron Pi Rho - Sigma Tau Upsilon Phi Chi Psi Omega';

const SMALL_GREEK =
  'alpha beta gamma delta epsilon zeta eta theta iota kappa lambda mu nu xi omicron pi rho sigmaf sigma tau upsilon phi chi ' +
  'psi omega';

const OTHERS: Readonly<Record<string, number>> = {
  amp: 0x26,
  lt: 0x3c,
  gt: 0x3e,
  quot: 0x22,
  apos: 0x27,
  AMP: 0x26,
  LT: 0x3c,
  GT: 0x3e,
  QUOT: 0x22,
  Tab: 0x09,
  NewLine: 0x0a,
  excl: 0x21,
  num: 0x23,
  dollar: 0x24,
  percnt: 0x25,
  lpar: 0x28,
  rpar: 0x29,
  ast: 0x2a,
  plus: 0x2b,
  comma: 0x2c,
  period: 0x2e,
  sol: 0x2f,
  colon: 0x3a,
  semi: 0x3b,
  equals: 0x3d,
  quest: 0x3f,
  commat: 0x40,
  lsqb: 0x5b,
  lbrack: 0x5b,
  bsol: 0x5c,
  rsqb: 0x5d,
  rbrack: 0x5d,
  lowbar: 0x5f,
  grave: 0x60,
  lcub: 0x7b,
  lbrace: 0x7b,
  verbar: 0x7c,
  vert: 0x7c,
  rcub: 0x7d,
  rbrace: 0x7d,
  OElig: 0x152,
  oelig: 0x153,
  Scaron: 0x160,
  scaron: 0x161,
  Yuml: 0x178,
  fnof: 0x192,
  circ: 0x2c6,
  tilde: 0x2dc,
  thetasym: 0x3d1,
  upsih: 0x3d2,
  piv: 0x3d6,
  ensp: 0x2002,
  emsp: 0x2003,
  thinsp: 0x2009,
  zwnj: 0x200c,
  zwj: 0x200d,
  lrm: 0x200e,
  rlm: 0x200f,
  hyphen: 0x2010,
  dash: 0x2010,
  ndash: 0x2013,
  mdash: 0x2014,
  horbar: 0x2015,
  lsquo: 0x2018,
  rsquo: 0x2019,
  sbquo: 0x201a,
  ldquo: 0x201c,
  rdquo: 0x201d,
  bdquo: 0x201e,
  dagger: 0x2020,
  Dagger: 0x2021,
  bull: 0x2022,
  bullet: 0x2022,
  hellip: 0x2026,
  mldr: 0x2026,
  permil: 0x2030,
  prime: 0x2032,
  Prime: 0x2033,
  lsaquo: 0x2039,
  rsaquo: 0x203a,
  oline: 0x203e,
  frasl: 0x2044,
  euro: 0x20ac,
  image: 0x2111,
  weierp: 0x2118,
  real: 0x211c,
  trade: 0x2122,
  alefsym: 0x2135,
  frac13: 0x2153,
  frac23: 0x2154,
  frac15: 0x2155,
  frac18: 0x215b,
  frac38: 0x215c,
  frac58: 0x215d,
  frac78: 0x215e,
  larr: 0x2190,
  uarr: 0x2191,
  rarr: 0x2192,
  darr: 0x2193,
  harr: 0x2194,
  varr: 0x2195,
  crarr: 0x21b5,
  lArr: 0x21d0,
  uArr: 0x21d1,
  rArr: 0x21d2,
  dArr: 0x21d3,
  hArr: 0x21d4,
  forall: 0x2200,
  part: 0x2202,
  exist: 0x2203,
  empty: 0x2205,
  nabla: 0x2207,
  isin: 0x2208,
  notin: 0x2209,
  ni: 0x220b,
  prod: 0x220f,
  sum: 0x2211,
  minus: 0x2212,
  lowast: 0x2217,
  radic: 0x221a,
  prop: 0x221d,
  infin: 0x221e,
  ang: 0x2220,
  and: 0x2227,
  or: 0x2228,
  cap: 0x2229,
  cup: 0x222a,
  int: 0x222b,
  there4: 0x2234,
  sim: 0x223c,
  cong: 0x2245,
  asymp: 0x2248,
  ap: 0x2248,
  ne: 0x2260,
  equiv: 0x2261,
  le: 0x2264,
  leq: 0x2264,
  ge: 0x2265,
  geq: 0x2265,
  sub: 0x2282,
  sup: 0x2283,
  nsub: 0x2284,
  sube: 0x2286,
  supe: 0x2287,
  oplus: 0x2295,
  otimes: 0x2297,
  perp: 0x22a5,
  sdot: 0x22c5,
  lceil: 0x2308,
  rceil: 0x2309,
  lfloor: 0x230a,
  rfloor: 0x230b,
  squ: 0x25a1,
  square: 0x25a1,
  squf: 0x25aa,
  loz: 0x25ca,
  cir: 0x25cb,
  star: 0x2606,
  starf: 0x2605,
  female: 0x2640,
  male: 0x2642,
  spades: 0x2660,
  clubs: 0x2663,
  hearts: 0x2665,
  diams: 0x2666,
  check: 0x2713,
  checkmark: 0x2713,
  cross: 0x2717,
  lang: 0x27e8,
  rang: 0x27e9,
};

/** The references that browsers take without their semicolon (the "legacy" ones). */
const WITHOUT_SEMICOLON = new Set([...LATIN_1.split(' '), 'amp', 'lt', 'gt', 'quot', 'AMP', 'LT', 'GT', 'QUOT']);

const NAMED: ReadonlyMap<string, number> = new Map([
  ...LATIN_1.split(' ').map((name, index): [string, number] => [name, 0xa0 + index]),
  ...CAPITAL_GREEK.split(' ').map((name, index): [string, number] => [name, 0x391 + index]),
  ...SMALL_GREEK.split(' ').map((name, index): [string, number] => [name, 0x3b1 + index]),
  ...Object.entries(OTHERS),
]);

const REFERENCE = /&(?:#[xX]([0-9a-fA-F]{1,8})|#(\d{1,10})|([a-zA-Z][a-zA-Z0-9]{1,31}));?/y;

export interface DecodedReference {
  readonly text: string;
  /** UTF-16 code units of the source that it takes up. */
  readonly length: number;
}

/** The character reference that starts at `index` (an `&`); undefined where there is none. */
export function decodeReference(source: string, index: number): DecodedReference | undefined {
  REFERENCE.lastIndex = index;
  const match = REFERENCE.exec(source);
  if (match === null) return undefined;
  const [whole, hex, decimal, name] = match;
  if (name !== undefined) return decodeName(name, whole.endsWith(';'));
  const code = hex === undefined ? Number(decimal) : Number.parseInt(hex, 16);
  return { text: characterOf(code), length: whole.length };
}

function decodeName(name: string, closed: boolean): DecodedReference | undefined {
  const code = NAMED.get(name);
  if (closed) return code === undefined ? undefined : { text: String.fromCodePoint(code), length: name.length + 2 };
  for (let length = Math.min(name.length, 6); length >= 2; length--) {
    const start = name.slice(0, length);
    const legacy = WITHOUT_SEMICOLON.has(start) ? NAMED.get(start) : undefined;
    if (legacy !== undefined) return { text: String.fromCodePoint(legacy), length: length + 1 };
  }
  return undefined;
}

/** Numbers 128 to 159 mean windows-1252; what is no character becomes U+FFFD (HTML Living Standard, 13.2.5.80). */
function characterOf(code: number): string {
  if (code >= 0x80 && code <= 0x9f) return new TextDecoder('windows-1252').decode(Uint8Array.of(code));
  if (code === 0 || code > 0x10ffff || (code >= 0xd800 && code <= 0xdfff)) return '\ufffd';
  return String.fromCodePoint(code);
}
