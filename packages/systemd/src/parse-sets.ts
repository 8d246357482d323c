/*
 * The sets of calls that a systemd has, as its `systemd-analyze syscall-filter` prints them.
 *
 * A set begins with its name in the first column. Below stand, indented, a remark after `#`, names of other sets, and names of
 * calls, one a line. A `#` in the first column begins a remark on the kernel, which is about no set.
 * @see systemd-analyze(1), systemd.exec(5)
 */
import { PolicyError } from '@seccompile/policy'
import { expectText, quote } from '@seccompile/shape'
import type { SystemdSet } from './sets.ts'

/** A set, with the summary that systemd prints. */
export interface DescribedSet extends SystemdSet {
  /** The remarks below the name, in one line. */
  readonly summary: string
}

/** The command that prints the text, as messages name it. */
const LINE = 'systemd-analyze syscall-filter'

/**
 * The sets in `text`, the output of `systemd-analyze syscall-filter`, in its order.
 * @throws PolicyError E_SYNTAX for a line that is no part of a set; E_EMPTY for a text without sets
 */
export function parseSystemdSets(text: string): readonly DescribedSet[] {
  expectText(text, 'text')
  const found: { name: string; summary: string[]; sets: string[]; own: string[] }[] = []
  text.split('\n').forEach((line, i) => {
    // The end is cut first: a remark that ends in "\s*$" takes the square of the time for a long line of spaces.
    const [, indent = '', set, comment, name] =
      /^(\s*)(?:@([\w-]+)|#\s*(.*)|([A-Za-z_]\w*))$/.exec(line.trimEnd()) ?? []
    const current = found.at(-1)
    if (line.trim() === '' || (comment !== undefined && indent === '')) return
    if (set !== undefined && indent === '') found.push({ name: `@${set}`, summary: [], sets: [], own: [] })
    else if (current !== undefined && indent !== '' && set !== undefined) current.sets.push(`@${set}`)
    else if (current !== undefined && indent !== '' && comment !== undefined) current.summary.push(comment)
    else if (current !== undefined && indent !== '' && name !== undefined) current.own.push(name)
    else
      throw new PolicyError(
        'E_SYNTAX',
        `${LINE}: line ${i + 1}: expected a set such as @file-system, or below it a remark, a set or a call; got ${quote(line)}`,
      )
  })
  if (found.length === 0)
    throw new PolicyError('E_EMPTY', `${LINE}: expected sets such as @file-system; got none`)
  return found.map(({ summary, ...rest }) => ({ ...rest, summary: summary.join(' ') }))
}
