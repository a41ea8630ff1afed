/** Days since 1900-01-01, so that a date fits in 16 bits until 2079. */
const EPOCH = Date.UTC(1900, 0, 1);
const DAY = 86_400_000;

/** "No date": later than every date. */
export const NO_DAY = 0xffff;

/** `YYYY-MM-DD` or `YYYYMMDD` as a day number; undefined when it is no date. */
export function dayNumber(date: string): number | undefined {
  const known = knownDays.get(date);
  if (known !== undefined) return known;
  const day = parseDay(date);
  // Millions of edits share a few hundred dates.
  if (day !== undefined && knownDays.size < MAX_KNOWN_DAYS) knownDays.set(date, day);
  return day;
}

const knownDays = new Map<string, number>();
const MAX_KNOWN_DAYS = 10_000;

function parseDay(date: string): number | undefined {
  const parts = /^(\d{4})-?(\d{2})-?(\d{2})$/.exec(date);
  if (parts === null) return undefined;
  const [year, month, day] = [Number(parts[1]), Number(parts[2]), Number(parts[3])];
  const time = Date.UTC(year, month - 1, day);
  if (month < 1 || month > 12 || new Date(time).getUTCDate() !== day) return undefined;
  return clamp((time - EPOCH) / DAY);
}

/** A Julian date, `YYYYDDD`, as a day number; `NO_DAY` for zeros. */
export function julianDayNumber(date: string): number | undefined {
  const parts = /^(\d{4})(\d{3})$/.exec(date);
  if (parts === null) return undefined;
  if (Number(date) === 0) return NO_DAY;
  return clamp((Date.UTC(Number(parts[1]), 0, Number(parts[2])) - EPOCH) / DAY);
}

function clamp(day: number): number {
  return Math.min(NO_DAY - 1, Math.max(0, day));
}
