import { Button, Text } from '@mantine/core';
import type { LaunchView } from '#http/contract.ts';

interface PatientBannerProps {
  readonly launch: LaunchView;
  readonly onSignOut: () => void;
}

/** Whose chart this is. Always shown, unless the EHR says that its frame shows it. And who reads it. */
export function PatientBanner({ launch, onSignOut }: PatientBannerProps) {
  const { patient, encounter } = launch;
  const facts = [
    patient.birthDate === undefined ? undefined : `born ${patient.birthDate}`,
    patient.sex,
    patient.mrn === undefined ? undefined : `MRN ${patient.mrn}`,
  ].filter((fact) => fact !== undefined);
  const visit = [encounter.type ?? encounter.classDisplay, encounter.start?.slice(0, 10)].filter(Boolean).join(', ');
  return (
    <header className="banner" aria-label="Patient">
      {launch.needPatientBanner ? (
        <h1 className="banner-name">
          {patient.name} <span className="banner-facts">{facts.join(' · ')}</span>
        </h1>
      ) : (
        <h1 className="visually-hidden">Coding review of {patient.name}</h1>
      )}
      <Text size="sm" c="dimmed">
        {visit === '' ? 'Encounter' : visit} · {launch.siteName}
      </Text>
      <div className="signed-in">
        <Text size="sm" c="dimmed" component="span">
          {launch.user.name}
        </Text>
        <Button size="compact-sm" variant="subtle" onClick={onSignOut} title="Closes every RevRx page of this browser">
          Sign out
        </Button>
      </div>
    </header>
  );
}
