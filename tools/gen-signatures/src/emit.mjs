/**
 * Turns resolved signatures into the files of packages/signatures/src, as prettier would leave them.
 *
 * The signatures of a column are one string, a call a line, so that a diff shows what a kernel version brought:
 *
 *   openat 2.6 dfd:0:at filename:1 flags:0:o mode:2:s
 *
 * The name, the version or `-`, and each argument as name, type and families. A type is a number in base 36 into the list of
 * types of the column, where one character before the C type says what the kernel reads. An argument is in the register
 * after the one before; where it is not, `@INDEX` follows. ABIs that differ in byte order alone share a column: which half
 * of a pair comes first is decided when the text is read.
 */
import { COLUMNS } from './columns.mjs'
import { ACCEPTED, FAMILIES } from './families.mjs'
import { sinceOf } from './versions.mjs'

const COMMAND = '// Make it again: node tools/gen-signatures/gen-signatures.mjs --kernel DIR'
const heading = (version) =>
  `// Written by tools/gen-signatures from the source of Linux ${version} and from its tables by hand.\n${COMMAND}\n\n`

/** What the kernel reads of a type, in one character; packages/signatures/src/decode.ts reads it. */
function readsCharacter({ width, signed, pointer, pair }, bits) {
  if (pointer) return width === bits ? 'p' : width === 31 ? 's' : 'c'
  if (pair) return signed ? 'L' : 'Q'
  if (width === 64) return signed ? 'l' : 'q'
  if (width === 32) return signed ? 'i' : 'u'
  if (width === 16 && !signed) return 'h'
  throw new Error(`no character for ${width} bits${signed ? ', signed' : ''}`)
}

const typeEntry = (arg, bits) => `${readsCharacter(arg, bits)}${arg.type}`

/** The types of a column, the most frequent ones first, so that their numbers are short. */
function typesOf(calls, bits) {
  const counts = new Map()
  for (const { args } of calls.values()) {
    for (const arg of args) {
      const entry = typeEntry(arg, bits)
      counts.set(entry, (counts.get(entry) ?? 0) + 1)
    }
  }
  return [...counts].sort(([a, m], [b, n]) => n - m || (a < b ? -1 : 1)).map(([type]) => type)
}

/** The families that an argument takes: first the one that names its values, if one does, then all others after a `+`. */
function familiesText(place) {
  const accepted = ACCEPTED.get(place)
  if (accepted === undefined) return ''
  const naming = FAMILIES.get(place)
  return `:${[naming ?? '', ...accepted.filter((family) => family !== naming)].join('+')}`
}

function lineOf(call, { args }, column, types) {
  let next = 0
  const words = args.map((arg) => {
    const at = arg.index === next ? '' : `@${arg.index}`
    next = arg.index + (arg.pair ? 2 : 1)
    const families = familiesText(`${call}.${arg.name}`)
    const type = types.indexOf(typeEntry(arg, COLUMNS[column].bits)).toString(36)
    return `${arg.name}:${type}${families}${at}`
  })
  return [call, sinceOf(call, column) ?? '-', ...words].join(' ')
}

function tableFile(version, column, calls, tokens) {
  const types = typesOf(calls, COLUMNS[column].bits)
  const lines = [...calls].map(([call, signature]) => lineOf(call, signature, column, types))
  return [
    heading(version),
    "import { signedTable } from '../decode.ts'\n",
    "import type { SignedAbiTable } from '../decode.ts'\n",
    ...tokens.map((token) => `import { ${token} as calls_${token} } from '@seccompile/syscalls/${token}'\n`),
    `\n/** The C types of ${column}, each after what the kernel reads of it. */\n`,
    `const TYPES = \`${types.join('\n')}\`\n`,
    `\n/** The calls of ${column}: name, version, arguments. */\n`,
    `const CALLS = \`${lines.join('\n')}\`\n`,
    ...tokens.map((token) => tableOf(token, COLUMNS[column].bits)),
  ].join('')
}

/** Says "pure", so that a bundler drops the one of two ABIs with a common column that nobody asked for. */
function tableOf(token, bits) {
  const items = [`calls_${token}`, `${bits}`, 'TYPES', 'CALLS']
  const before = `export const ${token}: SignedAbiTable<'${token}'> = /* @__PURE__ */ signedTable(`
  return `\n/** The table of ${token}, with signatures. */\n${list(before, items, ')')}`
}

/** Prettier's printWidth here: what is longer is broken. */
const WIDTH = 110

/** Expressions between an opening and a closing text, on one line where it fits. */
function list(before, items, after) {
  const line = `${before}${items.join(', ')}${after}\n`
  if (line.length <= WIDTH + 1) return line
  return `${before}\n${items.map((item) => `  ${item},\n`).join('')}${after}\n`
}

const entryFile = (version, token, column) =>
  `${heading(version)}export { ${token} } from './tables/${column}.ts'\n`

function allTablesFile(version, abis) {
  const columns = [...new Set(abis.map(({ column }) => column))]
  return [
    heading(version),
    "import type { AbiToken } from '@seccompile/syscalls'\n",
    "import type { SignedAbiTable } from '../decode.ts'\n",
    ...columns.map((column) => {
      const tokens = abis.filter((abi) => abi.column === column).map(({ token }) => token)
      return `import { ${tokens.join(', ')} } from './${column}.ts'\n`
    }),
    '\n/** Every table with signatures, by its token. */\n',
    'export const SIGNED_TABLES: { readonly [Token in AbiToken]: SignedAbiTable<Token> } = {\n',
    ...abis.map(({ token }) => `  ${token},\n`),
    '}\n',
  ].join('')
}

/** The arguments of a call on any ABI: those of the first ABI that has it, then those that others add. */
export function unionOfArguments(columns) {
  const union = new Map()
  for (const column of Object.keys(COLUMNS)) {
    for (const [call, { args }] of columns.get(column)?.calls ?? []) {
      const known = union.get(call) ?? new Map()
      for (const { name, pointer } of args) {
        if (known.has(name)) continue
        known.set(name, ACCEPTED.get(`${call}.${name}`) ?? [pointer ? 'pointer' : 'number'])
      }
      union.set(call, known)
    }
  }
  return new Map([...union].sort(([a], [b]) => (a < b ? -1 : 1)))
}

function callArgumentsFile(version, columns) {
  const union = unionOfArguments(columns)
  const families = [...new Set([...ACCEPTED.values()].flat())].sort()
  const stale = [...ACCEPTED.keys()].filter(
    (place) => !union.get(place.split('.')[0])?.has(place.split('.')[1]),
  )
  if (stale.length > 0) throw new Error(`no ABI has the argument ${stale.join(', ')}`)
  return [
    heading(version),
    '/** The families of constants that arguments take: the subpaths of `@seccompile/constants`. */\n',
    '// prettier-ignore\n',
    `export type ConstantFamily =\n${families.map((family) => `  | '${family}'\n`).join('')}\n`,
    '/** A call without arguments. */\ntype None = Readonly<Record<string, never>>\n\n',
    '/**\n * The arguments of every call by the names that they have on all ABIs: the families of constants that an argument takes, or\n',
    ' * whether it is a number or an address. An ABI may lack some: `signatureOf` has those of one ABI.\n */\n',
    '// prettier-ignore\n',
    'export interface CallArguments {\n',
    ...Array.from(union, ([call, args]) => {
      const members = Array.from(
        args,
        ([name, kinds]) => `readonly ${name}: ${kinds.map((kind) => `'${kind}'`).join(' | ')}`,
      )
      return `  readonly ${call}: ${members.length === 0 ? 'None' : `{ ${members.join('; ')} }`}\n`
    }),
    '}\n',
  ].join('')
}

/** Yields a Map from the path below the package's `src` to the text of the file. */
export function emit(columns, abis, version) {
  const files = new Map()
  for (const [column, { calls }] of columns) {
    const tokens = abis.filter((abi) => abi.column === column).map(({ token }) => token)
    files.set(`tables/${column}.ts`, tableFile(version, column, calls, tokens))
    for (const token of tokens) files.set(`${token}.ts`, entryFile(version, token, column))
  }
  files.set('tables/all.ts', allTablesFile(version, abis))
  files.set('tables/call-arguments.ts', callArgumentsFile(version, columns))
  return files
}
