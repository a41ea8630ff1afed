import type { Member } from '../import/importer.ts';

/** `medicare-practitioner`, `medicaid-outpatient-hospital`, … : which program and which claims the edits are for. */
export type NcciVariant = `${'medicare' | 'medicaid'}-${NcciSetting}`;
export type NcciSetting = 'practitioner' | 'outpatient-hospital' | 'dme';

/** Judged by what the file (or its archive) is called, and by its heading. */
export function ncciVariant(member: Member, isMedicaid: boolean): NcciVariant {
  const names = `${member.archive ?? ''} ${member.fileName} ${member.head.slice(0, 4000)}`.toLowerCase();
  const program = isMedicaid || names.includes('medicaid') ? 'medicaid' : 'medicare';
  return `${program}-${settingIn(names)}`;
}

function settingIn(names: string): NcciSetting {
  if (/\bdme\b|durable|_dme_|dmesupplier/.test(names)) return 'dme';
  return /ccioph|outpatient|hospital|_oph/.test(names) ? 'outpatient-hospital' : 'practitioner';
}
