import type { CaseDescription } from '../case-description.ts';
import { BEHAVIORAL_HEALTH } from './behavioral-health.ts';
import { CARDIOLOGY } from './cardiology.ts';
import { DERMATOLOGY } from './dermatology.ts';
import { EAR_AND_EYE } from './ear-and-eye.ts';
import { EMERGENCY } from './emergency.ts';
import { ENDOCRINOLOGY } from './endocrinology.ts';
import { FAMILY_MEDICINE_ACUTE } from './family-medicine-acute.ts';
import { FAMILY_MEDICINE_CHRONIC } from './family-medicine-chronic.ts';
import { HOSPITAL } from './hospital.ts';
import { INTERNAL_MEDICINE } from './internal-medicine.ts';
import { LONG_TERM_CARE } from './long-term-care.ts';
import { ORTHOPEDICS } from './orthopedics.ts';
import { PEDIATRICS } from './pediatrics.ts';
import { SURGERY } from './surgery.ts';
import { TELEHEALTH } from './telehealth.ts';
import { UROLOGY_AND_DIGESTIVE } from './urology-and-digestive.ts';
import { WOMENS_HEALTH } from './womens-health.ts';

/** Every authored encounter of the invented hospital. */
export const CASES: readonly CaseDescription[] = [
  ...FAMILY_MEDICINE_CHRONIC,
  ...FAMILY_MEDICINE_ACUTE,
  ...INTERNAL_MEDICINE,
  ...PEDIATRICS,
  ...CARDIOLOGY,
  ...ENDOCRINOLOGY,
  ...ORTHOPEDICS,
  ...WOMENS_HEALTH,
  ...DERMATOLOGY,
  ...BEHAVIORAL_HEALTH,
  ...EAR_AND_EYE,
  ...UROLOGY_AND_DIGESTIVE,
  ...EMERGENCY,
  ...HOSPITAL,
  ...SURGERY,
  ...TELEHEALTH,
  ...LONG_TERM_CARE,
];
