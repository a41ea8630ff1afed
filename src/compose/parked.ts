import { isAlertKind } from '#kernel/index.ts';
import type { ParkedReview } from '#pipeline/index.ts';
import type { Services } from './services.ts';

/** A review is held for a person: an alert where data is in danger, a warning where it only waits. */
export function createOnParked({ alerts, log }: Pick<Services, 'alerts' | 'log'>): (parked: ParkedReview) => void {
  return ({ code, ...fields }) => {
    if (isAlertKind(code)) alerts.raise(code, fields);
    else log.warn('review held', { ...fields, code });
  };
}
