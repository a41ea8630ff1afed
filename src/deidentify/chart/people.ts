import type { Chart } from '#chart/index.ts';
import type { DeidentifiedEncounter, DeidentifiedPatient } from '../deidentified-chart.ts';
import { epochDay } from '../tokens/date-meaning.ts';

const DAY_MS = 86_400_000;
const OLDEST_TOLD = 90;

/** Sex and age on the first day of the encounter; 90 stands for 90 and over. */
export function deidentifiedPatient({ patient }: Chart, firstDay: number | undefined): DeidentifiedPatient {
  const birthDay = epochDay(patient.birthDate);
  const sex = patient.gender ?? 'unknown';
  if (birthDay === undefined || firstDay === undefined)
    return { sex, ageYears: yearsFromYear(patient.birthDate, firstDay), ageDays: undefined };
  const years = yearsBetween(birthDay, firstDay);
  return {
    sex,
    ageYears: Math.min(Math.max(years, 0), OLDEST_TOLD),
    ageDays: years < 2 ? Math.max(0, firstDay - birthDay) : undefined,
  };
}

function yearsBetween(from: number, to: number): number {
  const a = new Date(from * DAY_MS);
  const b = new Date(to * DAY_MS);
  const before =
    b.getUTCMonth() < a.getUTCMonth() || (b.getUTCMonth() === a.getUTCMonth() && b.getUTCDate() < a.getUTCDate());
  return b.getUTCFullYear() - a.getUTCFullYear() - (before ? 1 : 0);
}

/** A birth date of a year alone: the age is known to a year, which is said only where it cannot matter. */
function yearsFromYear(birthDate: string | undefined, firstDay: number | undefined): number | undefined {
  const year = /^(\d{4})/.exec(birthDate ?? '')?.[1];
  if (year === undefined || firstDay === undefined) return undefined;
  return Math.min(Math.max(new Date(firstDay * DAY_MS).getUTCFullYear() - Number(year), 0), OLDEST_TOLD);
}

/** Class, length and kind of the encounter. */
export function deidentifiedEncounter({ encounter }: Chart): DeidentifiedEncounter {
  const { start, end } = encounter.period ?? {};
  const startDay = epochDay(start);
  const endDay = epochDay(end);
  const instants = start?.includes('T') === true && end?.includes('T') === true;
  const minutes = instants ? Math.round((Date.parse(end) - Date.parse(start)) / 60_000) : Number.NaN;
  return {
    classCode: encounter.class?.code,
    durationMinutes: Number.isFinite(minutes) && minutes >= 0 ? minutes : undefined,
    lengthOfStayDays: startDay === undefined || endDay === undefined ? undefined : Math.max(0, endDay - startDay),
    newPatient: newPatientOf(encounter.type ?? []),
  };
}

function newPatientOf(types: NonNullable<Chart['encounter']['type']>): boolean | undefined {
  const words = types
    .flatMap(({ text, coding }) => [
      text ?? '',
      ...(coding ?? []).flatMap(({ display, code }) => [display ?? '', code ?? '']),
    ])
    .join(' | ')
    .toLowerCase();
  if (/\bestablished\b/.test(words) || /\b9921[1-5]\b/.test(words)) return false;
  if (/\bnew (?:patient|pt)\b/.test(words) || /\b9920[2-5]\b/.test(words)) return true;
  return undefined;
}

/** First day of the encounter, days since 1970-01-01; of the first dated document or line where the encounter has no period. */
export function firstDayOf({ encounter, claims, documents }: Chart): number | undefined {
  return (
    epochDay(encounter.period?.start) ??
    epochDay(claims.map(({ billablePeriod }) => billablePeriod?.start).find((one) => one !== undefined)) ??
    epochDay(documents.map(({ date }) => date).find((one) => one !== undefined)) ??
    epochDay(encounter.period?.end)
  );
}
