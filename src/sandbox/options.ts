import type { Router } from 'express';
import type { FhirResource } from 'fhir/r4.js';
import type { JWK } from 'jose';
import type { Clock, Log } from '#kernel/index.ts';
import type { Faults } from './faults/fault.ts';
import type { FhirStore } from './store.ts';

/** An OAuth client that the EHR's administrator registered. Keys by value, keys by URL or a secret: one of the three. */
export interface ClientRegistration {
  readonly clientId: string;
  /** Shown on the EHR page. */
  readonly name?: string;
  readonly jwks?: { readonly keys: readonly JWK[] };
  readonly jwksUri?: string;
  /** HTTP Basic over the raw `id:secret`, as SMART has it, instead of private_key_jwt. */
  readonly clientSecret?: string;
  readonly redirectUris: readonly string[];
  /** Where the EHR opens the app, with `iss` and `launch`. */
  readonly launchUrl?: string;
  readonly grantTypes: readonly ('authorization_code' | 'refresh_token' | 'client_credentials')[];
  /** Space-separated: all that the client may ask for. SMART v2 (`user/Encounter.rs`) or v1 (`user/Encounter.read`); `*` allowed. */
  readonly scope: string;
}

/** What the EHR knows at launch: who is signed in, and which chart is open. Ids, without the type. */
export interface LaunchRequest {
  readonly patient: string;
  readonly encounter?: string;
  /** The signed-in user. */
  readonly practitioner: string;
  /** Default false: the EHR's frame shows the patient's banner itself. */
  readonly needPatientBanner?: boolean;
  readonly intent?: string;
}

export interface TokenLifetimes {
  readonly accessTokenSeconds: number;
  readonly backendTokenSeconds: number;
  readonly refreshTokenSeconds: number;
  readonly codeSeconds: number;
  readonly launchSeconds: number;
  /** Of `next` links. */
  readonly pageSeconds: number;
}

/** What the EHR page builds on. */
export interface SandboxServices {
  /** Canonical origin, without a slash at its end. */
  readonly url: string;
  readonly fhirBaseUrl: string;
  /** OAuth and OIDC issuer: not the FHIR base, as in most EHRs. */
  readonly issuer: string;
  readonly store: FhirStore;
  readonly faults: Faults;
  /** The registered clients, in the order of registration. */
  clients(): readonly ClientRegistration[];
  /** A `launch` value: opaque, good for one authorization, expiring. */
  createLaunch(request: LaunchRequest): string;
  /** The URL that the EHR's frame opens: the client's launch URL with `iss` and `launch`. Throws when it has none. */
  launchUrl(clientId: string, request: LaunchRequest): string;
}

export interface SandboxOptions {
  /** 0: from the operating system. */
  readonly port: number;
  /** Address to listen on. Default: all loopback addresses there are. */
  readonly listenHost?: string;
  /** Host names that it answers to besides `localhost` and `127.0.0.1`. Others get 421. */
  readonly hosts?: readonly string[];
  /** Canonical origin. Default `http://localhost:PORT`. */
  readonly publicUrl?: string;
  /** When given, what is written survives restarts (`sandbox-journal.ndjson`). */
  readonly dataDir?: string;
  readonly population: readonly FhirResource[];
  readonly clients: readonly ClientRegistration[];
  readonly lifetimes?: Partial<TokenLifetimes>;
  /** The EHR's pages, mounted at `/`. */
  readonly page?: (services: SandboxServices) => Router;
  /** A whole FHIR validator, where one is at hand: the problems of a resource that a client writes. Any refuses it with 422. */
  readonly validate?: (resource: FhirResource) => readonly string[];
  readonly log?: Log;
  readonly clock?: Clock;
  /** True: refused. */
  readonly production?: boolean;
}

export type Expirable = 'access-tokens' | 'refresh-tokens' | 'codes' | 'launches' | 'pages';

export interface Sandbox extends SandboxServices, AsyncDisposable {
  readonly port: number;
  /** From now on this client may ask for tokens. Registering an id again replaces it. */
  registerClient(client: ClientRegistration): void;
  /** Changes lifetimes (at least 1 second) of what is issued from now on. */
  setLifetimes(lifetimes: Partial<TokenLifetimes>): void;
  /** What was issued of this kind so far is expired from now on: a client can be tried without waiting. */
  expire(what: Expirable): void;
  stop(): Promise<void>;
}
