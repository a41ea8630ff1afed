import { Alert, Text } from '@mantine/core';

/** What is left after signing out: nothing of the chart. */
export function SignedOut() {
  return (
    <output>
      <Alert color="blue" title="You are signed out" className="problem">
        <Text size="sm">Every RevRx page of this browser is closed. Open RevRx again from a chart in your EHR.</Text>
      </Alert>
    </output>
  );
}
