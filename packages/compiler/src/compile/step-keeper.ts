/*
 * The pass to blame where the proof of a program fails.
 *
 * While passes run, a keeper keeps the input and the output of each pass. A second run could not replace the keeper:
 * an instrument may have left passes out, and a wrong pass may be wrong in another way the second time. IRs are
 * immutable, so a kept IR costs one reference. The prover compares the input and output of each step only where the
 * proof of the whole program fails.
 *
 * Where a policy becomes several filters, one run makes each filter. The steps of that run stay with the filter. Runs
 * that only measure how much fits into a filter are dropped together with their steps.
 */
import { auditArchName } from '@seccompile/abi'
import type { Endianness, SeccompData } from '@seccompile/abi'
import { verdictText } from '@seccompile/constants/errno'
import { leveledIr, PassError } from '@seccompile/pass'
import type { Instrument, LeveledIr, PassedEvent } from '@seccompile/pass'
import { equal } from '@seccompile/prover'

/**
 * A call in the form of messages: `nr 0, arch X86_64, args 0x0 0x0 0x0 0x0 0x0 0x0`, followed by the instruction
 * pointer where it is not 0.
 */
export function callText({ nr, arch, instruction_pointer: pointer, args }: SeccompData): string {
  const from = pointer === 0n ? '' : `, instruction pointer 0x${pointer.toString(16)}`
  return `nr ${nr}, arch ${auditArchName(arch)}, args ${args.map((arg) => `0x${arg.toString(16)}`).join(' ')}${from}`
}

/**
 * A call to which two IRs give different verdicts, as text; `undefined` where the two are proved to mean the same,
 * and where the proof is undecided. For `checkMeaning` of `@seccompile/pass`.
 * @throws Error where the two IRs agree when they run on that call; our fault
 */
export function provedDifference(
  before: LeveledIr,
  after: LeveledIr,
  endianness: Endianness,
): string | undefined {
  const answer = equal(before, after, { endianness })
  if (answer.kind !== 'different') return undefined
  const { data, left, right } = answer
  return `on ${callText(data)}: ${verdictText(left)} before, ${verdictText(right)} after`
}

/** Keeps the steps of one run: the input and the output of each pass, in the order in which the passes end. */
export interface StepKeeper {
  readonly instrument: Instrument
  readonly steps: readonly PassedEvent[]
}

/** A keeper for one run. */
export function stepKeeper(): StepKeeper {
  const steps: PassedEvent[] = []
  return { instrument: { after: (event) => void steps.push(event) }, steps }
}

function faultOf({ pass, endianness, before, after }: PassedEvent): PassError | undefined {
  if (after === before) return undefined
  const difference = provedDifference(leveledIr(pass.from, before), leveledIr(pass.to, after), endianness)
  if (difference === undefined) return undefined
  return new PassError('E_PASS_MEANING', pass.name, `changes the meaning: ${difference}`, { before })
}

/**
 * The error that blames the first pass in `runs` that changed the meaning. Where the search finds no such pass, the
 * result is `error`, which blames the whole pipeline. The `failed` hooks of `instruments` get the step of that pass,
 * or of the whole run that is wrong.
 */
export function blame(
  error: unknown,
  runs: readonly { readonly steps: readonly PassedEvent[] }[],
  instruments: readonly Instrument[],
): unknown {
  const tell = (step: PassedEvent, fault: unknown): unknown => {
    for (const instrument of instruments) instrument.failed?.(step, fault)
    return fault
  }
  for (const { steps } of runs)
    for (const step of steps) {
      if (step.pass.parts !== undefined) continue // its parts are steps of their own
      const fault = faultOf(step)
      if (fault !== undefined) return tell(step, fault)
    }
  const wholes = runs.flatMap(({ steps }) => steps.slice(-1)) // the parts of a pass end before the pass
  // If there is one run, `error` is about this run.
  const wrong = wholes.length === 1 ? wholes[0] : wholes.find((whole) => faultOf(whole) !== undefined)
  return wrong === undefined ? error : tell(wrong, error)
}
