/*
 * Corpora. The working corpus of a target is a folder with a file for each input, which libFuzzer adds to. The kept one is
 * a file in the repository, with an input in each line as base64: a text for git, and no file that a tool takes for its own.
 */
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { createHash } from 'node:crypto'
import { join } from 'node:path'
import { KEPT_CORPORA } from './paths.ts'

/** The most bytes of inputs that are kept of a target: all targets together then stay below 1 MB. */
const MOST_KEPT = 32 * 1024

const keptFile = (target: string): string => join(KEPT_CORPORA, `${target}.txt`)

/** The kept inputs of a target. */
export function keptInputs(target: string): readonly Uint8Array[] {
  if (!existsSync(keptFile(target))) return []
  return readFileSync(keptFile(target), 'utf8')
    .split('\n')
    .filter((line) => line !== '')
    .map((line) => Buffer.from(line, 'base64'))
}

const bySize = (one: Uint8Array, other: Uint8Array): number =>
  one.length - other.length || Buffer.compare(one, other)

/** Keeps `inputs`, the shorter ones first, as far as there is room; yields how many. */
export function keepInputs(target: string, inputs: readonly Uint8Array[]): number {
  let room = MOST_KEPT
  const lines = inputs
    .toSorted(bySize)
    .filter(({ length }) => (room -= length) >= 0)
    .map((input) => Buffer.from(input).toString('base64'))
  mkdirSync(KEPT_CORPORA, { recursive: true })
  writeFileSync(keptFile(target), lines.map((line) => `${line}\n`).join(''))
  return lines.length
}

/** The inputs in the files of a folder. */
export function inputsIn(folder: string): readonly Uint8Array[] {
  return existsSync(folder) ? readdirSync(folder).map((name) => readFileSync(join(folder, name))) : []
}

/** Writes each of `inputs` to a file of its own in `folder`, which is made anew. */
export function writeInputs(folder: string, inputs: readonly Uint8Array[]): void {
  rmSync(folder, { recursive: true, force: true })
  mkdirSync(folder, { recursive: true })
  for (const input of inputs)
    writeFileSync(join(folder, createHash('sha1').update(input).digest('hex')), input)
}

/** A dictionary of libFuzzer. @see https://llvm.org/docs/LibFuzzer.html#dictionaries */
export function dictionaryText(words: readonly Uint8Array[]): string {
  return words
    .filter(({ length }) => length > 0)
    .map((word) => `"${[...word].map((byte) => `\\x${byte.toString(16).padStart(2, '0')}`).join('')}"\n`)
    .join('')
}
