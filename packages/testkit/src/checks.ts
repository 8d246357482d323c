/*
 * The rules that every pass has to keep, as named checks that throw.
 *
 * Each check has one reason to fail. For each check, the tests of this package break a pass on purpose.
 */
import { irToJson, levelFunctions } from '@seccompile/pass'
import type { AnyPass, Level, LeveledIr, Pass } from '@seccompile/pass'
import { IrError } from '@seccompile/shape'
import fc from 'fast-check'
import { costChecks } from './cost-checks.ts'
import { deepFreeze } from './deep-freeze.ts'
import { edgesOf } from './edges.ts'
import { meansTheSame, provableShare, provedTheSame } from './meaning-checks.ts'
import { failure, trialOf } from './trial.ts'
import type { ConformanceCheck, ConformanceOptions, PassRun, PassTrial } from './trial.ts'

/**
 * A pass with `declines` has to take at least this share of random inputs. With fewer inputs, the other checks test
 * little.
 */
const LEAST_TAKEN = 0.1
/**
 * The number of inputs for this share. It is large, since a pass that takes every second input may decline all of
 * ten.
 */
const SHARE_OF = 200

/**
 * Checks that the output is as well-formed as the input.
 * @throws IrError where the output breaks an invariant that the input keeps
 */
function isWellFormed({ before, after: { level, ir } }: PassRun): void {
  // One edge breaks D6, to test passes that make equal nodes one object. Other passes may leave this problem in the
  // IR.
  const given = levelFunctions(before.level).verify(before.ir)
  const problems = levelFunctions(level)
    .verify(ir)
    .filter(({ invariant }) => !given.some((problem) => problem.invariant === invariant))
  if (problems.length > 0) throw new IrError(level, problems)
}

function isDeterministic({ apply }: PassTrial, { before, after, endianness }: PassRun): void {
  const again = apply(before.ir, endianness)
  const print = ({ level, ir }: LeveledIr): string => levelFunctions(level).print(ir, endianness)
  if (print(again) !== print(after))
    throw failure('a second run on the same input yields another output', {
      before: again,
      after,
      endianness,
    })
}

const text = ({ level, ir }: LeveledIr): string => JSON.stringify(irToJson(level, ir))

function handsBack(run: PassRun): void {
  const { before, after } = run
  if (after.ir === before.ir || text(after) !== text(before)) return
  throw failure('returns a copy for nothing, so that a fixpoint takes it for a change', run)
}

/** A check for each edge of the level: small IRs that passes often get wrong. */
function edgeChecks({ pass, tried }: PassTrial): readonly ConformanceCheck[] {
  return Object.entries(edgesOf(pass.from)).map(([name, edge]) => ({
    title: `survives an edge: ${name}`,
    run: () => {
      const seen = new Set<string>()
      for (const endianness of ['little', 'big'] as const) {
        const run = tried(edge, endianness)
        if (run === undefined) continue
        // Only the meaning of a program depends on the byte order.
        if (pass.from !== 'program' && pass.to !== 'program') {
          const both = JSON.stringify([text(run.before), text(run.after)])
          if (seen.has(both)) continue
          seen.add(both)
        }
        meansTheSame(run)
        provedTheSame(run)
        isWellFormed(run)
      }
    },
  }))
}

/** The check that a pass with `declines` takes enough inputs. Otherwise the other checks would show little. */
function takenShare({ inputs, drawn, tried }: PassTrial): ConformanceCheck {
  return {
    title: 'takes a fair share of inputs',
    run: () => {
      const sample = fc.sample(inputs, { ...drawn, numRuns: SHARE_OF })
      const taken = sample.filter(([ir, endianness]) => tried(ir, endianness) !== undefined)
      if (taken.length >= LEAST_TAKEN * SHARE_OF) return
      throw new Error(
        `declines ${SHARE_OF - taken.length} of ${SHARE_OF} inputs, so that no check says much of it`,
      )
    },
  }
}

/** Whether a pass stays on its level. Only such a pass can return its input. */
const staysOnLevel = ({ from, to }: AnyPass): boolean => from === to

/** The checks of `pass`, for `conformance` or another test runner. */
export function conformanceChecks<From extends Level, To extends Level>(
  pass: Pass<From, To>,
  options: ConformanceOptions<From> = {},
): readonly ConformanceCheck[] {
  const trial = trialOf(pass, options)
  const { onAny, apply } = trial
  return [
    onAny('keeps what the filter means', meansTheSame),
    onAny('is proved to keep what the filter means', provedTheSame),
    provableShare(trial),
    onAny('yields well-formed IR', isWellFormed),
    onAny('leaves its input alone', ({ before, endianness }) => {
      // A pass that writes to the frozen input throws.
      apply(deepFreeze(before.ir), endianness)
    }),
    onAny('is deterministic', (run) => isDeterministic(trial, run)),
    ...edgeChecks(trial),
    ...(staysOnLevel(trial.pass) ? [onAny('hands its input back where it changes nothing', handsBack)] : []),
    ...(pass.declines === true ? [takenShare(trial)] : []),
    ...costChecks(trial),
  ]
}
