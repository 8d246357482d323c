/* The text of a profile with other entries for some calls; all else stays as it is written. */
import { applyEdits, findNodeAtLocation, getNodeValue, modify, parseTree } from 'jsonc-parser'
import type { Edit, Node } from 'jsonc-parser'
import { expectList, expectText } from '@seccompile/shape'
import { jsonText } from './json-text.ts'
import type { OciSyscall } from './write.ts'

/** The entries of the profile in `text`. The text is a profile that has been read. */
function entriesOf(text: string): readonly Node[] {
  const found = findNodeAtLocation(parseTree(text)!, ['syscalls'])
  return found?.children ?? []
}

/** The names of an entry: of the list, or the old single one. */
function namesOf(entry: Node): readonly string[] {
  const { name, names } = getNodeValue(entry) as {
    readonly name?: string
    readonly names?: readonly string[] | null
  }
  return names ?? (name === undefined ? [] : [name])
}

/**
 * The edit that takes out entry `i`, with a comma beside it. `modify` of jsonc-parser breaks the text where a last entry
 * stands right before the `]`.
 */
function removal(entries: readonly Node[], i: number): Edit {
  const [before, entry, after] = [entries[i - 1], entries[i]!, entries[i + 1]]
  const cut = (from: number, to: number): Edit => ({ offset: from, length: to - from, content: '' })
  if (after !== undefined) return cut(entry.offset, after.offset)
  if (before !== undefined) return cut(before.offset + before.length, entry.offset + entry.length)
  const list = entry.parent!
  return cut(list.offset + 1, list.offset + list.length - 1)
}

/** `text` without the calls `calls`: entries that name nothing else are left out. */
function withoutCalls(text: string, calls: readonly string[]): string {
  let made = text
  for (let i = entriesOf(text).length - 1; i >= 0; i -= 1) {
    const entries = entriesOf(made)
    const names = namesOf(entries[i]!)
    const kept = names.filter((name) => !calls.includes(name))
    if (kept.length === names.length) continue
    const edits = kept.length === 0 ? [removal(entries, i)] : modify(made, ['syscalls', i, 'names'], kept, {})
    made = applyEdits(made, edits)
  }
  return made
}

/** The white space in front of the node at `offset`, from the beginning of its line. */
function indentAt(text: string, offset: number): string {
  const before = text.slice(text.lastIndexOf('\n', offset - 1) + 1, offset)
  return /^[ \t]*$/.test(before) ? before : ''
}

/** The profile in `text` with the rules `entries` for `calls`, and no others for them. */
export function withEntries(text: string, calls: readonly string[], entries: readonly OciSyscall[]): string {
  expectText(text, 'text')
  expectList(calls, 'calls')
  expectList(entries, 'entries', 'names')
  const kept = withoutCalls(text, calls)
  if (entries.length === 0) return kept
  const hasList = findNodeAtLocation(parseTree(kept)!, ['syscalls'])?.type === 'array'
  const made = hasList ? kept : applyEdits(kept, modify(kept, ['syscalls'], [], {}))
  const last = entriesOf(made).at(-1)
  const list = findNodeAtLocation(parseTree(made)!, ['syscalls'])! // there is one now
  const indent = last === undefined ? '' : indentAt(made, last.offset)
  const lines = entries.map((entry) => jsonText(entry, '  ').replaceAll('\n', `\n${indent}`))
  const offset = last === undefined ? list.offset + 1 : last.offset + last.length
  const between = `,\n${indent}`
  const added = `${last === undefined ? '' : between}${lines.join(between)}`
  // Where entries stand on lines of their own, the end of the list does, too.
  const end = indent === '' ? '' : `\n${indent.slice(0, -2)}`
  return made.slice(0, offset) + added + made.slice(offset).replace(/^[ \t]*(?=\])/, end)
}
