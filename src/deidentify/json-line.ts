import { z } from 'zod';
import { AppError } from '#kernel/index.ts';
import { deidentifyText } from './deidentifier.ts';
import { NOTHING_KNOWN, parseKnownRecord, type KnownRecord } from './known/known-record.ts';
import type { IdentifierType } from './span.ts';

const line = z.object({ id: z.union([z.string(), z.number()]), text: z.string(), known: z.unknown().optional() });

/** What `revrx deidentify --jsonl` writes for a line. Offsets are UTF-16 code units of the text that came in. */
export interface DeidentifiedLine {
  readonly id: string | number;
  readonly text: string;
  readonly spans: readonly {
    readonly start: number;
    readonly end: number;
    readonly type: IdentifierType;
    readonly token: string;
  }[];
}

/**
 * De-identifies one line `{ id, text, known? }`. A line without `known` uses the one given for all.
 * @throws AppError `input-invalid` saying what is wrong with the line.
 */
export function deidentifyJsonLine(json: string, knownForAll: KnownRecord = NOTHING_KNOWN): DeidentifiedLine {
  const { id, text, known } = readLine(json);
  const record = known === undefined || known === null ? knownForAll : parseKnownRecord(known);
  const made = deidentifyText(text, record);
  return { id, text: made.text, spans: made.spans.map(({ start, end, type, token }) => ({ start, end, type, token })) };
}

function readLine(json: string): z.infer<typeof line> {
  let value: unknown;
  try {
    value = JSON.parse(json);
  } catch (cause) {
    throw new AppError('input-invalid', {
      publicMessage: 'This is not JSON. Each line is one object: { "id", "text", "known"? }.',
      cause,
    });
  }
  const result = line.safeParse(value);
  if (result.success) return result.data;
  const field = result.error.issues[0]?.path.join('.') ?? '';
  throw new AppError('input-invalid', {
    publicMessage:
      field === ''
        ? 'Each line is one object: { "id", "text", "known"? }.'
        : `"${field}" is missing or of the wrong type: each line is { "id", "text", "known"? }.`,
  });
}
