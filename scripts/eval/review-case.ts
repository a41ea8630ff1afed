import { readdir, readFile } from 'node:fs/promises';
import { basename, join } from 'node:path';
import { z } from 'zod';

const codes = z.array(z.string());

const expectedFinding = z.object({
  kind: z.string(),
  direction: z.string(),
  billed: codes,
  suggested: codes,
  alternatives: z.array(codes).default([]),
  evidence: z.array(z.string()),
  decidable: z.string().default('rules'),
});
export type ExpectedFinding = z.infer<typeof expectedFinding>;

const reviewCase = z.object({
  id: z.string(),
  setting: z.string(),
  patient: z.object({
    given: z.array(z.string()),
    family: z.string(),
    gender: z.enum(['male', 'female', 'other', 'unknown']),
    birthDate: z.string(),
    mrn: z.string(),
    phone: z.string().optional(),
    email: z.string().optional(),
    address: z
      .object({ line: z.array(z.string()), city: z.string(), state: z.string(), postalCode: z.string() })
      .partial()
      .optional(),
  }),
  clinician: z.object({
    given: z.array(z.string()),
    family: z.string(),
    npi: z.string(),
    specialty: z.string().optional(),
  }),
  encounter: z.object({
    class: z.string(),
    start: z.string(),
    end: z.string(),
    newPatient: z.boolean().optional(),
    placeOfService: z.string().optional(),
  }),
  claim: z.object({
    type: z.string(),
    diagnoses: z.array(z.object({ sequence: z.number(), code: z.string() })),
    items: z.array(
      z.object({
        sequence: z.number(),
        system: z.enum(['cpt', 'hcpcs']),
        code: z.string(),
        modifiers: codes.default([]),
        units: z.number().default(1),
        diagnosisSequence: z.array(z.number()).default([]),
      }),
    ),
  }),
  notes: z.array(
    z.object({
      loinc: z.string(),
      title: z.string(),
      docStatus: z.enum(['final', 'preliminary', 'amended', 'entered-in-error']),
      date: z.string(),
      contentType: z.string(),
      text: z.string(),
    }),
  ),
  resources: z.array(z.looseObject({ resourceType: z.string(), id: z.string().optional() })).default([]),
  clean: z.boolean().default(false),
  expected: z.array(expectedFinding).default([]),
});

/** One encounter with what a careful coder would say about its coding. */
export type ReviewCase = z.infer<typeof reviewCase>;

/** Every case of a folder, by name. Throws with the file and the place of the first fault. */
export async function readCases(directory: string): Promise<ReviewCase[]> {
  const names = (await readdir(directory)).filter((name) => name.endsWith('.json')).toSorted();
  const cases: ReviewCase[] = [];
  for (const name of names) {
    const parsed = reviewCase.safeParse(JSON.parse(await readFile(join(directory, name), 'utf8')));
    if (!parsed.success) throw new TypeError(`${basename(name)}: ${z.prettifyError(parsed.error)}`);
    cases.push(parsed.data);
  }
  return cases;
}
