/*
 * The ABIs that systemd filters, and those whose calls it kills.
 *
 * For each ABI of the machine, systemd attaches a filter, which lets calls of other ABIs run.
 * `SystemCallArchitectures=` adds a filter that kills the thread for calls of all ABIs except the native one and the
 * listed ones. It is attached only where an ABI of the machine is not listed. That ABI then has no filter of its own.
 *
 * Source: systemd src/shared/seccomp-util.c: seccomp_local_archs, seccomp_restrict_archs().
 */
import { warning } from '@seccompile/policy/toolkit'
import type { Source, Warning } from '@seccompile/policy'
import { didYouMean, quote } from '@seccompile/shape'
import type { AbiToken } from '@seccompile/syscalls'
import { ARCH_NAMES, archToken, LOCAL } from './arch.ts'
import type { Setting } from './unit.ts'
import { wordsOf } from './words.ts'

/** The ABIs of a machine under `SystemCallArchitectures=`. */
export interface Architectures {
  /** The native ABI first, then the others that have a filter. */
  readonly filtered: readonly AbiToken[]
  /** The ABIs of the machine whose calls are killed, as far as they have the byte order of the native one. */
  readonly closed: readonly AbiToken[]
  /** Whether calls of ABIs without a filter are killed. Otherwise they run. */
  readonly isClosed: boolean
}

/** The ABIs that `settings` list, and the warnings of systemd about them. */
function listedIn(settings: readonly Setting[]): {
  readonly tokens: ReadonlySet<AbiToken | 'native'>
  readonly warnings: readonly Warning[]
} {
  const tokens = new Set<AbiToken | 'native'>()
  const left: { readonly brief: string; readonly what: string; readonly source: Source }[] = []
  for (const { value } of settings) {
    if (value.text === '') tokens.clear()
    const { words, broken } = wordsOf(value, 0, true)
    for (const { text, source } of words) {
      const token = archToken(text)
      if (token !== undefined) tokens.add(token)
      else {
        const brief = `unknown architecture ${quote(text)}`
        left.push({
          brief,
          what: `${brief}${didYouMean(text, ARCH_NAMES, '; systemd leaves it out')}`,
          source,
        })
      }
    }
    if (broken !== undefined) {
      const brief = `systemd leaves out ${quote(broken.text)}`
      left.push({
        brief,
        what: `${brief}: it has an open quote, or ends in a backslash`,
        source: broken.source,
      })
    }
  }
  // Where systemd leaves out every word, it kills no calls.
  const isLost = tokens.size === 0
  const warnings = left.map(({ brief, what, source }) =>
    isLost
      ? warning('lost-refusal', { brief, full: `${what}; calls of all architectures may run` }, source)
      : warning('dropped-word', { brief, full: what }, source),
  )
  return { tokens, warnings }
}

/** The ABIs of a machine whose systemd is built for `native`, under `settings`. */
export function architecturesOf(
  settings: readonly Setting[],
  native: AbiToken,
): Architectures & { readonly warnings: readonly Warning[] } {
  const { tokens, warnings } = listedIn(settings)
  const { sub, others } = LOCAL.find(({ main }) => main === native) ?? { sub: [], others: [] }
  if (tokens.size === 0) return { filtered: [native, ...sub], closed: [], isClosed: false, warnings }
  // The vDSO of x32 makes calls of x86_64.
  const isOpen = (token: AbiToken): boolean =>
    tokens.has(token) || (native === 'x32' && token === 'x86_64' && tokens.has('x32'))
  const closed = sub.filter((token) => !isOpen(token))
  return {
    filtered: [native, ...sub.filter(isOpen)],
    closed,
    isClosed: closed.length > 0 || others.some((token) => !isOpen(token)),
    warnings,
  }
}
