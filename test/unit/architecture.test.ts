import { describe, expect, it } from '@jest/globals';
import { importsOf, readSource, sourceFiles, type ImportEdge } from '#test/support/imports.ts';

/**
 * Who may import whom, by room. What is not listed is forbidden; `kernel` may be imported by all. The domain rooms follow
 * the way of the encounter, never against it. To change this, change docs/decisions/ too.
 */
const MAY_IMPORT: Readonly<Record<string, readonly string[]>> = {
  kernel: [],
  config: [],
  telemetry: [],
  persistence: [],
  audit: ['persistence'],
  vault: ['persistence', 'audit'],
  codes: [],
  sites: ['persistence', 'vault', 'audit'],
  ehr: ['sites'],
  smart: ['sites', 'vault', 'audit', 'persistence'],
  chart: ['ehr', 'persistence'],
  deidentify: ['chart', 'persistence'],
  review: ['deidentify', 'codes', 'persistence'],
  writeback: ['review', 'ehr', 'persistence'],
  pull: ['ehr', 'sites', 'audit', 'persistence'],
  pipeline: ['writeback', 'review', 'deidentify', 'chart', 'ehr', 'codes', 'vault', 'audit', 'persistence'],
  http: ['smart', 'sites', 'audit', 'telemetry', 'persistence'],
  'app-api': [
    'http',
    'pipeline',
    'review',
    'deidentify',
    'chart',
    'ehr',
    'codes',
    'smart',
    'sites',
    'audit',
    'persistence',
  ],
  /** Its cases say what a coder would find, in the review's words. */
  sandbox: ['review'],
};

/** Rooms that join others: they may import any room. */
const JOINING = new Set(['compose', 'cli']);

/** Files directly in src/ that are no room. */
const ROOT_FILES: Readonly<Record<string, readonly string[]>> = {
  'src/entities.ts': ['*'],
};

/** Each SDK in exactly one place, so that it can be replaced there. */
const ONE_PLACE: Readonly<Record<string, string>> = {
  fhirclient: 'src/ehr/',
  'openid-client': 'src/smart/',
  'oidc-provider': 'src/sandbox/',
  '@aws-sdk/client-comprehendmedical': 'src/deidentify/comprehend/',
  '@aws-sdk/client-kms': 'src/vault/',
  '@aws-crypto/client-node': 'src/vault/',
  openai: 'src/review/model/',
  'express-session': 'src/http/',
  'connect-pg-simple': 'src/http/',
  helmet: 'src/http/',
  'node-cron': 'src/pull/',
  winston: 'src/telemetry/',
  'pdfjs-dist': 'src/chart/',
  commander: 'src/cli/',
  'cli-progress': 'src/cli/',
};

const files = sourceFiles('src');
const edges: readonly ImportEdge[] = files.flatMap(importsOf);

function roomOf(path: string): string {
  const [, room = '', rest] = path.split('/');
  return rest === undefined ? path : room;
}

function allowed({ from, to }: ImportEdge): boolean {
  if (!to.startsWith('src/')) return !to.startsWith('test/') && !to.startsWith('launch/');
  const [room, other] = [roomOf(from), roomOf(to)];
  if (room === other || other === 'kernel' || JOINING.has(room)) return true;
  const list = MAY_IMPORT[room] ?? ROOT_FILES[room] ?? [];
  return list.includes('*') || list.includes(other);
}

const shown = ({ from, to }: ImportEdge): string => `${from} -> ${to}`;

describe('the architecture', () => {
  it('lets a room import only what stands before it on the way of an encounter', () => {
    expect(edges.filter((edge) => !allowed(edge)).map(shown)).toEqual([]);
  });

  it("enters another room by its index, or by an entity's or contract's file", () => {
    const open = /\/(?:index|[a-z-]+\.entity|contract)\.ts$/;
    const intrusions = edges.filter(
      ({ from, to }) =>
        to.startsWith('src/') && roomOf(from) !== roomOf(to) && to.split('/').length > 2 && !open.test(to),
    );
    expect(intrusions.map(shown)).toEqual([]);
  });

  it('has no circle of imports', () => {
    const runtime = Map.groupBy(
      edges.filter(({ typeOnly, to }) => !typeOnly && to.startsWith('src/')),
      ({ from }) => from,
    );
    const state = new Map<string, 'open' | 'done'>();
    const circles: string[] = [];
    const visit = (path: string, trail: readonly string[]): void => {
      if (state.get(path) === 'done') return;
      if (state.get(path) === 'open') {
        circles.push([...trail.slice(trail.indexOf(path)), path].join(' -> '));
        return;
      }
      state.set(path, 'open');
      for (const { to } of runtime.get(path) ?? []) visit(to, [...trail, path]);
      state.set(path, 'done');
    };
    for (const file of files) visit(file, []);
    expect(circles).toEqual([]);
  });

  it('gives each advisory lock of the database a number of its own', () => {
    const numbers = files.flatMap((file) =>
      [...readSource(file).matchAll(/\b727_379_\d{3}\b/g)].map(([number]) => number),
    );
    expect(numbers.length).toBeGreaterThan(1);
    expect(numbers.filter((number, at) => numbers.indexOf(number) !== at)).toEqual([]);
  });

  it('keeps each SDK in one place', () => {
    const strays = edges.filter(({ from, to }) => ONE_PLACE[to] !== undefined && !from.startsWith(ONE_PLACE[to] ?? ''));
    expect(strays.map(shown)).toEqual([]);
  });

  it('reads the environment in config and at the edge of the command line only', () => {
    const readers = files.filter((file) => /\bprocess\.env\b/.test(readSource(file)));
    const allowedReaders = /^src\/(cli\/|config\/|persistence\/(embedded-postgres|postgres-binaries)\.ts)/;
    expect(readers.filter((file) => !allowedReaders.test(file))).toEqual([]);
  });

  it('never ends the process from inside a room', () => {
    expect(files.filter((file) => /\bprocess\.exit\(/.test(readSource(file)))).toEqual([]);
  });

  it('lets the app in the frame see the contract of the API alone', () => {
    const fromServer = sourceFiles('launch')
      .flatMap(importsOf)
      .filter(({ to }) => to.startsWith('src/'));
    expect(fromServer.filter(({ to }) => to !== 'src/http/contract.ts').map(shown)).toEqual([]);
  });

  it('keeps files short enough to read', () => {
    const long = files
      .map((file) => ({ file, lines: readSource(file).split('\n').length }))
      .filter(({ lines }) => lines > 320);
    expect(long).toEqual([]);
  });
});
