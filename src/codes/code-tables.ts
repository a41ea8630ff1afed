/**
 * The code tables in force on one date of service. The review asks these and never sees the date.
 * A table that is not loaded is `undefined`, and checks that need it say "not evaluated".
 */
export interface CodeTables {
  /** Calendar year of the service: what was in the code set is a matter of years. */
  readonly year: number;
  readonly icd10cm: Icd10cmTable;
  readonly hcpcs: HcpcsTable | undefined;
  readonly ptp: PtpTable | undefined;
  readonly mue: MueTable | undefined;
  readonly addOn: AddOnTable | undefined;
  readonly mce: MceTable | undefined;
  readonly fees: FeeTable | undefined;
  readonly hcc: HccTable | undefined;
  readonly lcd: LcdTable | undefined;
}

export interface Release {
  /** `ICD-10-CM FY2021`, `NCCI PTP 2026Q1`, `RevRx starter catalogue`. */
  readonly label: string;
  /** True for the catalogue that ships: it knows some codes, so that absence from it proves nothing. */
  readonly starter: boolean;
  /** True when the year (or quarter) of the release had passed on the date of service, or had not begun. */
  readonly stale: boolean;
}

export interface Icd10cmCode {
  /** With its dot, upper case: `E11.42`. */
  readonly code: string;
  readonly title: string;
  readonly billable: boolean;
}

export interface Icd10cmTable {
  readonly release: Release;
  /** False when only the order file is loaded: the checks that live on notes and 7th characters are then "not evaluated". */
  readonly hasNotes?: boolean;
  find(code: string): Icd10cmCode | undefined;
  /** Direct children of a category or subcategory, 7th characters expanded, in code order. */
  children(code: string): readonly Icd10cmCode[];
  /** Billable codes below a category: `billableUnder('E11')`. */
  billableUnder(prefix: string): readonly Icd10cmCode[];
  /** Inclusion terms and other published synonyms of a code (its own, not its children's). */
  terms(code: string): readonly string[];
  /** Whether an Excludes1 note keeps the two apart, looked at from both sides, with the note's text and place. */
  excludes1(a: string, b: string): InstructionNote | undefined;
  excludes2(a: string, b: string): InstructionNote | undefined;
  codeFirst(code: string): readonly InstructionNote[];
  useAdditional(code: string): readonly InstructionNote[];
  codeAlso(code: string): readonly InstructionNote[];
  /** 7th characters that a code needs, with their meaning; empty when it needs none. */
  seventhCharacters(code: string): readonly { readonly character: string; readonly meaning: string }[];
  /** Every billable code, for building an index of titles. Iterated once by the mention finder. */
  all(): Iterable<Icd10cmCode>;
}

export interface InstructionNote {
  /** The code, section or chapter that carries the note. */
  readonly at: string;
  readonly text: string;
  /** The codes it names, as inclusive ranges of prefixes: `E10.-` is { from: 'E10', to: 'E10' }. Ask `namesCode` for a match. */
  readonly targets: readonly NoteTarget[];
}

export interface NoteTarget {
  readonly from: string;
  readonly to: string;
  /** A narrower condition on the code: "T36-T50 with fifth or sixth character 5". */
  readonly where?: CharacterCondition;
}

/** One of `values` stands at one of `positions` of the code without its dot (0-based; -1 is the end, 7th characters apart). */
export interface CharacterCondition {
  readonly positions: readonly number[];
  readonly values: readonly string[];
}

export interface HcpcsTable {
  readonly release: Release;
  find(code: string): { readonly code: string; readonly description: string; readonly terminated: boolean } | undefined;
}

export interface PtpTable {
  readonly release: Release;
  /** The edit in force that denies `column2` beside `column1`. Modifier indicator 0 never, 1 with modifier, 9 not in force. */
  find(
    column1: string,
    column2: string,
  ): { readonly modifierIndicator: 0 | 1 | 9; readonly rationale: string } | undefined;
}

export interface MueTable {
  readonly release: Release;
  /** Adjudication indicator: 1 per claim line, 2 per day (policy), 3 per day (clinical). */
  find(
    code: string,
  ): { readonly units: number; readonly adjudication: 1 | 2 | 3; readonly rationale: string } | undefined;
}

export interface AddOnTable {
  readonly release: Release;
  /** Primaries of an add-on; `contractorDefined` when the contractor decides (type 2, or `CCCCC`). */
  find(code: string): { readonly primaries: readonly string[]; readonly contractorDefined: boolean } | undefined;
}

export type MceList =
  | 'newborn'
  | 'pediatric'
  | 'maternity'
  | 'adult'
  | 'female'
  | 'male'
  | 'manifestation'
  | 'unacceptable-principal';

export interface MceTable {
  readonly release: Release;
  has(list: MceList, code: string): boolean;
}

export interface FeeTable {
  readonly release: Release;
  /** Allowed amount in cents for a locality; undefined when the code has no price. */
  allowedCents(code: string, modifier: string | undefined, facility: boolean): number | undefined;
  /** PPRRVU indicators. */
  indicators(code: string):
    | {
        readonly status: string;
        readonly globalDays: string;
        readonly bilateral: string;
        readonly pctc: string;
      }
    | undefined;
}

export interface HccTable {
  readonly release: Release;
  /** Categories by number, `37`. */
  categoriesOf(code: string): readonly string[];
  /** Categories that do not count beside this one (the hierarchy). */
  categoriesBelow(category: string): readonly string[];
  label(category: string): string | undefined;
}

export interface LcdTable {
  readonly release: Release;
  /** Whether a published article covers the service with the diagnosis; undefined when no article names the service. */
  covers(service: string, diagnosis: string): boolean | undefined;
}
