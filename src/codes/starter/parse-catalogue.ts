import { toDotted } from '../icd10cm/code-format.ts';
import { type Icd10cmData, packCodes, type SeventhCharacter } from '../icd10cm/icd10cm-data.ts';
import { expandSeventh, type TabularDiagnosis } from '../icd10cm/seventh-characters.ts';
import { type NoteKind, TabularNotesBuilder } from '../icd10cm/tabular-notes.ts';

/** 7th characters by the name that a catalogue gives them. */
const SEVENTH: Readonly<Record<string, readonly SeventhCharacter[]>> = {
  injury: seventh('A initial encounter', 'D subsequent encounter', 'S sequela'),
  fracture: seventh(
    'A initial encounter for closed fracture',
    'B initial encounter for open fracture',
    'D subsequent encounter for fracture with routine healing',
    'G subsequent encounter for fracture with delayed healing',
    'K subsequent encounter for fracture with nonunion',
    'P subsequent encounter for fracture with malunion',
    'S sequela',
  ),
  'long-bone': seventh(
    'A initial encounter for closed fracture',
    'B initial encounter for open fracture type I or II',
    'C initial encounter for open fracture type IIIA, IIIB, or IIIC',
    'D subsequent encounter for closed fracture with routine healing',
    'E subsequent encounter for open fracture type I or II with routine healing',
    'F subsequent encounter for open fracture type IIIA, IIIB, or IIIC with routine healing',
    'G subsequent encounter for closed fracture with delayed healing',
    'H subsequent encounter for open fracture type I or II with delayed healing',
    'J subsequent encounter for open fracture type IIIA, IIIB, or IIIC with delayed healing',
    'K subsequent encounter for closed fracture with nonunion',
    'M subsequent encounter for open fracture type I or II with nonunion',
    'N subsequent encounter for open fracture type IIIA, IIIB, or IIIC with nonunion',
    'P subsequent encounter for closed fracture with malunion',
    'Q subsequent encounter for open fracture type I or II with malunion',
    'R subsequent encounter for open fracture type IIIA, IIIB, or IIIC with malunion',
    'S sequela',
  ),
  rib: seventh(
    'A initial encounter for closed fracture',
    'B initial encounter for open fracture',
    'D subsequent encounter for fracture with routine healing',
    'G subsequent encounter for fracture with delayed healing',
    'K subsequent encounter for fracture with nonunion',
    'S sequela',
  ),
  pathological: seventh(
    'A initial encounter for fracture',
    'D subsequent encounter for fracture with routine healing',
    'G subsequent encounter for fracture with delayed healing',
    'K subsequent encounter for fracture with nonunion',
    'P subsequent encounter for fracture with malunion',
    'S sequela',
  ),
  eye: seventh('1 right eye', '2 left eye', '3 bilateral', '9 unspecified eye'),
  glaucoma: seventh(
    '0 stage unspecified',
    '1 mild stage',
    '2 moderate stage',
    '3 severe stage',
    '4 indeterminate stage',
  ),
};

const SIDES: Readonly<Record<string, string>> = { '1': 'right', '2': 'left', '3': 'bilateral', '9': 'unspecified' };

const NOTE_MARKS: Readonly<Record<string, NoteKind>> = {
  x1: 'excludes1',
  x2: 'excludes2',
  first: 'codeFirst',
  also: 'codeAlso',
  add: 'useAdditional',
};

/**
 * Reads catalogue lines. `E11 Title` is a code; one that has others below it is a category. `M25.56[129] Pain in @ knee` is one
 * code a side. `M54.50>2022 Title` is there from fiscal year 2022 on: before, the code above it has nothing below and is billable.
 * Lines that begin with a mark belong to the code above: `= term; term` inclusion terms, `7 fracture` 7th characters for it and all
 * below, `x1`, `x2` excludes, `first` code first, `add` use additional, `also` code also.
 */
export function parseCatalogue(sources: readonly string[], fiscalYear: number): Icd10cmData {
  const builder = new TabularNotesBuilder();
  const titles = new Map<string, string>();
  const defined = new Map<string, readonly SeventhCharacter[]>();
  let current = '';
  for (const line of sources.flatMap((source) => source.split('\n'))) {
    const [mark, rest] = splitOnce(line.trim());
    if (mark === '') continue;
    const kind = NOTE_MARKS[mark];
    if (kind !== undefined) builder.addNote(kind, current, rest.split('; '));
    else if (mark === '=') builder.addTerms(current, rest.split('; '));
    else if (mark === '7') defined.set(current, SEVENTH[rest] ?? []);
    else {
      const [codes = '', since = '0'] = mark.split('>');
      current = codes.replace(/\[.*/, '');
      if (Number(since) <= fiscalYear) for (const [code, title] of sidesOf(codes, rest)) titles.set(code, title);
    }
  }
  for (const [code, characters] of defined) builder.addSeventh(code, characters);
  return { codes: packCodes(expandSeventh(diagnosesOf(titles, defined))), notes: builder.build() };
}

function diagnosesOf(
  titles: ReadonlyMap<string, string>,
  defined: ReadonlyMap<string, readonly SeventhCharacter[]>,
): TabularDiagnosis[] {
  const codes = [...titles.keys()].toSorted();
  return codes.map((code, i) => ({
    code,
    title: titles.get(code) ?? '',
    isLeaf: codes[i + 1]?.startsWith(code) !== true,
    seventh: { characters: inherited(code, defined), exceptions: [] },
  }));
}

function inherited(
  code: string,
  defined: ReadonlyMap<string, readonly SeventhCharacter[]>,
): readonly SeventhCharacter[] {
  for (let length = code.length; length >= 3; length -= 1) {
    const own = defined.get(code.slice(0, length));
    if (own !== undefined) return own;
  }
  return [];
}

/** `M25.56[129]` with `Pain in @ knee` as its three codes. */
function sidesOf(mark: string, title: string): [string, string][] {
  const sides = /^(.+)\[(\d+)\](.*)$/.exec(mark);
  if (sides === null) return [[toDotted(mark), title]];
  const [, stem = '', digits = '', tail = ''] = sides;
  return digits.split('').map((digit) => [toDotted(stem + digit + tail), title.replaceAll('@', SIDES[digit] ?? '')]);
}

function seventh(...entries: readonly string[]): SeventhCharacter[] {
  return entries.map((entry) => {
    const [character, meaning] = splitOnce(entry);
    return { character, meaning };
  });
}

function splitOnce(text: string): [string, string] {
  const space = text.indexOf(' ');
  return space < 0 ? [text, ''] : [text.slice(0, space), text.slice(space + 1).trim()];
}
