/** The answer of a model that finds every billed code documented in the first span; `input` is what it was asked. */
export function agreeableText(input: string): string {
  const billed = [...input.matchAll(/^(?:diagnosis|service) \d+: ([A-Z\d.]+)/gm)].map(([, code]) => code);
  const codes = billed.map((code) => ({ code, verdict: 'supported', reason: 'documented', spans: [1], better: [] }));
  return JSON.stringify({ codes, visit: null, missed: [] });
}
