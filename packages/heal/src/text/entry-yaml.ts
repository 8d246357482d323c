/* A new entry of a SeccompProfile in YAML, formatted as its neighbours are. */
import type { EditedEntry, EntryArg } from './entry.ts'
import { memberOf } from './placed-node.ts'
import type { PlacedList, PlacedNode } from './placed-node.ts'
import { lineBreak, lineStart } from './splice.ts'

const columnOf = (text: string, offset: number): number => offset - lineStart(text, offset)

/** The quotes that `node` stands in. */
function quotesOf(text: string, node: PlacedNode | undefined): string {
  const first = node === undefined ? '' : (text[node.start] ?? '')
  return first === '"' || first === "'" ? first : ''
}

/** How entries are formatted. */
interface YamlStyle {
  readonly eol: string
  readonly actionFirst: boolean
  readonly quotes: { readonly name: string; readonly action: string }
  /** Spaces before the `- ` of names and conditions; `undefined` where they stand in brackets. */
  readonly names: string | undefined
  readonly args: string | undefined
}

/** The spaces of the items of the list `key`, relative to the key. */
function stepOf(text: string, sample: PlacedNode | undefined, key: string): string | undefined {
  const member = sample?.kind === 'map' ? sample.members.find((one) => one.key === key) : undefined
  if (member?.value.kind !== 'list' || member.value.isFlow) return member === undefined ? '' : undefined
  const [first] = member.value.items
  if (first === undefined) return ''
  const start = lineStart(text, first.start)
  const dash = text.indexOf('-', start) - start
  return ' '.repeat(Math.max(0, dash - columnOf(text, member.start)))
}

function styleOf(text: string, list: PlacedList): YamlStyle {
  const sample = list.items.findLast((item) => item.kind === 'map')
  const withArgs = list.items.findLast((item) => memberOf(item, 'args') !== undefined)
  const names = memberOf(sample, 'names')
  const keys = sample?.kind === 'map' ? sample.members.map(({ key }) => key) : []
  const step = stepOf(text, sample, 'names')
  return {
    eol: lineBreak(text),
    actionFirst: keys.indexOf('action') < keys.indexOf('names'),
    quotes: {
      name: quotesOf(text, names?.kind === 'list' ? names.items[0] : undefined),
      action: quotesOf(text, memberOf(sample, 'action')),
    },
    names: step,
    args: withArgs === undefined ? (step ?? '') : stepOf(text, withArgs, 'args'),
  }
}

const argMembers = ({ index, value, valueTwo, op }: EntryArg, quotes: string): readonly string[] => [
  `index: ${index}`,
  `op: ${quotes}${op}${quotes}`,
  `value: ${value}`,
  ...(valueTwo === undefined ? [] : [`valueTwo: ${valueTwo}`]),
]

/** The lines of an entry; the first stands behind the `- ` of the item. */
function entryLines(
  { names, action, args, errnoRet }: EditedEntry,
  { actionFirst, quotes, ...style }: YamlStyle,
): readonly string[] {
  const words = names.map((name) => `${quotes.name}${name}${quotes.name}`)
  const named =
    style.names === undefined
      ? [`names: [${words.join(', ')}]`]
      : ['names:', ...words.map((word) => `${style.names}- ${word}`)]
  const compared = args.map((arg) => argMembers(arg, quotes.action))
  const conditions =
    args.length === 0
      ? []
      : style.args === undefined
        ? [`args: [${compared.map((members) => `{${members.join(', ')}}`).join(', ')}]`]
        : [
            'args:',
            ...compared.flatMap(([first = '', ...others]) => [
              `${style.args}- ${first}`,
              ...others.map((one) => `${style.args}  ${one}`),
            ]),
          ]
  const act = [
    `action: ${quotes.action}${action}${quotes.action}`,
    ...(errnoRet === undefined ? [] : [`errnoRet: ${errnoRet}`]),
  ]
  return [...(actionFirst ? [...act, ...named] : [...named, ...act]), ...conditions]
}

/** The texts of `entries`, new ones of `list`, whose items begin with `prefix`. */
export function yamlEntries(
  text: string,
  list: PlacedList,
  prefix: string,
  entries: readonly EditedEntry[],
): readonly string[] {
  const style = styleOf(text, list)
  const indent = ' '.repeat(prefix.length)
  return entries.map((entry) =>
    entryLines(entry, style)
      .map((line, i) => (i === 0 ? line : indent + line))
      .join(style.eol),
  )
}
