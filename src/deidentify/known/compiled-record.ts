import { WordSet } from '../patterns/vocabulary.ts';
import { bareOf, wordsOf } from '../text/folded-words.ts';
import { otherForms } from './nicknames.ts';
import { lettersOf } from './one-letter-off.ts';
import { ValueTrie } from './value-trie.ts';
import type { KnownAddress, KnownName, KnownPerson, KnownPlace, KnownRecord } from './known-record.ts';
import { PARTICLES, SUFFIXES, GENERIC_PLACE_WORDS } from './record-words.ts';
import type { CompiledPerson, CompiledRecord, KnownPhrase, KnownValue, NamePart, PartKind } from './record-tables.ts';

const COMPILED = new WeakMap<KnownRecord, CompiledRecord>();

/** Compiles a record; cost grows with the record, not with the text. A record is compiled once: do not change it afterwards. */
export function compileRecord(record: KnownRecord): CompiledRecord {
  const known = COMPILED.get(record);
  if (known !== undefined) return known;
  const compiled = new Compiler().compile(record);
  COMPILED.set(record, compiled);
  return compiled;
}

class Compiler {
  readonly #parts = new Map<string, NamePart[]>();
  readonly #joined = new Map<string, CompiledPerson>();
  readonly #initials = new Map<string, CompiledPerson>();
  readonly #phrases = new Map<string, KnownPhrase[]>();
  readonly #acronyms = new Map<string, string>();
  readonly #values = new Map<string, KnownValue>();
  readonly #lastFours = new Set<string>();
  readonly #literals = new Set<string>();

  compile(record: KnownRecord): CompiledRecord {
    if (record.patient !== undefined) this.#person(record.patient, 'patient');
    record.practitioners?.forEach((one, at) => this.#person(one, `clinician:${one.id ?? at}`));
    record.relatedPersons?.forEach((one, at) => this.#person(one, `relative:${one.id ?? at}`));
    record.patient?.contact?.forEach((one, at) => {
      this.#person(
        {
          name: one.name === undefined ? [] : [one.name],
          telecom: one.telecom ?? [],
          address: one.address === undefined ? [] : [one.address],
        },
        `relative:contact-${at}`,
      );
    });
    record.organizations?.forEach((one, at) => this.#place(one, `facility:${one.id ?? at}`));
    record.locations?.forEach((one, at) => this.#place(one, `facility:${one.id ?? `location-${at}`}`));
    for (const list of this.#phrases.values()) list.sort((a, b) => b.words.length - a.words.length);
    const birthDate = record.patient?.birthDate;
    return {
      parts: this.#parts,
      nameWords: new WordSet([...this.#parts.keys(), ...this.#joined.keys()]),
      particles: particlesOf(this.#parts),
      typoTargets: [...this.#parts]
        .filter(([key, parts]) => key.length >= 3 && parts.some((part) => part.kind !== 'particle'))
        .map(([key, parts]) => ({ key, letters: lettersOf(key), parts })),
      joined: this.#joined,
      initials: this.#initials,
      phrases: this.#phrases,
      phraseStarts: new WordSet(this.#phrases.keys()),
      acronyms: this.#acronyms,
      values: new ValueTrie(this.#values),
      longValues: [...this.#values.keys()].filter(
        (value) => value.length >= 7 && this.#values.get(value)?.type !== 'ADDRESS',
      ),
      lastFours: this.#lastFours,
      literals: [...this.#literals],
      birthDate,
    };
  }

  #person(known: KnownPerson, subject: string): void {
    const person: CompiledPerson = { subject, givenInitials: new Set(), familyInitials: new Set() };
    for (const name of known.name ?? []) this.#name(name, person);
    for (const { value } of known.identifier ?? []) this.#identifier(value, subject);
    for (const { system, value } of known.telecom ?? []) this.#telecom(system, value, subject);
    for (const address of known.address ?? []) this.#address(address, subject);
    this.#birthDate(known.birthDate, subject);
  }

  #name(name: KnownName, person: CompiledPerson): void {
    const family = wordsOf(name.family ?? '').filter((word) => !SUFFIXES.has(word) || PARTICLES.has(word));
    const given = (name.given ?? []).map(wordsOf);
    if (family.length === 0 && given.length === 0 && name.text !== undefined) {
      const words = wordsOf(name.text).filter((word) => !SUFFIXES.has(word));
      const last = words.pop();
      return this.#nameWords(
        last === undefined ? [] : [last],
        words.map((word) => [word]),
        person,
      );
    }
    this.#nameWords(family, given, person);
  }

  #nameWords(family: readonly string[], given: readonly (readonly string[])[], person: CompiledPerson): void {
    const solid = family.some((word) => !PARTICLES.has(word) && word.length > 1);
    for (const word of family)
      this.#part(word, person, solid && (PARTICLES.has(word) || word.length === 1) ? 'particle' : 'family');
    given.forEach((words, at) => {
      const kind = at === 0 ? 'given' : 'middle';
      for (const word of words) if (word.length > 1) this.#part(word, person, kind);
      for (const form of at === 0 ? otherForms(words.join(' ')) : []) this.#part(form, person, 'nickname');
      const initial = words[0]?.charAt(0);
      if (initial !== undefined) person.givenInitials.add(initial);
    });
    // `Jin-woo` is also `Jinwoo`, `van den Broek` also `vandenBroek`.
    if (family.length > 1) this.#part(family.join(''), person, 'family');
    given.forEach((words, at) => {
      if (words.length > 1) this.#part(words.join(''), person, at === 0 ? 'given' : 'middle');
    });
    const firstOfFamily = family[0]?.charAt(0);
    if (firstOfFamily !== undefined) person.familyInitials.add(firstOfFamily);
    this.#joinedForms(family.join(''), (given[0] ?? []).join(''), person);
    this.#initialForms(family, given, person);
  }

  #part(word: string, person: CompiledPerson, kind: PartKind): void {
    const list = this.#parts.get(word) ?? [];
    if (!list.some((part) => part.person === person && part.kind !== 'particle')) list.push({ person, kind });
    this.#parts.set(word, list);
  }

  #joinedForms(family: string, given: string, person: CompiledPerson): void {
    if (family === '' || given === '') return;
    for (const form of [given + family, family + given])
      if (form.length >= 6) this.#setOnce(this.#joined, form, person);
    if (family.length >= 4) this.#setOnce(this.#joined, given.charAt(0) + family, person);
  }

  #initialForms(family: readonly string[], given: readonly (readonly string[])[], person: CompiledPerson): void {
    const first = given[0]?.[0]?.charAt(0);
    const middle = given[1]?.[0]?.charAt(0);
    for (const last of new Set([family[0]?.charAt(0), family.find((word) => !PARTICLES.has(word))?.charAt(0)])) {
      if (first === undefined || last === undefined) continue;
      this.#setOnce(this.#initials, first + last, person);
      if (middle !== undefined) this.#setOnce(this.#initials, first + middle + last, person);
    }
  }

  #identifier(value: string | undefined, subject: string): void {
    if (value === undefined) return;
    const bare = bareOf(value);
    if (bare.length < 4) return;
    this.#setOnce(this.#values, bare, { type: 'ID', subject: `id:${bare}` });
    const digits = value.replace(/\D+/g, '');
    if (digits.length >= 5) this.#setOnce(this.#values, digits, { type: 'ID', subject: `id:${bare}` });
    if (digits.length >= 5 && subject === 'patient') this.#lastFours.add(digits.slice(-4));
  }

  #telecom(system: string | undefined, value: string | undefined, subject: string): void {
    if (value === undefined || value.trim() === '') return;
    if (value.includes('@') || system === 'email' || system === 'url') {
      this.#literals.add(value.trim().toLowerCase());
      return;
    }
    const digits = value.replace(/\D+/g, '').replace(/^1(?=\d{10})/, '');
    if (digits.length >= 7)
      this.#setOnce(this.#values, digits.slice(0, 10), {
        type: 'PHONE',
        subject: `phone:${digits.slice(-10)}:${subject === 'patient' ? 'p' : 'o'}`,
      });
  }

  #address(address: KnownAddress, subject: string): void {
    for (const line of address.line ??
      (address.city === undefined && address.text !== undefined ? [address.text] : [])) {
      const words = wordsOf(line);
      if (words.length >= 2 && words.join('').length >= 6) this.#phrase(words, 'ADDRESS', `address:${subject}`);
    }
    const city = wordsOf(address.city ?? '');
    if (city.length > 0) this.#phrase(city, 'ADDRESS', `city:${city.join(' ')}`);
    const zip = bareOf(address.postalCode ?? '');
    if (zip.length >= 5) {
      this.#setOnce(this.#values, zip, { type: 'ADDRESS', subject: `zip:${zip.slice(0, 5)}` });
      this.#setOnce(this.#values, zip.slice(0, 5), { type: 'ADDRESS', subject: `zip:${zip.slice(0, 5)}` });
    }
  }

  #birthDate(birthDate: string | undefined, subject: string): void {
    const [, year = '', month = '', day = ''] = /^(\d{4})-(\d{2})-(\d{2})/.exec(birthDate ?? '') ?? [];
    if (day === '') return;
    const short = year.slice(2);
    for (const form of [
      month + day + year,
      year + month + day,
      day + month + year,
      month + day + short,
      short + month + day,
      day + month + short,
    ]) {
      this.#setOnce(this.#values, form, { type: 'DATE', subject: `birth:${subject}` });
    }
  }

  #place(place: KnownPlace, subject: string): void {
    for (const name of [place.name, ...(place.alias ?? [])]) if (name !== undefined) this.#placeName(name, subject);
    for (const { value } of place.identifier ?? []) this.#identifier(value, subject);
    for (const { system, value } of place.telecom ?? []) this.#telecom(system, value, subject);
    const addresses = place.address === undefined ? [] : Array.isArray(place.address) ? place.address : [place.address];
    for (const address of addresses) this.#address(address, subject);
  }

  #placeName(name: string, subject: string): void {
    const words = wordsOf(name);
    const telling = words[0] === 'the' ? words.slice(1) : words;
    if (telling.length === 0) return;
    if (telling.length === 1 && name === name.toUpperCase()) {
      this.#setOnce(this.#acronyms, telling[0] ?? '', subject);
      return;
    }
    this.#phrase(telling, 'ORGANIZATION', subject);
    const proper = telling.findIndex((word) => GENERIC_PLACE_WORDS.has(word));
    const head = proper === -1 ? telling : telling.slice(0, proper);
    if (head.length > 0 && head.length < telling.length && head.join('').length >= 5)
      this.#phrase(head, 'ORGANIZATION', subject);
    for (const words of [telling, telling.filter((word) => !['the', 'of', 'and', 'at', 'for', 'in'].includes(word))]) {
      const letters = words.map((word) => word.charAt(0)).join('');
      if (letters.length >= 3) this.#setOnce(this.#acronyms, letters, subject);
    }
  }

  #phrase(words: readonly string[], type: KnownPhrase['type'], subject: string): void {
    const [first = ''] = words;
    const list = this.#phrases.get(first) ?? [];
    list.push({ words, type, subject });
    this.#phrases.set(first, list);
  }

  #setOnce<V>(map: Map<string, V>, key: string, value: V): void {
    if (key !== '' && !map.has(key)) map.set(key, value);
  }
}

function particlesOf(parts: ReadonlyMap<string, readonly NamePart[]>): Map<string, Set<CompiledPerson>> {
  const found = new Map<string, Set<CompiledPerson>>();
  for (const [key, list] of parts) {
    const people = list.filter(({ kind }) => kind === 'particle').map(({ person }) => person);
    if (people.length > 0) found.set(key, new Set(people));
  }
  return found;
}
