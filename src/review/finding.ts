/** What is wrong with a code, by kind. The kinds and directions are RevRx's published value set. */
export const FINDING_KINDS = [
  'missed-diagnosis',
  'missed-service',
  'unsupported-diagnosis',
  'unsupported-service',
  'diagnosis-specificity',
  'wrong-diagnosis',
  'level-of-service',
  'modifier',
  'code-pair-edit',
  'units',
  'add-on-without-primary',
  'invalid-code',
  'excludes1-conflict',
  'sequencing',
  'demographic-conflict',
  'diagnosis-pointer',
  'documentation-gap',
] as const;
export type FindingKind = (typeof FINDING_KINDS)[number];

/** `over`: more was billed than the record supports; `under`: less; `neutral`: otherwise wrong. */
export const DIRECTIONS = ['over', 'under', 'neutral'] as const;
export type Direction = (typeof DIRECTIONS)[number];

/** A verbatim piece of a de-identified document. `quote === text.slice(start, end)`, always. */
export interface Evidence {
  /** Document id. */
  readonly document: string;
  /** UTF-16 code units in the de-identified text. */
  readonly start: number;
  readonly end: number;
  readonly quote: string;
}

export interface RuleReference {
  /** Stable, kebab-case, the file's name: `excludes1`, `laterality`, `em-by-time`. */
  readonly id: string;
  /** Where the rule is published: `ICD-10-CM Guidelines FY2026 I.A.12.a`. */
  readonly source: string;
}

export interface Finding {
  readonly kind: FindingKind;
  readonly direction: Direction;
  /** Code(s) on the claim that it is about; a modifier behind a hyphen (`99213-25`). Empty for something missed. */
  readonly billed: readonly string[];
  /** Code(s) to look at instead; empty where none. */
  readonly suggested: readonly string[];
  /** Empty only where absence is the point. */
  readonly evidence: readonly Evidence[];
  /** 0 to 1, calibrated: of findings with 0.8, about four in five are right. */
  readonly confidence: number;
  readonly source: 'rules' | 'model' | 'both';
  readonly rule: RuleReference;
  /** One or two sentences for a coder, without identifiers and without money. */
  readonly rationale: string;
  /** The code-table release that judged it, where one did: `ICD-10-CM FY2026`. */
  readonly tableRelease?: string;
  /** The decision making behind a level of service, where it was read: to be shown as the published table. */
  readonly mdmTable?: MdmTable;
}

/** The four levels of medical decision making, lowest first (CPT 2021/2023 E/M guidelines). */
export const MDM_LEVELS = ['straightforward', 'low', 'moderate', 'high'] as const;
export type MdmLevel = (typeof MDM_LEVELS)[number];

export type MdmElementName = 'problems' | 'data' | 'risk';

/** One row of the published table that the record meets, with the words that meet it. */
export interface MdmFact {
  readonly element: MdmElementName;
  /** Stable id of the row: `two-stable-chronic`, `independent-interpretation`, `prescription-drug-management`. */
  readonly row: string;
  readonly level: MdmLevel;
  readonly evidence: readonly Evidence[];
}

/** What the record proves at least, and what it can support at most. */
export interface LevelBounds {
  readonly lower: MdmLevel;
  readonly upper: MdmLevel;
}

/** One column of the table: its bounds, and the facts that stand in its cells. */
export interface MdmElement extends LevelBounds {
  readonly facts: readonly MdmFact[];
}

/** The published table filled in: three columns, and the level that two of the three meet. */
export interface MdmTable {
  readonly problems: MdmElement;
  readonly data: MdmElement;
  readonly risk: MdmElement;
  readonly level: LevelBounds;
}

/** A check that could not run. Never silently "passed". */
export interface NotEvaluated {
  /** Rule id. */
  readonly rule: string;
  /** For a person: `NCCI PTP edits: table not loaded`. */
  readonly reason: string;
}

export interface ReviewResult {
  /** By confidence, then by rule and code: stable, and never by money. */
  readonly findings: readonly Finding[];
  readonly notEvaluated: readonly NotEvaluated[];
  /** Whether a model took part, and which; findings of such a review carry the AIAST label. */
  readonly model: ModelPart;
}

/** The model's part in a review. */
export interface ModelPart {
  readonly used: boolean;
  readonly name?: string;
  /** For a person: why it was not used, or what to know of its part. */
  readonly note?: string;
  /** What it cost, also when nothing came of it. For operators, not for the pages of a review. */
  readonly usage?: ModelUsage;
  /** Parts of its answer that failed a check, by reason. */
  readonly dropped?: Readonly<Record<string, number>>;
}

/** What one review cost. Tokens as the server counted them, all requests and retries together. */
export interface ModelUsage {
  readonly requests: number;
  readonly inputTokens: number;
  /** The part of `inputTokens` that was read from the server's prompt cache. */
  readonly cachedInputTokens: number;
  readonly outputTokens: number;
  /** Micro-dollars (1e-6 USD) by the configured prices; undefined when no prices are configured. */
  readonly costMicroUsd: number | undefined;
  readonly latencyMs: number;
}
