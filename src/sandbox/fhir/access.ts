import { parseResourceScope, type Permission, type ResourceScope } from '../oauth/scopes.ts';
import { FhirError } from './fhir-error.ts';

/** What a bearer token stands for. */
export interface Grant {
  readonly clientId: string;
  readonly scopes: readonly string[];
  /** The launch context's patient id; undefined for backend services. */
  readonly patient: string | undefined;
}

/** How far a permission goes: everything, or one patient's compartment. */
type Reach = { readonly patient: string | undefined };

/** Answers what a token may do. Patient-level scopes reach the launch context's patient only. */
export class Access {
  /** Names the client and the launch context's patient: two tokens of one owner reach alike, but for their scopes. */
  readonly owner: string;
  readonly #scopes: readonly ResourceScope[];
  readonly #patient: string | undefined;

  constructor({ clientId, scopes, patient }: Grant) {
    this.owner = `${clientId} ${patient ?? ''}`;
    this.#scopes = scopes.flatMap((scope) => parseResourceScope(scope) ?? []);
    this.#patient = patient;
  }

  /** @throws FhirError 403 when no scope of the token permits it. */
  require(type: string, permission: Permission): Reach {
    const held = this.#scopes.filter(
      (scope) => (scope.type === '*' || scope.type === type) && scope.permissions.has(permission),
    );
    if (held.some(({ context }) => context !== 'patient')) return { patient: undefined };
    if (held.length > 0 && this.#patient !== undefined) return { patient: this.#patient };
    throw new FhirError(403, 'forbidden', `the token's scopes do not permit "${permission}" on ${type}`, {
      'WWW-Authenticate': 'Bearer error="insufficient_scope"',
    });
  }
}
