/** CMS: the check digit is Luhn's over the number with this prefix. */
const ISSUER_PREFIX = '80840';

/** An invented National Provider Identifier of valid shape: ten digits, the last a Luhn check digit. */
export function toNpi(number: number): string {
  const body = `199000${String(number).padStart(3, '0')}`;
  return body + checkDigit(ISSUER_PREFIX + body);
}

/** Luhn's check digit for a string of digits that does not hold it yet. */
export function checkDigit(digits: string): number {
  const sum = Array.from(digits)
    .toReversed()
    .reduce((total, digit, index) => {
      const value = Number(digit) * (index % 2 === 0 ? 2 : 1);
      return total + (value > 9 ? value - 9 : value);
    }, 0);
  return (10 - (sum % 10)) % 10;
}
