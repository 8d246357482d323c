/**
 * Turns a parsed source into the files of packages/syscalls/src, as prettier would leave them.
 *
 * A table is a text in the order of its numbers, one call a line. So a diff shows the new calls of a kernel version. It is a
 * text because a program that loads all tables uses few of them, and an engine reads a text faster than a list of constants.
 * TypeScript takes the names of an ABI from a type. The numbers are without the base, which is a fact of the ABI; it is added
 * when the table is built.
 */
import { CsvError } from './csv.mjs'

/** The origin of the source; change it together with the file that is read. */
const SOURCE = { project: 'libseccomp', commit: '90d3f7d', path: 'src/syscalls.csv' }

function heading({ version }) {
  return [
    `// Written by tools/gen-syscalls from ${SOURCE.project} ${SOURCE.commit} ${SOURCE.path} (kernel ${version}).`,
    '// Make it again: node tools/gen-syscalls/gen-syscalls.mjs --csv syscalls.csv',
    '',
    '',
  ].join('\n')
}

/** A line for each addition to a column, with its source. */
function additionsHeading({ additions = [] }, column) {
  return additions
    .filter(({ columns }) => columns.includes(column))
    .map(({ call, source }) => `// ${call} is from ${source}.\n`)
    .join('')
}

/** The printWidth of prettier in this repository. */
const WIDTH = 110

const quote = (text) => `'${text}'`
const constant = (token) => token.toUpperCase()
const typeOf = (column) => `${column[0].toUpperCase()}${column.slice(1)}Call`
/** Prettier changes only the case of numeric literals; lower-case hexadecimal stays as it is. */
const hex = (value) => `0x${value.toString(16).padStart(8, '0')}`

function callsOf(source, abi, file) {
  const column = source.columns.get(abi.column)
  if (column === undefined) {
    throw new CsvError(file, 1, `no column "${abi.column}", which holds the table of ${abi.token}`)
  }
  if (column.size === 0) throw new CsvError(file, 1, `column "${abi.column}" holds no call`)
  return [...column].sort((a, b) => a[1] - b[1])
}

const linesOf = (calls) => calls.map(([name, nr]) => `${name} ${nr}\n`).join('')

/** The calls of the column in `old` that have another number there; of calls without a number on the ABI, those in `further`. */
function oldCalls(source, { old, column }) {
  if (old === undefined) return undefined
  const own = source.columns.get(column)
  const calls = [...source.columns.get(old.column)].filter(([name, nr]) =>
    own.has(name) ? own.get(name) !== nr : old.further.includes(name),
  )
  return calls.sort((a, b) => a[1] - b[1])
}

function tableFile(source, column, calls, abis) {
  const facts = abis.map((abi) => `${constant(abi.token)}_FACTS`).join(', ')
  const tables = abis.map((abi) => tableOf(abi, calls, abis[0]))
  const old = oldCalls(source, abis[0])
  const makers = ['buildTable', 'withFacts'].filter((name) =>
    tables.some((text) => text.includes(`${name}(`)),
  )
  return [
    heading(source).replace(/\n$/, `${additionsHeading(source, column)}\n`),
    "import type { AbiTable } from '../table/abi.ts'\n",
    `import { ${makers.join(', ')} } from '../table/table.ts'\n`,
    `import { ${facts} } from './abis.ts'\n\n`,
    `/** The names of the system calls of ${column}. */\n`,
    union(
      typeOf(column),
      calls.map(([name]) => quote(name)),
    ),
    `\n/** The system calls of ${column}: name and number, by ascending number, without the ABI's base. */\n`,
    `const CALLS = \`\n${linesOf(calls)}\`\n`,
    old === undefined
      ? ''
      : `\n/** Calls of ${column} by numbers that only older kernels take for them. */\nconst OLD = \`\n${linesOf(old)}\`\n`,
    ...tables,
  ].join('')
}

/** A table that is marked as pure. Where two ABIs share a column, a bundler then drops the unused one. */
function tableOf({ token, ownFrom, base, old }, calls, first) {
  const newest = calls.map(([, nr]) => nr).findLast((nr) => nr < ownFrom) ?? 0
  const facts = `${constant(token)}_FACTS`
  const shares = token !== first.token && base === first.base && ownFrom === first.ownFrom
  const items = shares
    ? [facts, first.token]
    : [facts, 'CALLS', `${newest}`, ...(old === undefined ? [] : ['OLD'])]
  const make = shares ? 'withFacts' : 'buildTable'
  const before = `export const ${token}: AbiTable<${quote(token)}> = /* @__PURE__ */ ${make}(`
  return `\n/** The system calls of ${token}, both ways. */\n${list(before, items, ')')}`
}

function namesFile(source) {
  return [
    heading(source),
    '/** Every name that some ABI of Linux has a number for, sorted. */\n',
    list('export const SYSCALL_NAMES = [', source.names.map(quote), '] as const'),
  ].join('')
}

/** Expressions between an opening and a closing text, on one line where it fits. */
function list(before, items, after, indent = '') {
  const line = `${indent}${before}${items.join(', ')}${after}\n`
  if (line.length <= WIDTH + 1) return line
  const lines = items.map((item) => `${indent}  ${item},\n`)
  return `${indent}${before}\n${lines.join('')}${indent}${after}\n`
}

/** A union type of `members`, on one line where it fits. */
function union(name, members) {
  const line = `export type ${name} = ${members.join(' | ')}\n`
  if (line.length <= WIDTH + 1) return line
  return `export type ${name} =\n${members.map((member) => `  | ${member}\n`).join('')}`
}

const FACTS_HEADING = [
  '// Written by tools/gen-syscalls from its list of ABIs, src/abis.mjs.',
  '// Make it again: node tools/gen-syscalls/gen-syscalls.mjs --csv syscalls.csv',
  '',
  '',
].join('\n')

function factsFile(abis) {
  const facts = abis.map((abi) =>
    [
      `/** The facts of ${abi.token}. */\n`,
      `export const ${constant(abi.token)}_FACTS: AbiFacts<${quote(abi.token)}> = {\n`,
      `  token: ${quote(abi.token)},\n`,
      `  scmpName: ${quote(`SCMP_ARCH_${constant(abi.token)}`)},\n`,
      `  goArch: ${quote(abi.go)},\n`,
      list('aliases: [', abi.aliases.map(quote), '],', '  '),
      `  auditArch: ${hex(abi.arch)},\n`,
      `  endianness: ${quote(abi.endianness)},\n`,
      `  wordSize: ${abi.wordSize},\n`,
      `  base: ${abi.base < 2 ** 16 ? abi.base : hex(abi.base)},\n`,
      '}\n\n',
    ].join(''),
  )
  return [
    FACTS_HEADING,
    "import type { AbiFacts } from '../table/abi.ts'\n\n",
    ...facts,
    '/** The facts of every ABI, in the order people list them. */\n',
    list(
      'export const ABI_FACTS: readonly AbiFacts[] = [',
      abis.map((abi) => `${constant(abi.token)}_FACTS`),
      ']',
    ),
  ].join('')
}

function entryFile(source, { token, column }) {
  return `${heading(source)}export { ${token} } from './tables/${column}.ts'\n`
}

function allTablesFile(source, abis) {
  const columns = [...new Set(abis.map((abi) => abi.column))]
  return [
    heading(source),
    "import type { AbiTable } from '../table/abi.ts'\n",
    "import type { AbiToken } from '../table/tokens.ts'\n",
    ...columns.flatMap((column) => {
      const tokens = abis.filter((abi) => abi.column === column).map((abi) => abi.token)
      return [
        `import { ${tokens.join(', ')} } from './${column}.ts'\n`,
        `import type { ${typeOf(column)} } from './${column}.ts'\n`,
      ]
    }),
    '\n/** The names of each ABI, as types. */\n',
    'export interface CallsByAbi {\n',
    ...abis.map((abi) => `  readonly ${abi.token}: ${typeOf(abi.column)}\n`),
    '}\n\n',
    '/** Every table, by its token. */\n',
    'export const TABLES: { readonly [Token in AbiToken]: AbiTable<Token> } = {\n',
    ...abis.map((abi) => `  ${abi.token},\n`),
    '}\n',
  ].join('')
}

function tokensFile(abis) {
  return [
    FACTS_HEADING,
    "/** The ABIs that Linux and libseccomp name, by libseccomp's names. */\n",
    union(
      'AbiToken',
      abis.map((abi) => quote(abi.token)),
    ),
  ].join('')
}

/** Yields a Map from the path below the package's `src` to the text of the file. */
export function emit(source, abis, file = 'syscalls.csv') {
  const files = new Map()
  files.set('table/tokens.ts', tokensFile(abis))
  files.set('tables/abis.ts', factsFile(abis))
  files.set('tables/names.ts', namesFile(source))
  for (const abi of abis) {
    const sharing = abis.filter((other) => other.column === abi.column)
    files.set(`tables/${abi.column}.ts`, tableFile(source, abi.column, callsOf(source, abi, file), sharing))
    files.set(`${abi.token}.ts`, entryFile(source, abi))
  }
  files.set('tables/all.ts', allTablesFile(source, abis))
  return files
}
