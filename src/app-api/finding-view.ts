import type { CodeTables } from '#codes/index.ts';
import type { FindingView } from '#http/contract.ts';
import type { Artifacts } from '#pipeline/index.ts';
import type { Disposition } from '#review/disposition.entity.ts';
import type { FindingRecord } from '#review/finding.entity.ts';
import { MDM_ELEMENT_WORDS, mdmRowWords, type MdmContent, type QueryContent } from '#review/index.ts';
import type { ClinicianQuery } from '#review/queries/clinician-query.entity.ts';
import { toDraftView, toSentView } from './query-view.ts';

export interface FindingContext {
  readonly artifacts: Artifacts;
  readonly tables: CodeTables;
  readonly decided: Disposition | undefined;
  readonly asked: ClinicianQuery | undefined;
}

/** A finding as the app shows it. */
export async function toFindingView(record: FindingRecord, context: FindingContext): Promise<FindingView> {
  const { artifacts, tables, decided, asked } = context;
  const content = await artifacts.openFinding(record, record.sealedContent);
  const { billed, suggested, rule, tableRelease, rationale, evidence, mdm, query } = content;
  const { id, kind, direction, confidence, source } = record;
  return {
    id,
    kind,
    direction,
    billed: [...billed],
    suggested: [...suggested],
    titles: titlesOf([...billed, ...suggested], tables),
    confidence,
    source,
    rule,
    rationale,
    evidence: [...evidence],
    ...(tableRelease === undefined ? {} : { tableRelease }),
    ...(decided === undefined ? {} : { disposition: await toDispositionView(decided, artifacts) }),
    ...(mdm === undefined ? {} : { mdm: toMdmView(mdm) }),
    ...(await queryOf(query, asked, artifacts)),
  };
}

async function queryOf(
  draft: QueryContent | undefined,
  asked: ClinicianQuery | undefined,
  artifacts: Artifacts,
): Promise<Pick<FindingView, 'query'>> {
  if (asked !== undefined) return { query: await toSentView(asked, artifacts) };
  return draft === undefined ? {} : { query: toDraftView(draft) };
}

function toMdmView({ level, elements }: MdmContent): NonNullable<FindingView['mdm']> {
  return {
    level,
    elements: elements.map(({ element, lower, upper, facts }) => ({
      element,
      title: MDM_ELEMENT_WORDS[element],
      lower,
      upper,
      facts: facts.map(({ row, level: own, evidence }) => ({
        words: mdmRowWords(row),
        level: own,
        evidence: [...evidence],
      })),
    })),
  };
}

async function toDispositionView(
  decided: Disposition,
  artifacts: Artifacts,
): Promise<NonNullable<FindingView['disposition']>> {
  const { by, note } = await artifacts.openNote(decided, decided.sealedNote);
  return {
    decision: decided.decision,
    by,
    at: decided.decidedAt.toISOString(),
    ...(decided.reason === null || decided.reason === undefined ? {} : { reason: decided.reason }),
    ...(note === undefined ? {} : { note }),
  };
}

/** ICD-10-CM and HCPCS Level II titles. CPT has none: its descriptors are the AMA's. */
function titlesOf(codes: readonly string[], { icd10cm, hcpcs }: CodeTables): Record<string, string> {
  const entries = codes.flatMap((code) => {
    const title = icd10cm.find(code)?.title ?? hcpcs?.find(code.split('-')[0] ?? code)?.description;
    return title === undefined ? [] : [[code, title] as const];
  });
  return Object.fromEntries(entries);
}
