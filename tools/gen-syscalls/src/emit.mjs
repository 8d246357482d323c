/**
 * Turns a parsed source into the files of packages/syscalls/src, as prettier would leave them.
 *
 * A table is an object literal in the order of its numbers, so that a diff shows what a kernel version brought, and
 * so that TypeScript reads the names of an ABI off it. What is numbers in the source stays without the base here;
 * the base is a fact of the ABI and is added when the table is built.
 */
import { CsvError } from './csv.mjs'

/** Where the source comes from; change it together with the file that is read. */
export const SOURCE = { project: 'libseccomp', commit: '90d3f7d', path: 'src/syscalls.csv' }

function heading({ version }) {
  return [
    `// Written by tools/gen-syscalls from ${SOURCE.project} ${SOURCE.commit} ${SOURCE.path} (kernel ${version}).`,
    '// Make it again: node tools/gen-syscalls/gen-syscalls.mjs --csv syscalls.csv',
    '',
    '',
  ].join('\n')
}

/** Prettier's printWidth here: what is longer is broken. */
const WIDTH = 110

const quote = (text) => `'${text}'`
const constant = (token) => token.toUpperCase()
/** Prettier keeps numeric literals but for case; hexadecimal in lower case stays as it is. */
const hex = (value) => `0x${value.toString(16).padStart(8, '0')}`

function callsOf(source, abi, file) {
  const column = source.columns.get(abi.column)
  if (column === undefined) {
    throw new CsvError(file, 1, `no column "${abi.column}", which holds the table of ${abi.token}`)
  }
  if (column.size === 0) throw new CsvError(file, 1, `column "${abi.column}" holds no call`)
  return [...column].sort((a, b) => a[1] - b[1])
}

function tableFile(source, column, calls) {
  return [
    heading(source),
    `/** The system calls of ${column} by name, in the order of their numbers, without the ABI's base. */\n`,
    `export const ${constant(column)}_CALLS = {\n`,
    ...calls.map(([name, nr]) => `  ${name}: ${nr},\n`),
    '} as const\n',
  ].join('')
}

function namesFile(source) {
  return [
    heading(source),
    '/** Every name that some ABI of Linux has a number for, sorted; also of ABIs that have no table here. */\n',
    'export const SYSCALL_NAMES = [\n',
    ...source.names.map((name) => `  ${quote(name)},\n`),
    '] as const\n',
  ].join('')
}

function listOf(items) {
  const line = `[${items.map(quote).join(', ')}]`
  if (line.length + '  aliases: ,'.length <= WIDTH) return line
  return `[\n${items.map((item) => `    ${quote(item)},\n`).join('')}  ]`
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
      `  aliases: ${listOf(abi.aliases)},\n`,
      `  auditArch: ${hex(abi.arch)},\n`,
      `  endianness: ${quote(abi.endianness)},\n`,
      `  wordSize: ${abi.wordSize},\n`,
      `  base: ${abi.base < 2 ** 16 ? abi.base : hex(abi.base)},\n`,
      '}\n\n',
    ].join(''),
  )
  return [
    FACTS_HEADING,
    "import type { AbiFacts } from '../abi.ts'\n\n",
    ...facts,
    '/** The facts of every ABI that has a name, with a table or without, in the order people list them. */\n',
    'export const ABI_FACTS: readonly AbiFacts[] = [\n',
    ...abis.map((abi) => `  ${constant(abi.token)}_FACTS,\n`),
    ']\n',
  ].join('')
}

function entryFile(source, abi, calls) {
  const numbers = calls.map(([, nr]) => nr).filter((nr) => nr < abi.ownFrom)
  const name = constant(abi.token)
  const table = `${constant(abi.column)}_CALLS`
  const newest = numbers.at(-1) ?? 0
  return [
    heading(source),
    "import type { AbiTable } from './abi.ts'\n",
    "import { buildTable } from './table.ts'\n",
    `import { ${name}_FACTS } from './tables/abis.ts'\n`,
    `import { ${table} } from './tables/${abi.column}.ts'\n\n`,
    `/** The system calls of ${abi.token}, both ways. */\n`,
    `export const ${abi.token}: AbiTable<${quote(abi.token)}> = buildTable(${name}_FACTS, ${table}, ${newest})\n`,
  ].join('')
}

function allTablesFile(source, abis) {
  const tabled = abis.filter((abi) => abi.table)
  const columns = [...new Set(tabled.map((abi) => abi.column))]
  return [
    heading(source),
    "import type { AbiTable } from '../abi.ts'\n",
    ...tabled.map((abi) => `import { ${abi.token} } from '../${abi.token}.ts'\n`),
    "import type { AbiToken } from './tokens.ts'\n",
    ...columns.map((column) => `import type { ${constant(column)}_CALLS } from './${column}.ts'\n`),
    '\n/** The names of each ABI that has a table, as types. */\n',
    'export interface CallsByAbi {\n',
    ...tabled.map((abi) => `  readonly ${abi.token}: keyof typeof ${constant(abi.column)}_CALLS\n`),
    '}\n\n',
    '/** Every table, by its token. */\n',
    'export const TABLES: { readonly [Token in AbiToken]: AbiTable<Token> } = {\n',
    ...tabled.map((abi) => `  ${abi.token},\n`),
    '}\n',
  ].join('')
}

function tokensFile(abis) {
  const tabled = abis.filter((abi) => abi.table)
  return [
    FACTS_HEADING,
    "/** The ABIs that have a table in this package, by libseccomp's names. */\n",
    union('AbiToken', tabled),
    '\n/** Every ABI that Linux and libseccomp name, with a table here or without. */\n',
    union('KnownAbiToken', abis),
  ].join('')
}

function union(name, abis) {
  const members = abis.map((abi) => quote(abi.token))
  const line = `export type ${name} = ${members.join(' | ')}`
  if (line.length <= WIDTH) return `${line}\n`
  return `export type ${name} =\n${members.map((member) => `  | ${member}\n`).join('')}`
}

/** Yields a Map from the path below the package's `src` to the text of the file. */
export function emit(source, abis, file = 'syscalls.csv') {
  const files = new Map()
  files.set('tables/tokens.ts', tokensFile(abis))
  files.set('tables/abis.ts', factsFile(abis))
  files.set('tables/names.ts', namesFile(source))
  for (const abi of abis) {
    if (!abi.table) continue
    const calls = callsOf(source, abi, file)
    files.set(`tables/${abi.column}.ts`, tableFile(source, abi.column, calls))
    files.set(`${abi.token}.ts`, entryFile(source, abi, calls))
  }
  files.set('tables/all.ts', allTablesFile(source, abis))
  return files
}
