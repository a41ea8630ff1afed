import { findServiceFamily } from './index.ts';
import { isOfServices } from './justification/justification.ts';
import { PROCEDURE_JUSTIFICATIONS } from './justification/procedures.ts';
import { TEST_JUSTIFICATIONS } from './justification/tests.ts';

/** Vaccines and their administration. */
const VACCINE = /^(?:906[2-9]\d|907[0-5]\d|9046\d|9047[1-4]|9131\d|9132\d|90480|G000[89]|G0010)$/;
const PREVENTIVE = /^(?:993[89][1-7]|G043[89]|G0402)$/;
const ROUTINE_EXAM = /^Z(?:00|01\.4|02)/;
const JUSTIFICATIONS = [...PROCEDURE_JUSTIFICATIONS, ...TEST_JUSTIFICATIONS];

/** The diagnoses that explain a service; undefined where many do, so that no pointer can be called wrong. */
export function pointerRule(code: string): RegExp | undefined {
  if (VACCINE.test(code)) return /^(?:Z23|S|W|T)/;
  if (PREVENTIVE.test(code)) return ROUTINE_EXAM;
  if (/^908[34]\d$/.test(code)) return /^(?:F|Z6|Z5[5-9]|Z7[03]|R45|G47|T74|Z91|O9)/;
  const listed = JUSTIFICATIONS.find((row) => isOfServices(row, code));
  return listed?.diagnoses ?? findServiceFamily(code)?.justifiedBy;
}

/** A routine examination and what is given at it: no reason for a visit about a problem. */
export function isRoutineReason(code: string): boolean {
  return ROUTINE_EXAM.test(code) || /^Z(?:1[0-3]|23|68|7[1-9]|8)/.test(code);
}

export function isPreventiveService(code: string): boolean {
  return PREVENTIVE.test(code);
}
