const DAY_MS = 86_400_000;

type Rule = (year: number) => number;

const fixed =
  (month: number, day: number): Rule =>
  (year) =>
    Date.UTC(year, month - 1, day);
/** The nth weekday (0 Sunday) of a month; n = -1 is the last. */
const nth =
  (n: number, weekday: number, month: number): Rule =>
  (year) => {
    if (n > 0) {
      const first = new Date(Date.UTC(year, month - 1, 1)).getUTCDay();
      return Date.UTC(year, month - 1, 1 + ((weekday - first + 7) % 7) + (n - 1) * 7);
    }
    const last = new Date(Date.UTC(year, month, 0));
    return last.getTime() - ((last.getUTCDay() - weekday + 7) % 7) * DAY_MS;
  };
const easter =
  (offset: number): Rule =>
  (year) =>
    easterOf(year) + offset * DAY_MS;

const RULES: readonly (readonly [RegExp, Rule])[] = [
  [/christmas eve/, fixed(12, 24)],
  [/christmas|xmas/, fixed(12, 25)],
  [/new year.*eve/, fixed(12, 31)],
  [/^new year/, fixed(1, 1)],
  [/halloween/, fixed(10, 31)],
  [/valentine/, fixed(2, 14)],
  [/independence day|fourth of july/, fixed(7, 4)],
  [/juneteenth/, fixed(6, 19)],
  [/patrick/, fixed(3, 17)],
  [/veterans day/, fixed(11, 11)],
  [/groundhog/, fixed(2, 2)],
  [/cinco de mayo/, fixed(5, 5)],
  [/labor day/, nth(1, 1, 9)],
  [/memorial day/, nth(-1, 1, 5)],
  [/black friday/, (year) => nth(4, 4, 11)(year) + DAY_MS],
  [/thanksgiving/, nth(4, 4, 11)],
  [/martin luther king|mlk/, nth(3, 1, 1)],
  [/president/, nth(3, 1, 2)],
  [/columbus|indigenous/, nth(2, 1, 10)],
  [/mother/, nth(2, 0, 5)],
  [/father/, nth(3, 0, 6)],
  [/good friday/, easter(-2)],
  [/palm sunday/, easter(-7)],
  [/ash wednesday/, easter(-46)],
  [/easter monday/, easter(1)],
  [/easter/, easter(0)],
];

/** Day (since 1970-01-01) of a holiday nearest to a reference day; undefined for those without a rule here. */
export function holidayIn(words: string, reference: number): number | undefined {
  const rule = RULES.find(([pattern]) => pattern.test(words))?.[1];
  if (rule === undefined) return undefined;
  const year = new Date(reference * DAY_MS).getUTCFullYear();
  const days = [year - 1, year, year + 1].map((one) => Math.round(rule(one) / DAY_MS));
  return days.toSorted((a, b) => Math.abs(a - reference) - Math.abs(b - reference))[0];
}

/** Easter Sunday, Gregorian (Meeus, Astronomical Algorithms, chapter 8). */
function easterOf(year: number): number {
  const a = year % 19;
  const b = Math.floor(year / 100);
  const c = year % 100;
  const h = (19 * a + b - Math.floor(b / 4) - Math.floor((b - Math.floor((b + 8) / 25) + 1) / 3) + 15) % 30;
  const l = (32 + 2 * (b % 4) + 2 * Math.floor(c / 4) - h - (c % 4)) % 7;
  const m = Math.floor((a + 11 * h + 22 * l) / 451);
  const sum = h + l - 7 * m + 114;
  return Date.UTC(year, Math.floor(sum / 31) - 1, (sum % 31) + 1);
}
