import { passes as builtIn, provedDifference } from '@seccompile/compiler'
import { checkMeaning, leveledIr, parsePipeline, PassError, runPass, verifyEach } from '@seccompile/pass'
import type { AnyPass } from '@seccompile/pass'
import { CliError } from '../io/cli-error.ts'
import { EXIT } from '../io/exit-code.ts'
import type { ExitCode } from '../io/exit-code.ts'
import { inputName } from '../io/input.ts'
import type { Io } from '../io/io.ts'
import { loadPasses, ownFault } from '../load/passes.ts'
import { loadRepro } from '../load/reproducer.ts'
import { useOption } from '../options/files.ts'
import { WATCH } from '../options/watch.ts'
import type { WatchPassesOptions } from '../options/watch.ts'
import { sayNote } from '../show/say.ts'
import { argument } from '../syntax/argument.ts'
import { defineCommand } from '../syntax/command.ts'
import type { Command } from '../syntax/command.ts'
import { FILES } from '../syntax/completion.ts'
import { watch } from '../write/watch.ts'

/** A reproducer, and the options that watch its pass. */
interface Reproduction extends WatchPassesOptions {
  readonly file: string
  readonly use?: readonly string[] | undefined
}

/** The pass that the reproducer in `file` names, out of `known`. @throws CliError where there is no such pass */
function namedPass(file: string, text: string, known: readonly AnyPass[]): AnyPass {
  try {
    return parsePipeline(text, known)
  } catch (error) {
    const why = error instanceof Error ? error.message : String(error)
    throw new CliError(`${inputName(file)}: "passes": ${why}; --use loads passes of your own`, {
      cause: error,
    })
  }
}

/** `seccompile reproduce`: runs the pass that failed, on the input of the failure. */
async function reproduce(io: Io, options: Reproduction): Promise<ExitCode> {
  const { file, use = [], bisectLimit } = options
  const { passes, level, ir, endianness, insnCost, argInsnCost, effort, maxPath, abis, weigh } =
    loadRepro(file)
  const own = await loadPasses(use, builtIn)
  const pass = namedPass(file, passes, [...builtIn, ...own.passes])
  if (pass.from !== level)
    throw new CliError(`${inputName(file)}: "${passes}" takes ${pass.from} IR, and the file holds ${level}`)
  const watched = watch(io, pass, options, abis)
  // `verifyEach` first: the instruments after it rely on well-formed IR.
  const instruments = [verifyEach(), checkMeaning(provedDifference), ...watched.instruments]
  try {
    const after = runPass(pass, ir, {
      endianness,
      insnCost,
      argInsnCost,
      effort,
      maxPath,
      weigh,
      instruments,
    })
    // Each pass was checked alone. This checks the pipeline as a whole, which could still change the meaning.
    const difference = provedDifference(leveledIr(level, ir), leveledIr(pass.to, after), endianness)
    if (difference !== undefined)
      throw new PassError('E_PASS_MEANING', passes, `changes the meaning: ${difference}`, { before: ir })
  } catch (error) {
    throw ownFault(error, own) ?? error
  }
  watched.finish([])
  // The limit may leave the pass out; the result then says nothing about the pass.
  const when = bisectLimit === undefined ? 'any more' : `with --bisect-limit ${bisectLimit}`
  sayNote(io, `${passes} does not fail ${when}`)
  return EXIT.ok
}

/** `seccompile reproduce`. */
export const command: Command = defineCommand({
  usefulWithoutOutput: 'status',
  args: { file: argument('a reproducer that "compile --repro" has written, or - for standard input', FILES) },
  options: { use: useOption('passes'), ...WATCH },
  examples: [
    { does: 'whether the pass still fails', line: 'seccompile reproduce repro.json' },
    {
      does: 'and what its input and output are',
      line: 'seccompile reproduce repro.json --print-after all',
    },
  ],
  run: reproduce,
})
