/* Checks that a pass keeps the claims of its `cost`: one check for each claim that it makes. */
import { levelFunctions } from '@seccompile/pass'
import type { LeveledIr } from '@seccompile/pass'
import { executed } from './executed.ts'
import { callText } from './explain.ts'
import { failure, isHandedBack } from './trial.ts'
import type { ConformanceCheck, PassRun, PassTrial } from './trial.ts'

function neverLarger(run: PassRun): void {
  const size = ({ level, ir }: LeveledIr): number => levelFunctions(level).size(ir)
  const [was, is] = [size(run.before), size(run.after)]
  if (is > was) throw failure(`grows from ${was} to ${is}`, run)
}

function neverLonger(run: PassRun): void {
  if (isHandedBack(run)) return
  const { before, after, endianness } = run
  for (const { level, ir } of [before, after])
    for (const data of levelFunctions(level).witnesses(ir, endianness)) {
      const [was, is] = [executed(before, data, endianness), executed(after, data, endianness)]
      if (is <= was) continue
      const message = `what a call executes grows from ${was} to ${is}\n${callText(data, endianness)}`
      throw failure(message, run)
    }
}

/** The checks of the claims in the `cost` of a pass. */
export function costChecks({ pass, apply, onAny }: PassTrial): readonly ConformanceCheck[] {
  const { idempotent, insns, longestPath } = pass.cost ?? {}
  const isDone = ({ after, endianness }: PassRun): void => {
    const again = apply(after.ir, endianness)
    if (again.ir !== after.ir)
      throw failure('a second run does not return the object it was given', {
        before: after,
        after: again,
        endianness,
      })
  }
  return [
    ...(idempotent === true ? [onAny('has nothing left to do on its own output', isDone)] : []),
    ...(insns === 'never-more' ? [onAny('never makes it larger', neverLarger)] : []),
    ...(longestPath === 'never-longer' ? [onAny('never makes a call execute more', neverLonger)] : []),
  ]
}
