/**
 * Turns the constants of all families into the generated files of packages/constants/src, as prettier would leave them.
 *
 * A constant is an export of its own, made by a call that bundlers may drop. The ABIs with another value are written in
 * groups, `mips* 0x80` for the six of mips, because a bundle should hold little more than what is used of it.
 *
 * The table of all families has them a second time, as text: who looks up one family should not wait until three thousand
 * constants are made. The text of a family whose names are looked up is in a file of its own, for who looks up one name.
 */
import { TARGETS } from './targets.mjs'

const COMMAND = 'node tools/gen-constants/gen-constants.mjs --kernel DIR --older DIR'

function heading(version) {
  return [
    `// Written by tools/gen-constants from the headers of Linux ${version}.`,
    `// Make it again: ${COMMAND}`,
    '',
    '',
  ].join('\n')
}

/** Prettier's printWidth here: what is longer is broken. */
const WIDTH = 110

const quote = (text) => `'${text}'`

/** The tokens that each group stands for. A group is a prefix and `*`; `src/constant/abi-groups.ts` of the package reads it. */
const PREFIXES = ['mips', 'parisc', 'ppc', 's390', 'sh', 'x86']

/** `tokens` in groups, in the order of the ABIs: `arm mips*`. */
export function groupsOf(tokens) {
  const left = new Set(tokens)
  const words = []
  for (const { token } of TARGETS) {
    if (!left.has(token)) continue
    const prefix = PREFIXES.find((start) => token.startsWith(start))
    const group = TARGETS.map((target) => target.token).filter((other) => prefix && other.startsWith(prefix))
    if (group.length > 0 && group.every((other) => left.has(other))) {
      words.push(`${prefix}*`)
      for (const other of group) left.delete(other)
    } else {
      words.push(token)
      left.delete(token)
    }
  }
  return words.join(' ')
}

/** A value in the base of its family; numbers below ten look alike in all. */
function literal(value, base) {
  if (value === undefined || value === null) return String(value)
  if (value < 0 || base === 10 || value < 10) return String(value)
  return base === 8 ? `0o${value.toString(8)}` : `0x${value.toString(16)}`
}

/** Expressions between an opening and a closing text, on one line where it fits. */
function list(before, items, after, indent = '') {
  const line = `${indent}${before}${items.join(', ')}${after}\n`
  if (line.length <= WIDTH + 1) return line
  return `${indent}${before}\n${items.map((item) => `${indent}  ${item},\n`).join('')}${indent}${after}\n`
}

/** The ABIs with another value, as `src/constant/abi-groups.ts` of the package reads them; '' where there are none. */
const exceptionsText = (on, base) =>
  Array.from(on, ([other, tokens]) => `${groupsOf(tokens)} ${literal(other, base)}`).join(', ')

function constantLine({ id, base }, { name, value, on }) {
  const exceptions = exceptionsText(on, base)
  const items = [quote(id), quote(name), literal(value, base)]
  if (exceptions !== '') items.push(quote(exceptions))
  const [before, call] = [`export const ${name}: Constant<${quote(id)}> =`, '/* @__PURE__ */ constant(']
  const isShort = `${before} ${call}`.length <= WIDTH
  return isShort ? list(`${before} ${call}`, items, ')') : `${before}\n${list(call, items, ')', '  ')}`
}

function familyFile(version, { family, constants }, up) {
  return [
    heading(version),
    '/* eslint-disable jsdoc/require-jsdoc -- the name of a constant says what it is */\n\n',
    `/* ${family.what[0].toUpperCase()}${family.what.slice(1)}. */\n\n`,
    `import { constant } from '${up}constant/constant.ts'\n`,
    `import type { Constant } from '${up}constant/constant.ts'\n\n`,
    ...constants.map((one) => constantLine(family, one)),
    ...(family.type === undefined ? [] : [typeOf(family, constants)]),
  ].join('')
}

/** The union of a family's names. */
function typeOf({ type, what }, constants) {
  const members = constants.map(({ name }) => `  | ${quote(name)}\n`)
  return `\n/** The names of the ${what}. */\nexport type ${type} =\n${members.join('')}`
}

/** The entry of a family whose names are looked up on an ABI too: the constants are in `tables`. */
function entryFile(version, { family, constants }) {
  const { lookup, names = [] } = family
  return [
    heading(version),
    `export { ${[...names, lookup].join(', ')} } from './${lookup.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`)}.ts'\n`,
    `export type { ${family.type} } from './tables/${family.id}.ts'\n`,
    'export {\n',
    ...constants.map(({ name }) => `  ${name},\n`),
    `} from './tables/${family.id}.ts'\n`,
  ].join('')
}

/** A constant in one line, as `src/constant/family-text.ts` of the package reads it. */
function textLine({ base }, { name, value, on }) {
  const exceptions = exceptionsText(on, base)
  return `${name} ${value === undefined ? '-' : literal(value, base)}${exceptions === '' ? '' : ` ${exceptions}`}\n`
}

const allLines = ({ family, constants }) => `\`\n${constants.map((one) => textLine(family, one)).join('')}\``

const textName = ({ id }) => `${id.toUpperCase()}_TEXT`

function textFile(version, { family, constants }) {
  return [
    heading(version),
    `/** The ${family.what}, as \`src/constant/family-text.ts\` reads them. */\n`,
    `export const ${textName(family)} = ${allLines({ family, constants })}\n`,
  ].join('')
}

function familyFacts({ family, constants }) {
  const masks = family.masks.map((mask) => {
    if (typeof mask === 'number') return `0x${mask.toString(16)}`
    if (!constants.some(({ name }) => name === mask)) throw new Error(`${family.id}: no mask ${mask}`)
    return quote(mask)
  })
  const aliases = constants.filter(({ name }) => family.aliases.has(name)).map(({ name }) => quote(name))
  return [
    '  {\n',
    `    family: ${quote(family.id)},\n`,
    `    what: ${quote(family.what)},\n`,
    `    kind: ${quote(family.kind)},\n`,
    list('masks: [', masks, '],', '    '),
    list('aliases: [', aliases, '],', '    '),
    `    constants: ${family.lookup === undefined ? allLines({ family, constants }) : textName(family)},\n`,
    '  },\n',
  ].join('')
}

function allFile(version, families) {
  return [
    heading(version),
    "import type { FamilyText } from '../constant/family-text.ts'\n",
    ...families
      .filter(({ family }) => family.lookup !== undefined)
      .map(({ family }) => `import { ${textName(family)} } from './${family.id}-text.ts'\n`),
    '\n/** Every family, with its constants by name. */\n',
    'export const FAMILIES: readonly FamilyText[] = [\n',
    ...families.map(familyFacts),
    ']\n',
  ].join('')
}

function idsFile(version, families) {
  return [
    heading(version),
    '/** The families of constants, which are the subpaths of the package too. */\n',
    'export type ConstantFamily =\n',
    ...families.map(({ family }) => `  | ${quote(family.id)}\n`),
  ].join('')
}

/** The module that exports the constants of all families again. Only the entry of a family exports its lookups of names. */
function everyFile(version, families) {
  return [
    heading(version),
    '/* eslint-disable no-restricted-syntax -- each file names what it exports */\n\n',
    ...families.map(({ family: { id, lookup } }) =>
      lookup === undefined ? `export * from './${id}.ts'\n` : `export * from './tables/${id}.ts'\n`,
    ),
  ].join('')
}

/** Yields a Map from the path below the package's `src` to the text of the file. */
export function emit(families, version) {
  const files = new Map()
  files.set('tables/all.ts', allFile(version, families))
  files.set('tables/families.ts', idsFile(version, families))
  files.set('every-constant.ts', everyFile(version, families))
  for (const entry of families) {
    const { id, lookup } = entry.family
    if (lookup === undefined) files.set(`${id}.ts`, familyFile(version, entry, './'))
    else {
      files.set(`tables/${id}.ts`, familyFile(version, entry, '../'))
      files.set(`tables/${id}-text.ts`, textFile(version, entry))
      files.set(`${id}.ts`, entryFile(version, entry))
    }
  }
  return files
}
