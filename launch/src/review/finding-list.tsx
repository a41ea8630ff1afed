import { Text } from '@mantine/core';
import type { FindingView } from '#http/contract.ts';
import type { FindingActs } from './finding-acts.ts';
import { FindingCard } from './finding-card.tsx';

interface FindingListProps {
  readonly findings: readonly FindingView[];
  readonly chosenId: string | undefined;
  readonly onChoose: (id: string) => void;
  readonly acts: FindingActs;
}

/** Findings, surest first: the server's order. */
export function FindingList({ findings, chosenId, onChoose, acts }: FindingListProps) {
  const open = findings.filter(({ disposition }) => disposition === undefined).length;
  return (
    <section aria-labelledby="findings-heading">
      <h2 id="findings-heading">
        {findings.length === 0 ? 'No findings' : `${findings.length} finding${findings.length === 1 ? '' : 's'}`}
        {findings.length > 0 && (
          <span className="heading-note"> {open === 0 ? 'all decided' : `${open} to decide`}</span>
        )}
      </h2>
      {findings.length === 0 && <Text size="sm">What was checked agrees with the documentation.</Text>}
      <ul className="findings">
        {findings.map((finding) => (
          <li key={finding.id}>
            <FindingCard
              finding={finding}
              chosen={finding.id === chosenId}
              onChoose={() => onChoose(finding.id)}
              acts={acts}
            />
          </li>
        ))}
      </ul>
    </section>
  );
}
