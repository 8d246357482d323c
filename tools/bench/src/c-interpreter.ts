/*
 * A plain interpreter of classic BPF in C (native/interpreter.c), compiled by the `cc` of this machine: what an evaluator in
 * JavaScript is measured against.
 */
import type { Program } from '@seccompile/abi'
import { encode } from '@seccompile/cbpf'
import { spawnSync } from 'node:child_process'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { endianness, tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'

const SOURCE = fileURLToPath(new URL('../native/interpreter.c', import.meta.url))

/** One span of the interpreter. */
export interface CSpan {
  /** The sum of verdicts and executed instructions of all calls. */
  readonly sum: number
  /** Million calls a second. */
  readonly rate: number
}

/** The interpreter, compiled; it keeps its files in a folder of its own until `remove`. */
export interface CInterpreter {
  /** A function that decides the calls of `words`, 16 words each, by `program` again and again for `ms` milliseconds. */
  readonly load: (program: Program, words: Uint32Array) => (ms: number) => CSpan
  readonly remove: () => void
}

/** The interpreter, or a text that says why it is absent. */
export function cInterpreter(): CInterpreter | string {
  const folder = mkdtempSync(join(tmpdir(), 'seccompile-bench-'))
  const remove = (): void => rmSync(folder, { recursive: true, force: true })
  const command = join(folder, 'interpreter')
  const compiled = spawnSync('cc', ['-O2', '-Wall', '-Wextra', '-o', command, SOURCE], { encoding: 'utf8' })
  if (compiled.status !== 0) {
    remove()
    return compiled.error === undefined ? `cc failed: ${compiled.stderr.trim()}` : 'there is no cc'
  }
  const load = (program: Program, words: Uint32Array): ((ms: number) => CSpan) => {
    const files = [join(folder, 'program'), join(folder, 'words')] as const
    const bytes = encode(program, endianness() === 'LE' ? 'little' : 'big')
    return (ms) => {
      writeFileSync(files[0], bytes)
      writeFileSync(files[1], words)
      const run = spawnSync(command, [...files, '1', String(ms)], { encoding: 'utf8' })
      if (run.status !== 0) throw new Error(`the interpreter in C ended with ${run.status}: ${run.stderr}`)
      const [sum, rate] = run.stdout.trim().split(' ').map(Number)
      return { sum: sum!, rate: rate! }
    }
  }
  return { load, remove }
}
