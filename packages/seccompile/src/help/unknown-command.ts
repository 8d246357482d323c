/*
 * A first word that is no command: what the person may have meant. The word is never taken for a command that it begins, or is
 * near to: a script would change its meaning when a command is added.
 */
import { existsSync } from 'node:fs'
import { PRESET } from '@seccompile/policy-files'
import { suggest } from '@seccompile/shape'
import { shellLine } from '@seccompile/text-layout'
import { NEAR_WORDS } from './near-words.ts'
import type { MeantLine } from './near-words.ts'
import { EXIT } from '../io/exit-code.ts'
import type { ExitCode } from '../io/exit-code.ts'
import type { Io } from '../io/io.ts'
import { findingNames } from '../options/findings.ts'
import { sayError } from '../show/say.ts'
import { listed as inWords } from '../syntax/option.ts'
import type { CommandTable } from '../syntax/table.ts'
import { listsWith, ONE_OF } from '../commands/lookup.ts'

/** Lines of the command lines `meant`, in two columns. */
function columns(meant: readonly MeantLine[]): readonly string[] {
  const width = Math.max(...meant.map(([line]) => line.length)) + 2
  return meant.map(([line, does]) => `  seccompile ${line.padEnd(width)}${does}`)
}

/** The command lines for `word`, which is the name of something else: a preset, a call, a finding, or a file. */
async function linesForName(word: string): Promise<readonly MeantLine[]> {
  const lines: MeantLine[] = []
  const lists = await listsWith(word)
  for (const list of lists) {
    if (list === 'presets') {
      const preset = word.startsWith(PRESET) ? word : `${PRESET}${word}`
      lines.push([`explain ${preset}`, 'what the preset does, by system call'])
      lines.push([`run ${preset} -- COMMAND`, 'a command under it'])
    }
    const name = lists.length === 1 ? word : `${list} ${word}`
    lines.push([`lookup ${name}`, `what ${word} is: ${ONE_OF[list]}`])
  }
  const findings = await findingNames()
  if (findings.some(({ value }) => value === word)) lines.push([`help ${word}`, 'what the finding means'])
  if (existsSync(word)) lines.push([`explain ${shellLine([word])}`, 'what it does, by system call'])
  return lines
}

/** The commands that begin with `word`, or else the one that is nearest to it, in the words of today. */
function likeWord(word: string, { listed, old }: CommandTable): readonly string[] {
  const names = [...listed.map(({ name }) => name), 'help']
  const begun = word === '' ? [] : names.filter((name) => name.startsWith(word))
  if (begun.length > 0) return begun
  const near = suggest(word, names) ?? suggest(word, old.map(({ name }) => name))
  if (near === undefined) return []
  return [old.find(({ name }) => name === near)?.now ?? near]
} // prettier-ignore

/** Prints that `word` is no command, and what it may mean. */
export async function unknownCommand(io: Io, word: string, commands: CommandTable): Promise<ExitCode> {
  const lines = NEAR_WORDS.get(word.toLowerCase()) ?? (await linesForName(word))
  const like = lines.length > 0 ? [] : likeWord(word, commands)
  const question = like.length === 0 ? [] : [`(Did you mean ${inWords(like)}?)`]
  sayError(io, `unknown command '${word}'`, ...(lines.length > 0 ? columns(lines) : question))
  return EXIT.badInput
}
