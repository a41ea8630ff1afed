/**
 * Whether the notes must name a code's condition for it to be billed. Not so for external causes, places and activities
 * (V-Y), and for reasons for contact and status (Z), which the record shows by other means.
 */
export function isJudgedByName(code: string): boolean {
  return /^[A-TU]/.test(code);
}
