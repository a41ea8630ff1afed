import type { Sections } from '../release/release-file.ts';
import type { ByteSink } from './sinks.ts';

/** A file that was given, or a member of an archive that was given. */
export interface Member {
  /** For messages: `2026.zip: tables/order.txt`. */
  readonly displayName: string;
  /** Without folders. */
  readonly fileName: string;
  /** File name of the archive it came in. */
  readonly archive: string | undefined;
  /** The first few thousand characters, for sniffing. */
  readonly head: string;
}

/** What an importer made of its files: one release, not yet written. */
export interface ReleaseDraft {
  readonly variant: string;
  readonly label: string;
  readonly effectiveFrom: string;
  readonly effectiveTo: string;
  readonly rows: number;
  readonly sections: Sections;
}

export interface ImportOptions {
  /** Fiscal or calendar year of the release, where the files do not say it. */
  readonly year?: number;
  /** First day in force (YYYY-MM-DD), where the files do not say it. */
  readonly effective?: string;
  /** Dollars per relative value unit, where no file says it (RVU only). */
  readonly conversionFactor?: number;
}

/** Reads the files of one kind. One importer serves one command. */
export interface Importer {
  /** A sink for a member it understands; undefined for one that is something else. */
  open(member: Member): ByteSink | undefined;
  /** Called when every file has been read. `existing` gives a release that is already stored, to be completed. */
  finish(existing: (variant: string, label: string) => Sections | undefined): ReleaseDraft[];
  /** What to look for, for the message when no file was understood. */
  readonly expects: string;
}

export type ImporterFactory = (options: ImportOptions) => Importer;
