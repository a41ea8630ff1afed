/** A set from words set in running text. */
export const wordSet = (words: string): ReadonlySet<string> =>
  new WordSet(words.split(/\s+/).filter((word) => word !== ''));

/**
 * A set that most words leave at once: their length with three of their letters says that they are not in it. A note asks some hundred
 * sets about its words, and to hash a fresh string costs more than the rest of the question.
 */
export class WordSet extends Set<string> {
  /** The words by `slotOf`, each in the first free place from there on; most places are free. */
  readonly #slots: (string | undefined)[] = [];

  constructor(words: Iterable<string>) {
    super(words);
    let size = 16;
    while (size < this.size * 4) size *= 2;
    this.#slots.length = size;
    for (const word of this) {
      let slot = slotOf(word) & (size - 1);
      while (this.#slots[slot] !== undefined) slot = (slot + 1) & (size - 1);
      this.#slots[slot] = word;
    }
  }

  override has(word: string): boolean {
    const slots = this.#slots;
    let slot = slotOf(word) & (slots.length - 1);
    for (let held = slots[slot]; held !== undefined; held = slots[slot]) {
      if (held === word) return true;
      slot = (slot + 1) & (slots.length - 1);
    }
    return false;
  }
}

function slotOf(word: string): number {
  const { length } = word;
  if (length === 0) return 0;
  const ends = word.charCodeAt(0) + Math.imul(word.charCodeAt(length - 1), 31);
  return Math.imul(ends + Math.imul(word.charCodeAt(length >> 1), 1009) + length * 997, 0x9e3779b1) >>> 15;
}

/** Month by folded name or abbreviation, 1 to 12. */
export const MONTHS: ReadonlyMap<string, number> = new Map(
  [
    ['jan', 'january'],
    ['feb', 'february'],
    ['mar', 'march'],
    ['apr', 'april'],
    ['may'],
    ['jun', 'june'],
    ['jul', 'july'],
    ['aug', 'august'],
    ['sep', 'sept', 'september'],
    ['oct', 'october'],
    ['nov', 'november'],
    ['dec', 'december'],
  ].flatMap((names, at) => names.map((name): [string, number] => [name, at + 1])),
);

/** Units of measure: a number before one is an amount, not an identifier. */
export const UNITS = wordSet(`
mg mcg ug g gm gms kg ng pg ml l dl cc iu units unit u meq mmol mol mosm mm cm m km in inch inches ft feet foot lb lbs pound pounds oz ounce ounces
gallon gallons mmhg bpm bps hz khz mhz kcal cal calories kj gy cgy mci mbq rads percent pct degrees degree celsius fahrenheit
d h w sec secs second seconds min mins minute minutes hr hrs hour hours day days week weeks wk wks month months mo mos year years yr yrs yo
tablet tablets tab tabs capsule capsules cap caps puff puffs drop drops gtt gtts spray sprays patch patches dose doses refill refills vial vials
pack packs packyears cigarettes beers drinks times time x copies cells cell steps step miles mile reps sets session sessions visit visits
fr french gauge ga hz vol beats breaths watts mets stairs flights pills pill weeks gestation ppd liters liter litres milligrams micrograms grams milliliters
kilograms centimeters millimeters per of k wbc rbc plt platelets
`);

export const STATES = wordSet(`
al ak az ar ca co ct de fl ga hi id il in ia ks ky la me md ma mi mn ms mo mt ne nv nh nj nm ny nc nd oh ok or pa ri sc sd tn tx ut vt va wa wv wi wy dc pr vi gu as mp
`);

/** States whose names stand written out after a city; two-word names by their last word. */
export const STATE_NAMES = wordSet(`
alabama alaska arizona arkansas california colorado connecticut delaware florida georgia hawaii idaho illinois indiana iowa kansas kentucky
louisiana maine maryland massachusetts michigan minnesota mississippi missouri montana nebraska nevada ohio oklahoma oregon pennsylvania
tennessee texas utah vermont virginia washington wisconsin wyoming
`);
