import eslint from '@eslint/js';
import tseslint from 'typescript-eslint';

export default tseslint.config(
  { ignores: ['build/', 'dist/', 'imports/', 'coverage/', 'node_modules/'] },
  eslint.configs.recommended,
  {
    files: ['**/*.ts'],
    extends: [tseslint.configs.recommendedTypeChecked, tseslint.configs.stylisticTypeChecked],
    languageOptions: {
      parserOptions: {
        project: ['tsconfig.dev.json', 'page/tsconfig.json'],
        tsconfigRootDir: import.meta.dirname,
      },
    },
    rules: {
      '@typescript-eslint/consistent-indexed-object-style': 'off', // jsii knows index signatures only
      '@typescript-eslint/consistent-type-imports': ['error', { disallowTypeAnnotations: false }],
      '@typescript-eslint/no-require-imports': [
        'error',
        { allow: ['^re2js$', '^\\./(plan|emit|judge-app)$', '^\\.\\./subject/verdict$'] },
      ], // lazy
      '@typescript-eslint/class-literal-property-style': 'off', // a getter is there before the constructor is done
      '@typescript-eslint/no-non-null-assertion': 'off',
      '@typescript-eslint/prefer-nullish-coalescing': 'off',
    },
  },
  {
    // Tests look into manifests of all kinds, which are any.
    files: ['test/**/*.ts'],
    rules: Object.fromEntries(
      ['assignment', 'call', 'member-access', 'return'].map((what) => [
        `@typescript-eslint/no-unsafe-${what}`,
        'off',
      ]),
    ),
  },
  {
    // What is done in pages.
    files: ['scripts/browser/**/*.mjs'],
    languageOptions: {
      globals: Object.fromEntries(
        [
          ...['Buffer', 'DOMParser', 'document', 'getComputedStyle', 'innerHeight', 'innerWidth', 'location'],
          ...['performance', 'requestAnimationFrame'],
        ].map((name) => [name, 'readonly']),
      ),
    },
  },
  {
    files: ['**/*.mjs', '**/*.cjs'],
    languageOptions: {
      globals: { console: 'readonly', fetch: 'readonly', module: 'writable', process: 'readonly' },
    },
  },
);
