import type { MdmElementName, MdmLevel, RuleReference } from './finding.ts';
import type { QueryContent } from './queries/query-content.ts';

/** Words of the chart's own text. */
export interface Quote {
  readonly documentId: string;
  readonly start: number;
  readonly end: number;
  readonly quote: string;
}

/**
 * What a finding says: everything that tells something of the patient, who is named beside it by the encounter. Evidence
 * offsets are into the chart's original texts.
 */
export interface FindingContent {
  readonly billed: readonly string[];
  readonly suggested: readonly string[];
  readonly rule: RuleReference;
  readonly tableRelease?: string;
  readonly rationale: string;
  readonly evidence: readonly Quote[];
  /** The decision making behind a level of service. */
  readonly mdm?: MdmContent;
  /** The draft of a query to the clinician; only what the linter lets pass. */
  readonly query?: QueryContent;
}

/** The published table of medical decision making, with the words of the chart in its cells. */
export interface MdmContent {
  readonly elements: readonly MdmElementContent[];
  readonly level: { readonly lower: MdmLevel; readonly upper: MdmLevel };
}

export interface MdmElementContent {
  readonly element: MdmElementName;
  readonly lower: MdmLevel;
  readonly upper: MdmLevel;
  readonly facts: readonly { readonly row: string; readonly level: MdmLevel; readonly evidence: readonly Quote[] }[];
}
