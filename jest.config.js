/** Three kinds: `rules` beside the code, `system` over HTTP (Node and npm only), `machine` with a browser or Redis. */
const project = (displayName, testMatch) => ({
  displayName,
  testMatch,
  rootDir: import.meta.dirname,
  transform: { '\\.ts$': '@swc/jest' },
  extensionsToTreatAsEsm: ['.ts'],
  modulePathIgnorePatterns: ['/\\.data/', '/dist/'],
  testEnvironment: 'node',
});

export default {
  testTimeout: 60_000,
  // Every test owns its ports and its data: two at a time, one a core.
  maxWorkers: 2,
  projects: [
    project('rules', ['<rootDir>/{kit,gateway,registry,subgraphs,dev}/**/*.test.ts']),
    project('system', ['<rootDir>/test/**/*.test.ts']),
    project('machine', ['<rootDir>/test/**/*.machine.ts']),
  ],
};
