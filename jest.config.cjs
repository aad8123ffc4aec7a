/** @type {import('jest').Config} */
module.exports = {
  testEnvironment: 'node',
  roots: ['<rootDir>/test', '<rootDir>/examples'],
  testMatch: ['**/*.test.ts'],
  transform: { '^.+\\.ts$': ['ts-jest', { tsconfig: 'tsconfig.dev.json', diagnostics: false }] },
  // Examples import the library by its own name, as users do.
  moduleNameMapper: {
    // What `npm run compile` makes is made from the sources.
    '^\\./assets$': '<rootDir>/test/review/page/support/assets.ts',
    '^cdk8s-mesh$': '<rootDir>/lib/index.ts',
    '^cdk8s-mesh/jest$': '<rootDir>/lib/jest/index.ts',
  },
};
