import { createDeidentifier, type KnownRecord } from '#deidentify/index.ts';

const SMALL_CHARACTERS = 250_000;
const LARGE_CHARACTERS = 1_000_000;
const REPEATS = 3;

/** Pieces that, repeated, make careless expressions and searches go back over what they have seen. */
const PIECES: Readonly<Record<string, string>> = {
  digits: '7',
  'digits and hyphens': '12-',
  slashes: '1/2/',
  'numbers and stops': '1.',
  lines: '1\n',
  blanks: ' ',
  capitals: 'A',
  'capitals in words': 'aBcD ',
  initials: 'S.P.',
  'titles and names': 'Dr. Mary ',
  'names in a list': 'CC: Smith, Mary ',
  'half names': "O'",
  particles: 'van der ',
  'street words': 'Street\n',
  'hospitals of hospitals': 'St. Mary Hospital of ',
  'at signs': 'a.@',
  addresses: 'www.a.com/',
  colons: 'fe80::',
  brackets: '(01)1',
  'half tokens': '[PATIENT',
  labels: 'MRN: ',
  'user names': 'username:',
  ages: 'ninety-',
  'small fractions': '4/5 2/3/2024 ',
  accents: 'Éa ',
  'marks of two units': '😀',
};

/** Prints what each hostile text costs at a quarter of a megabyte and at one: four times as much is linear. */
export function benchHostileTexts(record: KnownRecord): void {
  console.log(`hostile texts, processor time at ${SMALL_CHARACTERS / 1e6} MB and at ${LARGE_CHARACTERS / 1e6} MB`);
  for (const [name, piece] of Object.entries(PIECES)) {
    const small = leastMs(record, repeated(piece, SMALL_CHARACTERS));
    const large = leastMs(record, repeated(piece, LARGE_CHARACTERS));
    const growth = small < 1 ? '' : `× ${(large / small).toFixed(1)}`;
    console.log(
      `  ${name.padEnd(24)} ${small.toFixed(0).padStart(6)} ms ${large.toFixed(0).padStart(6)} ms   ${growth}`,
    );
  }
}

function repeated(piece: string, characters: number): string {
  return piece.repeat(Math.ceil(characters / piece.length));
}

function leastMs(record: KnownRecord, text: string): number {
  let least = Infinity;
  for (let round = 0; round < REPEATS; round++) {
    const began = process.cpuUsage();
    createDeidentifier(record).deidentify(text);
    const { user, system } = process.cpuUsage(began);
    least = Math.min(least, (user + system) / 1_000);
  }
  return least;
}
