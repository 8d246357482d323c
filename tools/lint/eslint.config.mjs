/**
 * The rules of style that need syntax or types to check.
 *
 * The configuration is a package of its own because typescript-eslint needs the JavaScript API of TypeScript 6, while
 * the root builds with TypeScript 7. Prettier formats; no rule here concerns layout. tools/boundaries also checks
 * layering, with the same list of packages, and reads the manifests. The rules here show layering errors in the
 * editor.
 */
import js from '@eslint/js'
import jsdoc from 'eslint-plugin-jsdoc'
import { builtinModules } from 'node:module'
import tseslint from 'typescript-eslint'
import { FILE_PATHS } from './file-paths.mjs'
import { FIRST_NODE_LAYER, FIRST_PRINTING_LAYER, readPackages, root } from './workspace.mjs'

const packages = readPackages()
const libraries = packages.filter(({ isTool }) => !isTool)
// Imports of Node's modules. A name after a slash is a whole path: `constants` is a module of Node, and
// `@seccompile/constants` is not.
const NODE_BUILTINS = {
  group: ['node:*', ...builtinModules.map((name) => `/${name}`)],
  message: `layers below ${FIRST_NODE_LAYER} run in a browser`,
}
const DEEP = {
  regex: '^@seccompile/[^/]+/(src|dist|test)(/|$)',
  message: 'import a package by a path that its "exports" name',
}

/** The workspace packages that `pkg` may not import, with one message each. */
function forbidden(pkg, declared) {
  return packages
    .filter((other) => other.name !== pkg.name && !(declared.includes(other.name) && other.layer < pkg.layer))
    .map((other) => ({
      // Matches the name and its subpaths, and no longer name with the same beginning.
      regex: `^${other.name}(/|$)`,
      message:
        other.layer < pkg.layer
          ? `${pkg.name} does not declare ${other.name}`
          : `${pkg.name} is layer ${pkg.layer} and ${other.name} is layer ${other.layer}; imports go to lower layers only`,
    }))
}

/** Layering, written out for each package from its own manifest. */
function layering(pkg) {
  const runtime = [...pkg.dependencies, ...pkg.peerDependencies]
  // A bundle holds the packages that its sources import. `npm run check boundaries` tells these sources from those of the library.
  const held = pkg.library === undefined ? [] : pkg.devDependencies
  const inSources = [
    DEEP,
    ...forbidden(pkg, [...runtime, ...held]),
    ...(pkg.layer < FIRST_NODE_LAYER || pkg.isBrowser ? [NODE_BUILTINS] : []),
  ]
  const inTests = [DEEP, ...forbidden(pkg, [...runtime, ...pkg.devDependencies])]
  const rule = (patterns) => ({ '@typescript-eslint/no-restricted-imports': ['error', { patterns }] })
  return [
    { files: [`${pkg.dir}/src/**/*.ts`], rules: rule(inSources) },
    { files: [`${pkg.dir}/test/**/*.ts`], rules: rule(inTests) },
  ]
}

const NAMED_EXPORTS = [
  { selector: 'ExportDefaultDeclaration', message: 'export by name' },
  { selector: 'ExportAllDeclaration', message: 'name each export; `export *` hides the names' },
]
const STYLE = [
  ...NAMED_EXPORTS,
  ...FILE_PATHS,
  {
    selector:
      'Program > VariableDeclaration[kind!="const"], Program > ExportNamedDeclaration > VariableDeclaration[kind!="const"]',
    message: 'no module-level mutable state: what a compilation shares lives in its context object',
  },
]
const NO_INSTANCEOF = {
  // Classes of errors and of containers of the language are the same in every copy of a package.
  selector:
    'BinaryExpression[operator="instanceof"]:not([right.name=/^(Error|SyntaxError|TypeError|RangeError|Uint8Array|Uint32Array|ArrayBuffer|Map|Set)$/])',
  message: 'two copies of a package must work together: tell objects apart by a field, not by their class',
}
const NO_STRINGIFY = {
  selector: 'MemberExpression[object.name="JSON"][property.name="stringify"]',
  message: 'a text may hold a command to a runner of CI: jsonText() of @seccompile/text-layout escapes it',
}

/** Files that a generator writes. */
const GENERATED = [
  'packages/{constants,signatures,syscalls}/src/*.ts',
  'packages/{constants,signatures,syscalls}/src/{tables,table,texts}/*.ts',
  'packages/libc-calls/src/table.ts',
  'packages/lint/src/calls/measured-calls.ts',
  'packages/systemd/src/set-table.ts',
]
/**
 * Files with one function of more than 80 lines, whose short inner functions share its state. Every such function but
 * `layOutWord` builds the functions of an object or of a page. `layOutWord` is a recursion whose functions share a
 * memo. No further file may join this list.
 */
const OBJECTS_OF_FUNCTIONS = [
  'packages/diagram/src/store.ts',
  'packages/layout/src/word-layout.ts',
  'packages/notation/src/express.ts',
  'packages/prover/src/{bit-vector,inquire}.ts',
  'tools/site/src/playground/page/{editor,mount}.ts',
]

export default tseslint.config(
  {
    ignores: ['**/node_modules/', '**/dist/', '**/.cache/', '**/.turbo/', 'out/', 'coverage/'],
  },
  { linterOptions: { reportUnusedDisableDirectives: 'error' } },
  js.configs.recommended,
  {
    files: ['**/*.{mjs,js}'],
    languageOptions: {
      globals: Object.fromEntries(
        [
          'console',
          'process',
          'performance',
          'setTimeout',
          'clearTimeout',
          'URL',
          'TextDecoder',
          'TextEncoder',
          'Buffer',
        ].map((name) => [name, 'readonly']),
      ),
    },
    rules: {
      'no-restricted-syntax': ['error', ...FILE_PATHS],
      'no-unused-vars': ['error', { argsIgnorePattern: '^_', varsIgnorePattern: '^_' }],
    },
  },
  {
    files: ['packages/**/*.ts', 'tools/**/*.ts'],
    extends: [tseslint.configs.strictTypeChecked],
    languageOptions: { parserOptions: { projectService: true, tsconfigRootDir: root } },
    rules: {
      'no-restricted-syntax': ['error', ...STYLE],
      eqeqeq: 'error',
      'no-bitwise': 'off',
      '@typescript-eslint/consistent-type-imports': 'error',
      '@typescript-eslint/switch-exhaustiveness-check': [
        'error',
        { considerDefaultExhaustiveForUnions: true, requireDefaultForNonUnion: true },
      ],
      // Numbers and bigints print as themselves; objects do not.
      '@typescript-eslint/restrict-template-expressions': [
        'error',
        { allowNumber: true, allowBoolean: true },
      ],
      '@typescript-eslint/no-unused-vars': [
        'error',
        { argsIgnorePattern: '^_', varsIgnorePattern: '^_', caughtErrorsIgnorePattern: '^_' },
      ],
      // `noUncheckedIndexedAccess` makes every `words[i]` possibly undefined; where the index is known to be in
      // range, `!` says so in one character.
      '@typescript-eslint/no-non-null-assertion': 'off',
      // Errors are recognised by `name` and `code`, because they may come from another copy of a package.
      '@typescript-eslint/no-unsafe-class-instance-assignment': 'off',
      // The rule reads `let changed = false` as a constant where a callback sets it. Passes record changes that way.
      '@typescript-eslint/no-unnecessary-condition': 'off',
      '@typescript-eslint/no-confusing-void-expression': ['error', { ignoreArrowShorthand: true }],
    },
  },
  {
    files: ['packages/*/src/**/*.ts'],
    plugins: { jsdoc },
    settings: { jsdoc: { mode: 'typescript' } },
    rules: {
      'no-restricted-syntax': ['error', ...STYLE, NO_INSTANCEOF],
      'jsdoc/require-jsdoc': [
        'error',
        {
          publicOnly: { esm: true, cjs: false, window: false },
          checkConstructors: false,
          require: {
            FunctionDeclaration: true,
            ArrowFunctionExpression: true,
            ClassDeclaration: true,
            MethodDefinition: true,
          },
          contexts: [
            'TSInterfaceDeclaration',
            'TSTypeAliasDeclaration',
            'ExportNamedDeclaration > VariableDeclaration',
          ],
        },
      ],
      'jsdoc/require-throws': [
        'error',
        {
          contexts: [
            'ExportNamedDeclaration > FunctionDeclaration',
            'ExportNamedDeclaration > ClassDeclaration MethodDefinition',
          ],
        },
      ],
      'jsdoc/check-param-names': ['error', { checkDestructured: false, disableMissingParamChecks: true }],
      'jsdoc/check-tag-names': 'error',
      'jsdoc/empty-tags': 'error',
      'jsdoc/no-types': 'error',
    },
  },
  {
    files: ['packages/*/src/**/*.ts', 'tools/*/src/**/*.ts'],
    ignores: GENERATED,
    rules: { 'max-lines': ['error', 400], 'max-lines-per-function': ['error', 80] },
  },
  {
    files: ['packages/seccompile/src/**/*.ts'],
    rules: { 'no-restricted-syntax': ['error', ...STYLE, NO_INSTANCEOF, NO_STRINGIFY] },
  },
  { files: OBJECTS_OF_FUNCTIONS, rules: { 'max-lines-per-function': 'off' } },
  {
    files: libraries
      .filter(({ layer }) => layer < FIRST_PRINTING_LAYER)
      .map(({ dir }) => `${dir}/src/**/*.ts`),
    rules: { 'no-console': 'error' },
  },
  {
    files: ['**/test/**/*.ts'],
    rules: {
      'no-restricted-syntax': [
        'error',
        ...FILE_PATHS,
        ...NAMED_EXPORTS,
        {
          selector:
            'MemberExpression[object.name=/^(describe|it|test)$/][property.name=/^(only|skip|todo)$/]',
          message: 'every test runs',
        },
        {
          selector: 'CallExpression[callee.name=/^(it|test)$/] > Literal:first-child[value=/\\bshould\\b/]',
          message: 'a title states what happens, in the present tense',
        },
      ],
      // Tests hand wrong values to functions on purpose.
      '@typescript-eslint/no-unsafe-argument': 'off',
      '@typescript-eslint/no-unsafe-assignment': 'off',
      '@typescript-eslint/no-unsafe-member-access': 'off',
    },
  },
  {
    // A type test mentions a value only so that its type is checked.
    files: ['**/test/**/*.test-d.ts'],
    rules: {
      '@typescript-eslint/no-meaningless-void-operator': 'off',
      '@typescript-eslint/no-unused-expressions': 'off',
    },
  },
  ...libraries.flatMap(layering),
)
