import { decodeText } from './decode.ts';
import { importError } from './import-error.ts';

/** Takes the bytes of one file, in pieces of any size. */
export interface ByteSink {
  write(chunk: Uint8Array): void;
  end(): void;
}

/** No published line comes near this; what does is no text file. */
const MAX_LINE_BYTES = 1_000_000;
const NEWLINE = 0x0a;
const CARRIAGE_RETURN = 0x0d;

/** Calls `onLine` for each line, without its end, numbered from 1. Keeps one line in memory. */
export function lineSink(fileName: string, onLine: (line: string, number: number) => void): ByteSink {
  let rest: Uint8Array = new Uint8Array(0);
  let number = 0;
  const emit = (bytes: Uint8Array): void => {
    const end = bytes.at(-1) === CARRIAGE_RETURN ? bytes.length - 1 : bytes.length;
    number += 1;
    const line = decodeText(bytes.subarray(0, end));
    onLine(number === 1 && line.startsWith('\uFEFF') ? line.slice(1) : line, number);
  };
  return {
    write(chunk) {
      const bytes = rest.length === 0 ? chunk : Buffer.concat([rest, chunk]);
      let start = 0;
      for (let at = bytes.indexOf(NEWLINE); at >= 0; at = bytes.indexOf(NEWLINE, start)) {
        emit(bytes.subarray(start, at));
        start = at + 1;
      }
      rest = bytes.slice(start);
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
