import type { CompiledRecord } from './known/record-tables.ts';
import type { DetectedSpan } from './span.ts';
import type { TokenList } from './text/token-list.ts';

/** One text, cut into tokens once, and what its chart says about the people in it. */
export interface Note {
  readonly tokens: TokenList;
  readonly record: CompiledRecord;
}

/** Finds identifiers by one kind of evidence. Pure, and linear in the length of the text whatever the text is. */
export interface Detector {
  readonly name: string;
  detect(note: Note): DetectedSpan[];
}

/** A detector that asks a service. It is given the text alone: it must not see the record. */
export interface RemoteDetector {
  readonly name: string;
  detect(text: string, local: readonly DetectedSpan[], signal?: AbortSignal): Promise<DetectedSpan[]>;
}
