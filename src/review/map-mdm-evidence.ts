import type { Evidence, MdmElement, MdmTable } from './finding.ts';

/** The same table with every quote in its cells replaced: to put identifiers back, as is done with a finding's own evidence. */
export function mapMdmEvidence(
  { problems, data, risk, level }: MdmTable,
  replace: (evidence: Evidence) => Evidence,
): MdmTable {
  const column = (element: MdmElement): MdmElement => ({
    ...element,
    facts: element.facts.map((fact) => ({ ...fact, evidence: fact.evidence.map(replace) })),
  });
  return { problems: column(problems), data: column(data), risk: column(risk), level };
}
