/** US daylight saving time of 2026. */
const SUMMER = { from: '2026-03-08T02:00', to: '2026-11-01T02:00' };

/** Local US Eastern time of 2026 (`2026-03-11T10:20`) as an instant with its offset. */
export function toInstant(local: string): string {
  const isSummer = local >= SUMMER.from && local < SUMMER.to;
  return `${local}:00${isSummer ? '-04:00' : '-05:00'}`;
}

/** `2026-03-11…` as `03/11/2026`. */
export function toUsDate(date: string): string {
  const [year = '', month = '', day = ''] = date.slice(0, 10).split('-');
  return `${month}/${day}/${year}`;
}

/** Whole years from a birth date to a day, both `YYYY-MM-DD…`. */
export function ageOn(birthDate: string, day: string): number {
  const years = Number(day.slice(0, 4)) - Number(birthDate.slice(0, 4));
  return day.slice(5, 10) < birthDate.slice(5, 10) ? years - 1 : years;
}
