import { Alert, Button, Text } from '@mantine/core';

interface ProblemProps {
  readonly title: string;
  readonly message: string;
  /** For the help desk. */
  readonly id?: string | undefined;
  readonly onRetry?: (() => void) | undefined;
}

/** An error as a sentence, with what to do. */
export function Problem({ title, message, id, onRetry }: ProblemProps) {
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
          Try again
        </Button>
      )}
    </Alert>
  );
}
