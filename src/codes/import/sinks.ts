import { decodeText } from './decode.ts';
import { importError } from './import-error.ts';

/** Takes the bytes of one file, in pieces of any size. */
export interface ByteSink {
  write(chunk: Uint8Array): void;
  end(): void;
}

/** No published line comes near this; what does is no text file. */
const MAX_LINE_BYTES = 1_000_000;
/** Carriage return, and the end-of-file character of DOS with which some publishers still end a file. */
const LINE_ENDS: ReadonlySet<number> = new Set([0x0d, 0x1a]);
const NEWLINE = 0x0a;

/** Calls `onLine` for each line, without its end, numbered from 1. Keeps no more than a piece and a line in memory. */
export function lineSink(fileName: string, onLine: (line: string, number: number) => void): ByteSink {
  let rest: Uint8Array = new Uint8Array(0);
  let number = 0;
  const emit = (bytes: Uint8Array): void => {
    // Whole lines are decoded together: no character of either encoding holds the byte of a line feed within.
    for (const line of decodeText(bytes).split('\n')) {
      number += 1;
      let end = line.length;
      while (end > 0 && LINE_ENDS.has(line.charCodeAt(end - 1))) end -= 1;
      const text = line.slice(0, end);
      onLine(number === 1 && text.startsWith('\uFEFF') ? text.slice(1) : text, number);
    }
  };
  return {
    write(chunk) {
      const bytes = rest.length === 0 ? chunk : Buffer.concat([rest, chunk]);
      const end = bytes.lastIndexOf(NEWLINE);
      if (end >= 0) emit(bytes.subarray(0, end));
      rest = bytes.slice(end + 1);
      if (rest.length > MAX_LINE_BYTES) {
        throw importError(
          `${fileName}, line ${number + 1}: longer than a million bytes. This is not a published text file.`,
        );
      }
    },
    end() {
      if (rest.length > 0) emit(rest);
      rest = new Uint8Array(0);
    },
  };
}

/** Gathers a whole file of at most `maxBytes` and hands it over as text. */
export function textSink(fileName: string, maxBytes: number, onText: (text: string) => void): ByteSink {
  const chunks: Uint8Array[] = [];
  let size = 0;
  return {
    write(chunk) {
      size += chunk.length;
      if (size > maxBytes)
        throw importError(`${fileName} is larger than ${maxBytes} bytes, which no published file of its kind is.`);
      chunks.push(chunk.slice());
    },
    end() {
      onText(decodeText(Buffer.concat(chunks)));
    },
  };
}
