import { createHash } from 'node:crypto';
import type { PatientDescription, RelativeDescription } from './case-description.ts';

const FAMILIES = [
  'Abernethy',
  'Bjornstad',
  'Castellanos',
  'Dhillon',
  'Eastaugh',
  'Fairweather',
  'Gundersen',
  'Haddad',
  'Iwasaki',
  'Jankowski',
  'Kaplinsky',
  'Lachapelle',
  'Mbatha',
  'Novotny',
  'Olufemi',
  'Pellegrini',
  'Quartermain',
  'Rustamov',
  'Sepulveda',
  'Tanizaki',
  'Underhill',
  'Valdivia',
  'Wetherby',
  'Xanthopoulos',
  'Yarborough',
  'Zielinski',
];
const GIVEN = {
  female: [
    'Adaeze',
    'Briony',
    'Camila',
    'Dagny',
    'Esperanza',
    'Farida',
    'Giulia',
    'Hyacinth',
    'Ilse',
    'Jamila',
    'Katarzyna',
    'Leilani',
    'Marguerite',
  ],
  male: [
    'Alistair',
    'Bogdan',
    'Caspian',
    'Dmitri',
    'Emeric',
    'Fabrizio',
    'Gideon',
    'Hiroshi',
    'Isandro',
    'Jolyon',
    'Kwame',
    'Lorcan',
    'Mauricio',
  ],
} as const;
const STREETS = [
  'Windmill Lane',
  'Copperfield Road',
  'Thistle Street',
  'Harborview Court',
  'Old Ferry Road',
  'Sycamore Bend',
];

/**
 * Another patient of the same sex and birth date, as far as names and numbers go, so that the authored note stays true of
 * them. What differs is drawn from a hash of the original's id and the round.
 */
export function toInventedPatient(original: PatientDescription, round: number, id: string): PatientDescription {
  const draw = createHash('sha256').update(`${id}/${round}`).digest();
  const family = pick(FAMILIES, draw.readUInt16BE(0));
  const given = pick(GIVEN[original.gender], draw.readUInt16BE(2));
  const initial = String.fromCodePoint(65 + (draw.readUInt8(4) % 26));
  const relative = original.relative;
  return {
    ...original,
    given: [given, `${initial}.`],
    family,
    mrn: String(50_000_000 + (draw.readUInt32BE(5) % 40_000_000)),
    phone: toPhone(draw.readUInt32BE(9)),
    ...(original.email ? { email: `${given}.${family}${round}@example.org`.toLowerCase() } : {}),
    line: `${100 + (draw.readUInt16BE(13) % 9000)} ${pick(STREETS, draw.readUInt8(15))}`,
    ...(relative
      ? {
          relative: {
            ...relative,
            family,
            given: pick(GIVEN[sexOf(relative, original)], draw.readUInt8(16)),
            phone: toPhone(draw.readUInt32BE(17)),
          },
        }
      : {}),
  };
}

function pick(list: readonly string[], number: number): string {
  return list[number % list.length] ?? '';
}

function toPhone(number: number): string {
  return `(555) ${200 + (number % 700)}-${String(Math.floor(number / 700) % 10_000).padStart(4, '0')}`;
}

/** So that a note's "her husband" stays right. */
function sexOf(relative: RelativeDescription, patient: PatientDescription): PatientDescription['gender'] {
  if (relative.role === 'SPS') return patient.gender === 'female' ? 'male' : 'female';
  return ['FTH', 'SON', 'BRO'].includes(relative.role) ? 'male' : 'female';
}
