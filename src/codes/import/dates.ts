/** First and last day of a US fiscal year: FY2026 is 2025-10-01 to 2026-09-30. */
export function fiscalYear(year: number): { readonly from: string; readonly to: string } {
  return { from: `${year - 1}-10-01`, to: `${year}-09-30` };
}

const QUARTER_ENDS = ['03-31', '06-30', '09-30', '12-31'];

/** First and last day of a calendar quarter (1-4). */
export function calendarQuarter(year: number, quarter: number): { readonly from: string; readonly to: string } {
  return {
    from: `${year}-${String(quarter * 3 - 2).padStart(2, '0')}-01`,
    to: `${year}-${QUARTER_ENDS[quarter - 1] ?? '12-31'}`,
  };
}

const MONTHS = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec'];

/** The month (1-12) that a name speaks of: `HCPC2026_OCT`, `april-2026`. */
export function monthIn(text: string): number | undefined {
  const found = /(?<![a-z])(jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]*(?![a-z])/i.exec(text)?.[1];
  return found === undefined ? undefined : MONTHS.indexOf(found.toLowerCase()) + 1;
}

/** A year from 2015 on (the first of ICD-10-CM) that a name speaks of. */
export function yearIn(text: string): number | undefined {
  const found = /(?<!\d)(20(?:1[5-9]|[2-9]\d))(?!\d)/.exec(text.replaceAll('_', ' '))?.[1];
  return found === undefined ? undefined : Number(found);
}

export function isDate(text: string): boolean {
  return (
    /^\d{4}-\d{2}-\d{2}$/.test(text) && !Number.isNaN(Date.parse(text)) && new Date(text).toISOString().startsWith(text)
  );
}
