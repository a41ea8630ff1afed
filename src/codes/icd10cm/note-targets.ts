import type { CharacterCondition, InstructionNote, NoteTarget } from '../code-tables.ts';

const CODE = '[A-Z]\\d[0-9A-Z](?:\\.[0-9A-Z]{1,4})?';
const CODES_IN = new RegExp(`(?<![A-Z0-9.])${CODE}(?![0-9A-Z])`, 'g');
const PARENTHESISED = /\(([^()]*)\)/g;
const STARTS_WITH_CODE = new RegExp(`^\\s*(?:codes?\\s+|categor(?:y|ies)\\s+)?${CODE}(?![0-9A-Z])`);
const INTRODUCED = new RegExp(
  `(?:codes?|code\\(s\\)|categor(?:y|ies)|subcategor(?:y|ies)|classif(?:iable|ied)(?: to| in)?|from)\\s+(?:from\\s+|categor(?:y|ies)\\s+)?(${CODE}.*)$`,
);
const AT_THE_END = /(?<![A-Z0-9.])([A-Z]\d[0-9A-Z]\.[0-9A-Z]{1,4}-?)\s*$/;

/**
 * The codes that a note of the tabular list names, from its text alone. Understands ranges (`A00-A09`), dashes (`E11.-`), lists, and
 * conditions on characters (`T36-T50 with fifth or sixth character 5`). A "B12" that is a vitamin is not a code: outside
 * parentheses a code counts only behind a word that introduces one, or as the last word.
 */
export function parseTargets(text: string): NoteTarget[] {
  const inParentheses = [...text.matchAll(PARENTHESISED)]
    .map((match) => match[1] ?? '')
    .filter((group) => STARTS_WITH_CODE.test(group));
  if (inParentheses.length > 0) return inParentheses.flatMap(targetsOfList);
  const introduced = INTRODUCED.exec(text)?.[1] ?? AT_THE_END.exec(text)?.[1];
  return introduced === undefined ? [] : targetsOfList(introduced);
}

/** Whether one of the note's targets is the code (`E11.42`, with its dot) or an ancestor of it. */
export function namesCode(note: InstructionNote, code: string): boolean {
  return note.targets.some((target) => matchesTarget(target, code));
}

export function matchesTarget(target: NoteTarget, code: string): boolean {
  if (code.slice(0, target.from.length) < target.from || code.slice(0, target.to.length) > target.to) return false;
  return target.where === undefined || meets(target.where, code);
}

function meets(where: CharacterCondition, code: string): boolean {
  const bare = code.replace('.', '');
  return where.positions.some((position) =>
    where.values.some((value) =>
      position < 0 ? bare.slice(0, 6).endsWith(value) : bare.startsWith(value, position) && bare.length > position,
    ),
  );
}

function targetsOfList(list: string): NoteTarget[] {
  const [plain = '', ...qualifiers] = list.split(/\s*(?<=[\s.\-0-9A-Z])with\s+/);
  const targets = rangesIn(plain);
  const last = targets.at(-1);
  const qualifier = qualifiers.join(' with ');
  if (last === undefined || qualifier === '') return targets;
  // The condition is on every code of the list that is as long as the one it follows: "F10, F13, F19 with .26".
  const isMeant = ({ from }: NoteTarget): boolean => from.length === last.from.length;
  const where = conditionOf(qualifier, last.from);
  const further = rangesIn(qualifier);
  if (where !== undefined)
    return [...targets.map((target) => (isMeant(target) ? { ...target, where } : target)), ...further];
  // "with sixth character to indicate intent" asks for no character: the target stays as wide as it is printed. What a condition in
  // words ("with ketoacidosis") leaves over cannot be told from the code: such a target would say too much.
  const kept = /character/.test(qualifier) ? targets : targets.filter((target) => !isMeant(target));
  return [...kept, ...further];
}

function rangesIn(text: string): NoteTarget[] {
  const found = [...text.matchAll(CODES_IN)].map((match) => ({ code: match[0], start: match.index }));
  const targets: NoteTarget[] = [];
  for (let i = 0; i < found.length; i += 1) {
    const from = found[i];
    const to = found[i + 1];
    if (from === undefined) break;
    const between = to === undefined ? '' : text.slice(from.start + from.code.length, to.start);
    const isRange = to !== undefined && /^(?:[\s.\-–]*[-–][\s.]*|[\s.-]+(?:to|through)\s+)$/.test(between);
    targets.push({ from: from.code, to: isRange ? to.code : from.code });
    if (isRange) i += 1;
  }
  return targets;
}

const ORDINALS: Readonly<Record<string, number>> = {
  fourth: 3,
  '4th': 3,
  fifth: 4,
  '5th': 4,
  sixth: 5,
  six: 5,
  '6th': 5,
  seventh: 6,
  '7th': 6,
};

function conditionOf(qualifier: string, from: string): CharacterCondition | undefined {
  const suffixes = [...qualifier.matchAll(/(?<![0-9A-Z])\.([0-9A-Z]+)/g)].map((match) => match[1] ?? '');
  const words = qualifier.toLowerCase();
  const spanning = /to sixth/.test(words);
  const positions = [...words.matchAll(/\b(fourth|fifth|sixth|six|seventh|[4-7]th)\b/g)]
    .map((match) => ORDINALS[match[1] ?? ''])
    .filter((position) => position !== undefined);
  if (/open fracture 7th/.test(words)) return { positions: [6], values: ['B', 'C'] };
  if (/final character/.test(words)) return values(/characters?\s+-?([0-9A-Z]+)/.exec(qualifier)?.slice(1), [-1]);
  const named = /characters?\s+\.?([0-9A-Z](?:[0-9A-Z\-, .]|or\s)*)/.exec(qualifier)?.[1];
  if (positions.length > 0) return values(named?.split(/[\s,]+|or/).flatMap(expand), spanning ? [4] : positions);
  if (suffixes.length > 0) return { positions: [from.replace('.', '').length], values: suffixes };
  return values(/^([0-9A-Z])$/.exec(qualifier.trim())?.slice(1), [from.replace('.', '').length]);
}

function values(list: readonly string[] | undefined, positions: readonly number[]): CharacterCondition | undefined {
  const kept = (list ?? []).filter((value) => /^[0-9A-Z]+$/.test(value));
  return kept.length === 0 ? undefined : { positions, values: kept };
}

/** `1-4` as its four digits. */
function expand(value: string): string[] {
  const range = /^(\d)-(\d)$/.exec(value);
  if (range === null) return [value];
  const [from, to] = [Number(range[1]), Number(range[2])];
  return Array.from({ length: Math.max(0, to - from + 1) }, (_, i) => String(from + i));
}
