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
 *
 * Most signatures are the same on all ABIs of one width. So most columns are like another one, and their text has only the
 * calls that differ.
 */
import { COLUMNS } from './columns.mjs'
import { ACCEPTED, FAMILIES } from './families.mjs'
import { atLeast, firstOf, sinceOf } from './versions.mjs'

const COMMAND = '// Make it again: node tools/gen-signatures/gen-signatures.mjs --kernel DIR --older DIR'
const heading = (version) =>
  `// Written by tools/gen-signatures from the source of Linux ${version} and from its tables by hand.\n${COMMAND}\n\n`

/** The width and the sign of a type, in one character, which packages/signatures/src/decode/decode.ts decodes. */
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

/**
 * The families of an argument: first the family that names its values, if there is one, then all others after a `+`.
 */
function familiesText(place) {
  const accepted = ACCEPTED.get(place)
  if (accepted === undefined) return ''
  const naming = FAMILIES.get(place)
  return `:${[naming ?? '', ...accepted.filter((family) => family !== naming)].join('+')}`
}

/** The arguments of a call, each as name, type and families; `typeText` yields the text of a type. */
function argumentsOf(call, { args }, column, typeText) {
  let next = 0
  return args.map((arg) => {
    const at = arg.index === next ? '' : `@${arg.index}`
    next = arg.index + (arg.pair ? 2 : 1)
    const families = familiesText(`${call}.${arg.name}`)
    return `${arg.name}:${typeText(typeEntry(arg, COLUMNS[column].bits))}${families}${at}`
  })
}

function lineOf(call, signature, column, types) {
  const args = argumentsOf(call, signature, column, (entry) => types.indexOf(entry).toString(36))
  return [call, sinceOf(call, column) ?? '-', ...args].join(' ')
}

/**
 * Whether `call` has the same arguments on `column` as on the column that it is like, and is as old as the ABI
 * allows.
 */
function isAlike(call, columns, column) {
  const { like } = COLUMNS[column]
  const other = columns.get(like).calls.get(call)
  if (other === undefined) return false
  const words = (signature, of) => argumentsOf(call, signature, of, (entry) => entry).join(' ')
  return (
    words(columns.get(column).calls.get(call), column) === words(other, like) &&
    sinceOf(call, column) === atLeast(firstOf(column), sinceOf(call, like))
  )
}

/**
 * The text of a column as an expression of the type `ColumnText`. `has` tells whether the ABI has a call of a name.
 */
function textOf(columns, column, has) {
  const { bits, like } = COLUMNS[column]
  const { calls } = columns.get(column)
  const base = columns.get(like)?.calls
  const listed =
    base === undefined ? calls : new Map([...calls].filter(([call]) => !isAlike(call, columns, column)))
  const known = base === undefined ? [] : typesOf(base, bits)
  const more = typesOf(listed, bits).filter((type) => !known.includes(type))
  const lines = [...listed].map(
    ([call, signature]) => `${lineOf(call, signature, column, [...known, ...more])}\n`,
  )
  const without = [...(base?.keys() ?? [])].filter((call) => has(call) && !calls.has(call))
  const first = base && firstOf(column)
  return [
    '{\n',
    ...(base === undefined ? [] : [`  like: ${textName(like)},\n`]),
    ...(first === undefined ? [] : [`  since: '${first}',\n`]),
    ...(without.length === 0 ? [] : [`  without: '${without.join(' ')}',\n`]),
    ...(more.length === 0 ? [] : [`  types: \`${more.join('\n')}\`,\n`]),
    `  calls: \`\n${lines.join('')}\`,\n`,
    '}\n',
  ].join('')
}

const textName = (column) => `${column.toUpperCase()}_TEXT`

/** The file with the text of a column that other columns are like. */
function textFile(version, columns, column, has) {
  return [
    heading(version),
    "import type { ColumnText } from '../decode/decode.ts'\n",
    `\n/** The calls of ${column}. */\n`,
    `export const ${textName(column)}: ColumnText = ${textOf(columns, column, has)}`,
  ].join('')
}

/**
 * The file with the tables of the ABIs of a column. `isShared` tells whether other columns are like this one; its
 * text then has a file of its own.
 */
function tableFile(version, columns, column, { tokens, isShared, has }) {
  const { bits, like } = COLUMNS[column]
  const shared = isShared ? column : columns.has(like) ? like : undefined
  const name = isShared ? textName(column) : 'TEXT'
  const what =
    shared === undefined ? `The calls of ${column}.` : `The calls of ${column} that are not as on ${shared}.`
  return [
    heading(version),
    "import { signedTable } from '../decode/decode.ts'\n",
    `import type { ${isShared ? '' : 'ColumnText, '}SignedAbiTable } from '../decode/decode.ts'\n`,
    ...(shared === undefined ? [] : [`import { ${textName(shared)} } from '../texts/${shared}.ts'\n`]),
    ...tokens.map((token) => `import { ${token} as calls_${token} } from '@seccompile/syscalls/${token}'\n`),
    ...(isShared ? [] : [`\n/** ${what} */\nconst TEXT: ColumnText = ${textOf(columns, column, has)}`]),
    ...tokens.map((token) => tableOf(token, bits, name)),
  ].join('')
}

/** A table with a "pure" mark. Where two ABIs share a column, a bundler then drops the table that is not imported. */
function tableOf(token, bits, text) {
  const items = [`calls_${token}`, `${bits}`, text]
  const before = `export const ${token}: SignedAbiTable<'${token}'> = /* @__PURE__ */ signedTable(`
  return `\n/** The table of ${token}, with signatures. */\n${list(before, items, ')')}`
}

/** Prettier's printWidth in this repository: longer lines are broken. */
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
    "import type { SignedAbiTable } from '../decode/decode.ts'\n",
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

/**
 * The arguments of a call on any ABI: those of the first ABI that has the call, then those that only other ABIs have.
 */
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
    `export type ArgumentFamily =\n${families.map((family) => `  | '${family}'\n`).join('')}\n`,
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

/**
 * Yields a Map from the path below the package's `src` to the text of the file.
 *
 * @param columns - the signatures of each column
 * @param namesOf - the names of all calls of a column, including calls without a signature
 */
export function emit(columns, abis, version, namesOf) {
  const files = new Map()
  const shared = new Set(
    [...columns.keys()].map((column) => COLUMNS[column].like).filter((like) => columns.has(like)),
  )
  for (const column of columns.keys()) {
    const tokens = abis.filter((abi) => abi.column === column).map(({ token }) => token)
    const names = new Set(namesOf(column))
    const has = (call) => names.has(call)
    const isShared = shared.has(column)
    if (isShared) files.set(`texts/${column}.ts`, textFile(version, columns, column, has))
    files.set(`tables/${column}.ts`, tableFile(version, columns, column, { tokens, isShared, has }))
    for (const token of tokens) files.set(`${token}.ts`, entryFile(version, token, column))
  }
  files.set('tables/all.ts', allTablesFile(version, abis))
  files.set('tables/call-arguments.ts', callArgumentsFile(version, columns))
  return files
}
