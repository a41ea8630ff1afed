/** Node strips the types itself, so Jest transforms nothing. Suites: unit, integration, browser, chaos (see scripts/test.ts). */
export default {
  testMatch: ['<rootDir>/test/**/*.test.ts'],
  transform: {},
  extensionsToTreatAsEsm: ['.ts'],
  moduleFileExtensions: ['ts', 'tsx', 'mjs', 'js', 'cjs', 'json', 'node'],
  testEnvironment: 'node',
  testTimeout: 60_000,
};
