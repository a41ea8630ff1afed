import type { EhrClient } from '#ehr/index.ts';
import type { NamedUser } from '#review/index.ts';
import { hashOf, type Launch } from '#smart/index.ts';
import { getUserName } from './launch-view.ts';
import { userReference } from './user-roles.ts';

/** Who uses the app in a launch. */
export interface LaunchUser extends NamedUser {
  /** Issuer and subject, hashed: a stable id without PHI. */
  readonly id: string;
}

export async function getLaunchUser(launch: Launch, ehr: EhrClient): Promise<LaunchUser> {
  const id = hashOf(`${launch.user.issuer} ${launch.user.subject}`);
  const name = await getUserName(launch, ehr);
  const reference = userReference(launch);
  return { id, name, ...(reference === undefined ? {} : { reference }) };
}
