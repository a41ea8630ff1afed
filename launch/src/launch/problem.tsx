import { Alert, Button, Text } from '@mantine/core';

interface ProblemProps {
  readonly title: string;
  readonly message: string;
  /** For the help desk. */
  readonly id?: string | undefined;
  readonly onRetry?: (() => void) | undefined;
  /** What the button says. Default: "Try again". */
  readonly retryLabel?: string;
}

/** An error as a sentence, with what to do. */
export function Problem({ title, message, id, onRetry, retryLabel = 'Try again' }: ProblemProps) {
  return (
    <Alert role="alert" color="red" title={title} className="problem">
      <Text size="sm">{message}</Text>
      {id !== undefined && (
        <Text size="xs" c="dimmed">
          If you ask for help, quote {id}.
        </Text>
      )}
      {onRetry !== undefined && (
        <Button size="xs" variant="light" color="red" onClick={onRetry} mt="xs">
          {retryLabel}
        </Button>
      )}
    </Alert>
  );
}
