import { SERVED_TYPES } from '../search/params.ts';

/** c, r, u, d, s of SMART App Launch 2: create, read (with vread and history), update, delete, search. */
const PERMISSIONS = ['c', 'r', 'u', 'd', 's'] as const;
export type Permission = (typeof PERMISSIONS)[number];

export interface ResourceScope {
  readonly context: 'patient' | 'user' | 'system';
  /** A resource type or `*`. */
  readonly type: string;
  readonly permissions: ReadonlySet<Permission>;
}

/** Scopes that are not about a resource type. */
export const PLAIN_SCOPES = [
  'openid',
  'fhirUser',
  'profile',
  'launch',
  'launch/patient',
  'launch/encounter',
  'online_access',
  'offline_access',
] as const;

const RESOURCE_SCOPE = /^(patient|user|system)\/(\*|[A-Z][A-Za-z]+)\.(?:(read|write|\*)|(c?r?u?d?s?))$/;
const VERSION_1: Readonly<Record<string, string>> = { read: 'rs', write: 'cud', '*': 'cruds' };

/**
 * `user/Encounter.rs` or, in version 1, `user/Encounter.read`. The letters must stand in the order of `cruds`
 * (`.dus` is not a scope). Undefined for anything else.
 * Source: SMART App Launch 2.2, scopes and launch context.
 */
export function parseResourceScope(scope: string): ResourceScope | undefined {
  const [, context, type, version1, letters] = RESOURCE_SCOPE.exec(scope) ?? [];
  const permissions = version1 === undefined ? letters : VERSION_1[version1];
  if (!isContext(context) || type === undefined || permissions === undefined || permissions === '') return undefined;
  return { context, type, permissions: new Set(permissions.split('').filter(isPermission)) };
}

const isContext = (value: string | undefined): value is ResourceScope['context'] =>
  value === 'patient' || value === 'user' || value === 'system';

const isPermission = (value: string): value is Permission => PERMISSIONS.some((permission) => permission === value);

/** Whether everything that `requested` permits is permitted by some of the `registered` scopes. */
export function covers(registered: readonly string[], requested: string): boolean {
  if (registered.includes(requested)) return true;
  const wanted = parseResourceScope(requested);
  if (wanted === undefined) return false;
  const held = registered.flatMap((scope) => parseResourceScope(scope) ?? []);
  return [...wanted.permissions].every((permission) =>
    held.some(
      ({ context, type, permissions }) =>
        context === wanted.context && (type === '*' || type === wanted.type) && permissions.has(permission),
    ),
  );
}

/** Every scope that the server understands: the authorization server keeps to a closed list. */
export function allScopes(): string[] {
  const letters = Array.from({ length: 31 }, (_, index) =>
    PERMISSIONS.filter((_letter, bit) => ((index + 1) & (1 << bit)) !== 0).join(''),
  );
  const suffixes = [...letters, ...Object.keys(VERSION_1)];
  const resources = ['patient', 'user', 'system'].flatMap((context) =>
    ['*', ...SERVED_TYPES].flatMap((type) => suffixes.map((suffix) => `${context}/${type}.${suffix}`)),
  );
  return [...PLAIN_SCOPES, ...resources];
}

export const splitScope = (scope: string): string[] => scope.split(' ').filter((part) => part !== '');
