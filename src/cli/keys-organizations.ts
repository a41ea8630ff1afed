import type { Services } from '#compose/index.ts';
import { AppError } from '#kernel/index.ts';
import { Tenant } from '#sites/tenant.entity.ts';
import { listTenantVaults } from '#vault/index.ts';

/** An organization, as the commands about keys name it. */
export interface Organization {
  readonly id: string;
  readonly name: string;
  /** Since when nothing is sealed for it. */
  readonly shreddedAt: Date | undefined;
  /** A KMS key of its own. */
  readonly kmsKeyId: string | undefined;
}

/** All organizations that have an EHR connection or keys. */
export async function listOrganizations({ database, sites }: Services): Promise<Organization[]> {
  const vaults = new Map((await listTenantVaults(database)).map((vault) => [vault.tenantId, vault]));
  const connected = (await sites.listSites()).map(({ tenantId }) => tenantId);
  return Promise.all(
    [...new Set([...vaults.keys(), ...connected])].map(async (id) => {
      const tenant = await database.inTenant(id, (em) => em.findOne(Tenant, { id }));
      const vault = vaults.get(id);
      return {
        id,
        name: tenant?.name ?? 'unnamed',
        shreddedAt: vault?.shreddedAt ?? undefined,
        kmsKeyId: vault?.kmsKeyId ?? undefined,
      };
    }),
  );
}

/** By id or name (without case). Throws AppError `not-found`, or `conflict` when several have the name. */
export async function getOrganization(services: Services, nameOrId: string): Promise<Organization> {
  const wanted = nameOrId.toLowerCase();
  const [only, other] = (await listOrganizations(services)).filter(
    ({ id, name }) => id === wanted || name.toLowerCase() === wanted,
  );
  if (only === undefined) {
    throw new AppError('not-found', {
      publicMessage: `There is no organization "${nameOrId}". "revrx keys list" shows them all.`,
    });
  }
  if (other === undefined) return only;
  throw new AppError('conflict', {
    publicMessage: `Several organizations are called "${nameOrId}". Give the id instead: "revrx keys list" shows it.`,
  });
}
