/*
 * `pnpm gain`: what a pass gains over the corpus.
 *
 * It is a tool of the repository, not a command of `seccompile`: its corpus is that of the golden files, which no package
 * publishes, and the people who weigh a pass have a clone.
 */
import { passes as builtIn } from '@seccompile/compiler'
import { loadPasses, ownFault } from 'seccompile/own-passes'
import { gainText } from './gain-text.ts'
import { GainError, gainRequest, pairsOf, passCalled, USAGE } from './gain-request.ts'
import type { GainRequest } from './gain-request.ts'
import { inputGroups } from './gain-inputs.ts'
import type { InputGroup } from './gain-inputs.ts'
import { pipelineGain } from './pass-gain.ts'
import type { LoadedGroup, PassGain } from './pass-gain.ts'

/** The streams of the command. */
export interface GainIo {
  readonly out: (text: string) => void
  readonly err: (text: string) => void
  readonly errIsTerminal: boolean
}

/** The inputs whose names match `only`. @throws GainError where there is none */
async function loaded(groups: readonly InputGroup[], only: RegExp): Promise<readonly LoadedGroup[]> {
  const found = await Promise.all(
    groups.map(async ({ name, inputs }) => ({
      name,
      inputs: await Promise.all(inputs.filter((one) => only.test(one.name)).map(({ load }) => load())),
    })),
  )
  const some = found.filter(({ inputs }) => inputs.length > 0)
  if (some.length === 0)
    throw new GainError(
      `--only: no filter has a name that matches ${only.source}; leave it out to measure all`,
    )
  return some
}

/** A line on the terminal that counts up to `total`, and is cleared in the end; silent elsewhere. */
function progress(
  { err, errIsTerminal }: GainIo,
  total: number,
): { tell: (what: string) => void; clear: () => void } {
  if (!errIsTerminal) return { tell: () => {}, clear: () => {} }
  let done = 0
  return {
    tell: (what) => {
      done += 1
      err(`\r\u001b[K${done} of ${total}  ${what}`)
    },
    clear: () => err('\r\u001b[K'),
  }
}

async function measured(request: GainRequest, io: GainIo, groups: readonly InputGroup[]): Promise<PassGain> {
  const own = await loadPasses(request.use, builtIn)
  const known = [...builtIn, ...own.passes]
  const pass = passCalled(request.pass, known)
  const pairs = pairsOf(pass, request, known)
  const toMeasure = pairs.filter((pair) => pair.kind === 'pair')
  const inputs = await loaded(groups, request.only)
  const count = inputs.reduce((sum, group) => sum + group.inputs.length, 0)
  const { tell, clear } = progress(io, count * toMeasure.length)
  try {
    return {
      pass: pass.name,
      summary: pass.summary,
      ...(request.place === undefined ? {} : { place: request.place }),
      pipelines: toMeasure.map((pair) => pipelineGain(pair, inputs, tell)),
      leftOut: pairs.flatMap((pair) =>
        pair.kind === 'pair' ? [] : [{ pipeline: pair.pipeline, reason: pair.reason }],
      ),
    }
  } catch (error) {
    throw ownFault(error, own) ?? error
  } finally {
    clear()
  }
}

/** Whether `error` says what is wrong with the input; any other error is a fault of this repository. */
const isInputError = (error: unknown): error is Error =>
  error instanceof Error && (error.name === 'GainError' || error.name === 'CliError')

/**
 * Measures what `argv` asks for, and yields the exit status: 0, or 2 where the input is wrong. A pass that fails or changes
 * the meaning is wrong input where it is a pass of `--use`.
 * @throws PassError where a pass of the compiler fails; our fault
 */
export async function runGain(
  argv: readonly string[],
  io: GainIo,
  groups: readonly InputGroup[] = inputGroups,
): Promise<number> {
  try {
    const request = gainRequest(argv)
    if (request === 'help') {
      io.out(USAGE)
      return 0
    }
    const gain = await measured(request, io, groups)
    io.out(request.isJson ? `${JSON.stringify(gain, undefined, 2)}\n` : gainText(gain, request.isAll))
    return 0
  } catch (error) {
    if (!isInputError(error)) throw error
    io.err(`gain: ${error.message}\n`)
    return 2
  }
}
