/* The words of a command that starts under a filter. */
import { readFileSync } from 'node:fs'
import { findCommand } from '@seccompile/kernel/exec'
import type { FoundCommand } from '@seccompile/kernel/exec'

/** `words`, the last words of this process's command line, as bytes. Node's strings lose bytes that are not UTF-8. */
export function rawWords(words: readonly string[]): readonly Uint8Array[] {
  try {
    const all = readFileSync('/proc/self/cmdline')
    const raw: Buffer[] = []
    for (let from = 0; from < all.length;) {
      const to = all.indexOf(0, from)
      raw.push(all.subarray(from, to))
      from = to + 1
    }
    const last = raw.slice(-words.length)
    if (last.length === words.length && last.every((bytes, index) => bytes.toString() === words[index]))
      return last
  } catch {
    // Without /proc, only the strings of Node are left.
  }
  return words.map((word) => Buffer.from(word))
}

/** The file of the command `words`, found as a shell finds it, with its arguments. */
export function execCommand(words: readonly string[]): FoundCommand & { args: readonly Uint8Array[] } {
  const args = rawWords(words)
  return { ...findCommand(args[0] ?? Buffer.alloc(0), process.env['PATH']), args }
}
