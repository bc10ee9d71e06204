/**
 * The walls of the house: each rule of ARCHITECTURE.md that concerns imports, held by a tool.
 * scripts/walls.test.ts plants a breach of each and sees it refused.
 */
const MODULE = '^server/src/modules/([^/]+)/';
const TEST = '\\.test\\.ts$|/fixtures/|^server/test/';

/** @type {import('dependency-cruiser').IConfiguration} */
module.exports = {
  forbidden: [
    {
      name: 'module-only-through-its-door',
      comment: 'A module reaches another only through its index.ts.',
      severity: 'error',
      from: { path: MODULE },
      to: {
        path: '^server/src/modules/',
        pathNot: ['^server/src/modules/$1/', '/modules/[^/]+/index\\.ts$'],
      },
    },
    {
      name: 'module-door-for-everyone',
      comment: 'The rest of the program comes in by the same door.',
      severity: 'error',
      from: { pathNot: ['^server/src/modules/', TEST] },
      to: { path: '^server/src/modules/', pathNot: '/modules/[^/]+/index\\.ts$' },
    },
    {
      name: 'platform-knows-no-module',
      severity: 'error',
      from: { path: '^server/src/platform/' },
      to: { path: ['^server/src/modules/', '^server/src/main\\.ts$', '^server/src/cli/'] },
    },
    {
      name: 'wiring-only-in-main',
      comment: 'Only main.ts and the command line put modules together.',
      severity: 'error',
      from: {
        path: '^server/src/',
        pathNot: ['^server/src/((main|wiring|program)\\.ts$|cli/|modules/)', TEST],
      },
      to: { path: '^server/src/modules/' },
    },
    {
      name: 'nobody-imports-main',
      severity: 'error',
      from: { pathNot: '^server/bin/' },
      to: { path: '^server/src/main\\.ts$' },
    },
    {
      name: 'web-never-imports-server',
      comment: 'The faces use the public API, so that the API is always complete.',
      severity: 'error',
      from: { path: '^web/' },
      to: { path: '^server/' },
    },
    {
      name: 'server-never-imports-web',
      comment: 'The server mounts the built handler, by path, at run time.',
      severity: 'error',
      from: { path: '^server/' },
      to: { path: '^web/' },
    },
    {
      name: 'a-face-never-imports-another',
      severity: 'error',
      from: { path: '^web/src/routes/\\(?(portal|console|terrain|styleguide)\\)?/' },
      to: {
        path: '^web/src/routes/\\(?(portal|console|terrain|styleguide)\\)?/',
        pathNot: '^web/src/routes/\\(?$1\\)?/',
      },
    },
    {
      name: 'lib-knows-no-face',
      severity: 'error',
      from: { path: '^web/src/lib/' },
      to: { path: '^web/src/routes/' },
    },
    {
      name: 'model-and-policy-are-pure',
      comment: 'model.ts and policy.ts import types, or files as pure as they are.',
      severity: 'error',
      from: { path: '^server/src/modules/.+/(model|policy)\\.ts$' },
      to: {
        dependencyTypesNot: ['type-only'],
        pathNot: [
          '^server/src/modules/.+/(model|policy|problems)\\.ts$',
          // Roles, shapes and refusals: what these doors give to a policy does no I/O.
          '^server/src/platform/(acts|geo|problem)/index\\.ts$',
          '^engines/',
        ],
      },
    },
    {
      name: 'sql-only-in-stores-and-platform',
      severity: 'error',
      from: {
        path: '^server/src/',
        pathNot: [
          '^server/src/modules/[^/]+/[^/]*(store|tables)\\.ts$',
          // A concept in a folder of its own.
          '^server/src/modules/[^/]+/[^/]+/[^/]*(store|tables)\\.ts$',
          '^server/src/modules/[^/]+/migrations/',
          '^server/src/platform/(db|acts|events|auth|files)(/|\\.ts$)',
          TEST,
        ],
      },
      to: { path: '(^|/)node_modules/(@types/)?(kysely|pg)/' },
    },
    {
      name: 'engines-know-nothing',
      comment: 'An engine is a pure algorithm: no dependency, no Node, no neighbour.',
      severity: 'error',
      from: { path: '^engines/([^/]+)/', pathNot: ['\\.(test|bench)\\.ts$', '/(bench|test)/'] },
      to: { pathNot: '^engines/$1/' },
    },
    {
      name: 'no-cycles',
      comment: 'Types alone may point back.',
      severity: 'error',
      from: {},
      to: { circular: true, viaOnly: { dependencyTypesNot: ['type-only'] } },
    },
    {
      name: 'production-needs-no-dev-dependency',
      severity: 'error',
      from: { path: '^server/src/', pathNot: TEST },
      to: { dependencyTypes: ['npm-dev'], dependencyTypesNot: ['type-only'], pathNot: '/@types/' },
    },
    {
      name: 'imports-resolve',
      severity: 'error',
      from: {},
      to: { couldNotResolve: true, pathNot: '^(\\$app/|\\$env/|\\./\\$types|virtual:)' },
    },
  ],
  options: {
    doNotFollow: { path: 'node_modules' },
    exclude: { path: ['^web/build/', '^web/\\.svelte-kit/'] },
    tsPreCompilationDeps: true,
    tsConfig: { fileName: 'server/tsconfig.json' },
    enhancedResolveOptions: {
      extensions: ['.ts', '.js', '.mjs', '.cjs', '.svelte', '.json', '.d.ts'],
      conditionNames: ['import', 'node', 'types', 'svelte', 'default'],
      exportsFields: ['exports'],
    },
  },
};
