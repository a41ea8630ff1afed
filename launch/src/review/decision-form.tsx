import { Button, Group, Select, Text, Textarea } from '@mantine/core';
import { useState } from 'react';
import { REJECTION_REASONS, type DispositionRequest } from '#http/contract.ts';
import { problemWords } from '../problem-words.ts';
import { REASON_WORDS } from './finding-words.ts';

const REASONS = REJECTION_REASONS.map((value) => ({ value, label: REASON_WORDS[value] ?? value }));

interface DecisionFormProps {
  readonly onDecide: (request: DispositionRequest) => Promise<void>;
}

/** Accept, or reject with a reason; a note either way. */
export function DecisionForm({ onDecide }: DecisionFormProps) {
  const [rejecting, setRejecting] = useState(false);
  const [reason, setReason] = useState<DispositionRequest['reason']>();
  const [note, setNote] = useState('');
  const [busy, setBusy] = useState(false);
  const [problem, setProblem] = useState<string>();

  function decide(decision: DispositionRequest['decision']) {
    if (decision === 'rejected' && reason === undefined) {
      setProblem('Choose a reason.');
      return;
    }
    setBusy(true);
    const words = note.trim();
    onDecide({
      decision,
      ...(decision === 'rejected' && reason !== undefined ? { reason } : {}),
      ...(words === '' ? {} : { note: words }),
    })
      .catch((error: unknown) => setProblem(problemWords(error)))
      .finally(() => setBusy(false));
  }

  return (
    <form className="decision" onSubmit={(event) => event.preventDefault()} aria-label="Your decision">
      {rejecting && (
        <Select
          label="Reason"
          size="xs"
          data={REASONS}
          value={reason ?? null}
          allowDeselect={false}
          comboboxProps={{ withinPortal: false }}
          onChange={(value) => setReason(REJECTION_REASONS.find((known) => known === value))}
        />
      )}
      <Textarea
        label="Note (optional)"
        size="xs"
        rows={2}
        value={note}
        maxLength={2000}
        onChange={(event) => setNote(event.currentTarget.value)}
      />
      {problem !== undefined && (
        <Text role="alert" size="sm" c="red">
          {problem}
        </Text>
      )}
      <Group gap="xs" mt="xs">
        {!rejecting && (
          <Button size="xs" onClick={() => decide('accepted')} loading={busy}>
            Accept
          </Button>
        )}
        <Button
          size="xs"
          variant={rejecting ? 'filled' : 'default'}
          color="red"
          onClick={() => (rejecting ? decide('rejected') : setRejecting(true))}
          loading={busy && rejecting}
        >
          {rejecting ? 'Reject with this reason' : 'Reject'}
        </Button>
        {rejecting && (
          <Button size="xs" variant="subtle" onClick={() => setRejecting(false)}>
            Back
          </Button>
        )}
      </Group>
    </form>
  );
}
