/*
 * Which pass is to blame where the proof of the whole fails.
 *
 * What each pass was given and yielded is kept while they run, and not made again afterwards: an instrument may have left
 * passes out, and a pass that is wrong may be wrong in another way the second time. IRs are not written to, so keeping
 * one costs a reference; only where the proof fails is each step looked at.
 *
 * Where a policy becomes several filters, each is made by a run of its own, and its steps are held against each other.
 * They stay with the filter; those of runs that only found out how much fits are dropped with what came of them.
 */
import { auditArchName, verdictName } from '@seccompile/abi'
import type { Endianness, SeccompData } from '@seccompile/abi'
import { leveledIr, PassError } from '@seccompile/pass'
import type { Instrument, LeveledIr, PassedEvent } from '@seccompile/pass'
import { equal } from '@seccompile/prover'

/** A call as messages show it: `nr 0, arch X86_64, args 0x0 0x0 0x0 0x0 0x0 0x0`; the instruction pointer where it is not 0. */
export function callText({ nr, arch, instruction_pointer: pointer, args }: SeccompData): string {
  const from = pointer === 0n ? '' : `, instruction pointer 0x${pointer.toString(16)}`
  return `nr ${nr}, arch ${auditArchName(arch)}, args ${args.map((arg) => `0x${arg.toString(16)}`).join(' ')}${from}`
}

/**
 * A call that two IRs decide differently, as text; `undefined` where they are proved to mean the same, and where that is
 * not decided. For `checkMeaning` of `@seccompile/pass`.
 * @throws Error where the call does not survive being run, which would be a fault of ours
 */
export function provedDifference(
  before: LeveledIr,
  after: LeveledIr,
  endianness: Endianness,
): string | undefined {
  const answer = equal(before, after, { endianness })
  if (answer.kind !== 'different') return undefined
  const { data, left, right } = answer
  return `on ${callText(data)}: ${verdictName(left)} before, ${verdictName(right)} after`
}

/** Keeps the steps of one run: what each pass was given and yielded, in the order in which they finished. */
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
 * The error that blames the first pass which changed the meaning in one of `runs`; `error` itself, which says that the
 * whole did, where no single one is seen to. The `failed` hooks of `instruments` are told of the pass, or else of the
 * whole run that is wrong.
 */
export function blame(
  error: unknown,
  runs: readonly StepKeeper[],
  instruments: readonly Instrument[],
): unknown {
  const tell = (step: PassedEvent, fault: unknown): unknown => {
    for (const instrument of instruments) instrument.failed?.(step, fault)
    return fault
  }
  for (const { steps } of runs)
    for (const step of steps) {
      if (step.pass.parts !== undefined) continue // its parts have been seen one by one
      const fault = faultOf(step)
      if (fault !== undefined) return tell(step, fault)
    }
  const wholes = runs.flatMap(({ steps }) => steps.slice(-1)) // what a pass is made of comes before it
  // A run that is alone is the one that `error` speaks of.
  const wrong = wholes.length === 1 ? wholes[0] : wholes.find((whole) => faultOf(whole) !== undefined)
  return wrong === undefined ? error : tell(wrong, error)
}
