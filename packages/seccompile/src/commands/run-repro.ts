import { passes as builtIn, provedDifference } from '@seccompile/compiler'
import { checkMeaning, leveledIr, parsePipeline, PassError, runPass, verifyEach } from '@seccompile/pass'
import type { AnyPass } from '@seccompile/pass'
import { CliError } from '../cli-error.ts'
import { EXIT } from '../exit-code.ts'
import type { ExitCode } from '../exit-code.ts'
import type { Io } from '../io.ts'
import { inputName } from '../io/input.ts'
import { loadPasses, ownFault } from '../load/passes.ts'
import { loadRepro } from '../load/reproducer.ts'
import { watch } from '../options/watch.ts'
import type { WatchOptions } from '../options/watch.ts'
import { sayNote } from '../show/say.ts'

/** Options that the reproducer replaces, and options for an output that this run does not have. */
const EXCLUDED = [
  'abi',
  'native',
  'caps',
  'kernel',
  'unknown',
  'multiplexers',
  'preset', // before `pipeline`, which gets the value of it
  'pipeline',
  'weights',
  'objective',
  'abiWeight',
  'goal',
  'insnCost',
  'maxPath',
  'effort',
  'bound',
  'passes',
  'strict',
  'json',
  'output',
  'maxFilters',
  'repro',
] as const

/** The options of `compile` that `--run-repro` accepts, and those that it excludes, as typed. */
interface RunReproOptions
  extends WatchOptions, Partial<Readonly<Record<(typeof EXCLUDED)[number], unknown>>> {
  readonly use?: readonly string[]
}

/** The pass that the reproducer in `file` names, out of `known`. @throws CliError where there is no such pass */
function namedPass(file: string, text: string, known: readonly AnyPass[]): AnyPass {
  try {
    return parsePipeline(text, known)
  } catch (error) {
    const why = error instanceof Error ? error.message : String(error)
    throw new CliError(`${file}: "passes": ${why}; passes of your own come with --use`, { cause: error })
  }
}

/** `seccompile compile --run-repro FILE`: runs a pass that failed, on the input that it failed on. */
export async function runRepro(
  io: Io,
  file: string,
  argument: string | undefined,
  options: RunReproOptions,
): Promise<ExitCode> {
  const excluded = EXCLUDED.find((name) => options[name] !== undefined)
  if (argument !== undefined || excluded !== undefined)
    throw new CliError(
      `--run-repro and ${excluded === undefined ? 'a policy' : `--${excluded.replaceAll(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`)}`} exclude each other; the reproducer holds all that the pass needs`,
    )
  const { use = [] } = options
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
  sayNote(io, `${passes} does not fail any more`)
  return EXIT.ok
}
