import { randomInt } from 'node:crypto';

/** Random strings that stand nowhere else: where one turns up, something that identifies a person came through. */
export class Canaries {
  readonly #values = new Map<string, string>();

  /** A word as names are written, such as `Qevorbazilk`. `what` says what it stands for when it is found. */
  word(what: string): string {
    const syllables = Array.from(
      { length: 4 },
      () => pick('BDFGKLMNPRTVZ').toLowerCase() + pick('AEIOU').toLowerCase(),
    );
    const letters = `q${syllables.join('')}x`;
    return this.#add(what, letters.charAt(0).toUpperCase() + letters.slice(1));
  }

  /** So many digits, the first not 0. */
  digits(what: string, count: number): string {
    return this.#add(what, String(randomInt(1, 10)) + Array.from({ length: count - 1 }, () => randomInt(10)).join(''));
  }

  /** A telephone number in the form `(412) 555-0192`; found in the other usual forms too. */
  phone(what: string): string {
    const digits = this.digits(what, 10);
    const [area, exchange, line] = [digits.slice(0, 3), digits.slice(3, 6), digits.slice(6)];
    for (const mark of ['-', '.', ' ']) this.#add(what, [area, exchange, line].join(mark));
    return this.#add(what, `(${area}) ${exchange}-${line}`);
  }

  /** A social security number, `123-45-6789` in form. */
  ssn(what: string): string {
    const digits = this.digits(what, 9);
    return this.#add(what, `${digits.slice(0, 3)}-${digits.slice(3, 5)}-${digits.slice(5)}`);
  }

  /** A day of the years given, ISO 8601; found as `1947-03-19`, `03/19/1947`, `3/19/1947` and `19470319`. */
  date(what: string, from: number, until: number): string {
    const [year, month, day] = [randomInt(from, until), randomInt(1, 13), randomInt(13, 29)];
    const [mm, dd] = [month, day].map((part) => String(part).padStart(2, '0'));
    for (const form of [`${mm}/${dd}/${year}`, `${month}/${day}/${year}`, `${year}${mm}${dd}`]) this.#add(what, form);
    return this.#add(what, `${year}-${mm}-${dd}`);
  }

  /** What stands in the bytes, in any case and encoding: `Patient.name (base64)`. */
  findIn(bytes: Buffer): string[] {
    const plain = bytes.toString('latin1');
    const small = plain.toLowerCase();
    const found: string[] = [];
    for (const [value, what] of this.#values) {
      if (small.includes(value.toLowerCase())) found.push(what);
      for (const [encoding, encoded, exact] of encodingsOf(value))
        if (exact ? plain.includes(encoded) : small.includes(encoded)) found.push(`${what} (${encoding})`);
    }
    return [...new Set(found)];
  }

  #add(what: string, value: string): string {
    this.#values.set(value, what);
    return value;
  }
}

function pick(letters: string): string {
  return letters.charAt(randomInt(letters.length));
}

type Encoded = readonly [name: string, value: string, exactCase: boolean];

/** Base64 has three forms of a text in the middle of another; the letters at its ends depend on the neighbours. */
function encodingsOf(value: string): Encoded[] {
  const forms: Encoded[] = [];
  for (const text of new Set([value, value.toLowerCase(), value.toUpperCase()])) {
    for (const before of ['', 'x', 'xx'])
      forms.push([
        'base64',
        Buffer.from(before + text)
          .toString('base64')
          .slice(before === '' ? 0 : 4, -4),
        true,
      ]);
    forms.push(['hex', Buffer.from(text).toString('hex'), false]);
    forms.push(['utf-16', Buffer.from(text, 'utf16le').toString('latin1').toLowerCase(), false]);
    forms.push(['percent', Array.from(text, (char) => `%${char.charCodeAt(0).toString(16)}`).join(''), false]);
  }
  return forms;
}
