import type { Age, CodeableConcept, HumanName, Patient, Quantity } from 'fhir/r4.js';

/** The hospital's clocks. */
const TIME_ZONE = 'America/New_York';
const DATE = new Intl.DateTimeFormat('en-US', { timeZone: TIME_ZONE, dateStyle: 'medium' });
const DATE_TIME = new Intl.DateTimeFormat('en-US', { timeZone: TIME_ZONE, dateStyle: 'medium', timeStyle: 'short' });
const TIME = new Intl.DateTimeFormat('en-US', { timeZone: TIME_ZONE, timeStyle: 'short' });
const DAY_ONLY = new Intl.DateTimeFormat('en-US', { timeZone: 'UTC', dateStyle: 'medium' });

/** A FHIR date or instant in words; what cannot be read is shown as it is. */
export function toDateWords(value: string | undefined, form: 'date' | 'date-time' = 'date'): string {
  if (value === undefined) return '';
  const time = Date.parse(value);
  if (Number.isNaN(time)) return value;
  if (value.length === 10) return DAY_ONLY.format(time);
  return (form === 'date' ? DATE : DATE_TIME).format(time);
}

/** `Mar 11, 2026, 10:20 AM to 10:48 AM`; the second day is said when it is another. */
export function toPeriodWords(start: string | undefined, end: string | undefined): string {
  if (start === undefined || end === undefined) return toDateWords(start ?? end, 'date-time');
  const sameDay = toDateWords(start) === toDateWords(end);
  const until =
    sameDay && !Number.isNaN(Date.parse(end)) ? TIME.format(Date.parse(end)) : toDateWords(end, 'date-time');
  return `${toDateWords(start, 'date-time')} to ${until}`;
}

/** `Achterberg, Rosalind M.` */
export function toNameWords(name: HumanName | undefined): string {
  if (name === undefined) return 'Unnamed';
  if (name.family === undefined) return name.text ?? (name.given ?? []).join(' ');
  return [name.family, (name.given ?? []).join(' ')].filter((part) => part !== '').join(', ');
}

/** First name first, with suffix: for clinicians. */
export function toSpokenName(name: HumanName | undefined): string {
  const spoken = [...(name?.given ?? []), name?.family ?? ''].join(' ').trim();
  return [spoken || 'Unnamed', ...(name?.suffix ?? [])].join(', ');
}

export function toConceptWords(concept: CodeableConcept | undefined): string {
  return concept?.text ?? concept?.coding?.[0]?.display ?? concept?.coding?.[0]?.code ?? '';
}

export function toCodeOf(concept: CodeableConcept | undefined): string {
  return concept?.coding?.[0]?.code ?? '';
}

export function toQuantityWords(quantity: Quantity | Age | undefined): string {
  if (quantity?.value === undefined) return '';
  return `${quantity.value} ${quantity.unit ?? ''}`.trim();
}

export function toMrn(patient: Patient): string {
  const usual = patient.identifier?.find((one) => one.type?.coding?.[0]?.code === 'MR') ?? patient.identifier?.[0];
  return usual?.value ?? '';
}

/** Whole years on a day. */
export function toAge(birthDate: string | undefined, on: Date): string {
  if (birthDate === undefined) return '';
  const today = on.toISOString().slice(0, 10);
  const years = Number(today.slice(0, 4)) - Number(birthDate.slice(0, 4));
  return String(today.slice(5) < birthDate.slice(5, 10) ? years - 1 : years);
}

/** `1 finding`, `2 findings`. */
export function toCount(number: number, noun: string): string {
  return `${number} ${noun}${number === 1 ? '' : 's'}`;
}
